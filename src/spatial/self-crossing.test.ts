import { kinks, lineString } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { crossesItself } from './self-crossing';

describe('crossesItself', () => {
  it.each([
    [
      'a square',
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
      false,
    ],
    [
      'a bow tie',
      [
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ],
      true,
    ],
    [
      'a ring with a corner on another of its edges',
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [1, 0],
        [0, 2],
        [0, 0],
      ],
      true,
    ],
    [
      'an open path that comes back to its start',
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
        [-1, -2],
      ],
      true,
    ],
    ['nothing', [], false],
  ])('of %s is as it is drawn', (_, path, expected) => {
    expect(crossesItself(path)).toBe(expected);
  });

  it('is what holding each edge against each says', () => {
    // Whole numbers, so that edges touch, lie on one line and have no length.
    const position = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(fc.array(position, { minLength: 3, maxLength: 12 }), fc.boolean(), (path, closed) => {
        const whole = closed ? [...path, ...path.slice(0, 1)] : path;
        expect(crossesItself(whole)).toBe(kinks(lineString(whole)).features.length > 0);
      }),
      { numRuns: 1000 },
    );
  });
});
