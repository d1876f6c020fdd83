import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { square } from '../../tests/tiny-plan';
import { smallDrawing } from './outline';

const drawing = smallDrawing([102, 24, 104, 26], 100);

describe('a small drawing', () => {
  it('puts the corners of its box at its corners, north up', () => {
    expect(drawing.at([102, 26])).toEqual([0, 0]);
    const [x, y] = drawing.at([104, 24]);
    expect(x).toBeCloseTo(100, 6);
    expect(y).toBeCloseTo(drawing.height, 6);
  });

  it('keeps shapes: a degree of latitude is longer than one of longitude', () => {
    // At 25° N one degree of latitude is 110.77 km, one of longitude 100.95 km.
    expect(drawing.height / drawing.width).toBeCloseTo(110.77 / 100.95, 3);
  });

  it('closes areas, leaves lines open and points out', () => {
    expect(drawing.path(square(102.5, 24.5, 0.5))).toMatch(/^M[\d. L]+Z$/u);
    expect(
      drawing.path({
        type: 'LineString',
        coordinates: [
          [102, 24],
          [103, 25],
        ],
      }),
    ).toMatch(/^M[\d. ]+L[\d. ]+$/u);
    expect(drawing.path({ type: 'Point', coordinates: [103, 25] })).toBe('');
  });

  it('leaves out steps that cannot be seen, and never the ends', () => {
    const coordinates = Array.from({ length: 500 }, (_, i) => [102 + i / 250, 25]);
    const path = drawing.path({ type: 'LineString', coordinates });
    expect(path.split('L').length).toBeLessThan(170);
    expect(path.endsWith('99.8 54.9')).toBe(true);
  });

  it('draws only finite numbers', () => {
    const position = fc.tuple(
      fc.double({ min: 90, max: 120, noNaN: true }),
      fc.double({ min: 10, max: 40, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(position, { minLength: 2 }), (coordinates) => {
        expect(drawing.path({ type: 'LineString', coordinates })).not.toMatch(/NaN|Infinity/u);
      }),
    );
  });
});
