import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Bbox } from '../contract/place';
import { indexOf } from './spatial-index';

const box = fc
  .tuple(fc.nat({ max: 99 }), fc.nat({ max: 99 }), fc.nat({ max: 20 }), fc.nat({ max: 20 }))
  .map(([west, south, width, height]): Bbox => [west, south, west + width, south + height]);

describe('indexOf', () => {
  it('finds what a walk through all the boxes finds, touching ones too', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 60 }), box, (boxes, asked) => {
        const expected = boxes.flatMap((one, number) =>
          one[0] <= asked[2] && one[2] >= asked[0] && one[1] <= asked[3] && one[3] >= asked[1] ? [number] : [],
        );
        expect(indexOf(boxes).search(asked)).toEqual(expected);
      }),
    );
  });

  it('of nothing finds nothing', () => {
    expect(indexOf([]).search([0, 0, 1, 1])).toEqual([]);
  });
});
