import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { areaInDisc, cutRing, cutToBox, signedArea } from './half-plane';

const SQUARE = [0, 0, 10, 0, 10, 10, 0, 10];
const number = fc.integer({ min: -2000, max: 2000 }).map((value) => value / 100);
/** Rings of any kind, crossing themselves too. */
const ring = fc.array(fc.tuple(number, number), { minLength: 3, maxLength: 12 }).map((positions) => positions.flat());

describe('cutRing', () => {
  it('keeps what lies in the half plane', () => {
    expect(signedArea([cutRing(SQUARE, 1, 0, 4)])).toBeCloseTo(40);
    expect(signedArea([cutRing(SQUARE, 1, 1, 10)])).toBeCloseTo(50);
    expect(cutRing(SQUARE, 1, 0, -1)).toEqual([]);
    expect(cutRing(SQUARE, 1, 0, 11)).toEqual(SQUARE);
  });

  it('cuts any ring into two pieces that are the whole, with its sign', () => {
    fc.assert(
      fc.property(ring, number, number, number, (one, a, b, c) => {
        const pieces = signedArea([cutRing(one, a, b, c)]) + signedArea([cutRing(one, -a, -b, -c)]);
        expect(pieces).toBeCloseTo(signedArea([one]), 6);
      }),
    );
  });
});

describe('cutToBox', () => {
  it('is the whole when four boxes share a corner', () => {
    fc.assert(
      fc.property(ring, number, number, (one, x, y) => {
        const boxes = [
          [-99, -99, x, y],
          [x, -99, 99, y],
          [-99, y, x, 99],
          [x, y, 99, 99],
        ] as const;
        const sum = boxes.reduce(
          (total, box) => total + signedArea(cutToBox([one], box[0], box[1], box[2], box[3])),
          0,
        );
        expect(sum).toBeCloseTo(signedArea([one]), 6);
      }),
    );
  });
});

describe('areaInDisc', () => {
  it.each([
    [5, 5, 2, Math.PI * 4],
    [0, 0, 3, (Math.PI * 9) / 4],
    [10, 5, 4, Math.PI * 8],
    [5, 5, 20, 100],
    [30, 30, 5, 0],
  ])('around %d, %d with radius %d has %d of a square', (x, y, radius, expected) => {
    expect(areaInDisc([SQUARE], x, y, radius)).toBeCloseTo(expected, 9);
  });

  it('has its quarter of a corner in its middle, whichever way rounding moves that', () => {
    for (const [dx, dy] of [
      [0, 0],
      [1e-13, 0],
      [-1e-13, 1e-13],
      [1e-13, -2e-13],
      [-3e-310, 2e-8],
    ] as const) {
      const moved = SQUARE.map((value, at) => value + (at % 2 === 0 ? dx : dy));
      expect(areaInDisc([moved], 0, 0, 5)).toBeCloseTo((Math.PI * 25) / 4, 6);
      expect(areaInDisc([SQUARE], dx, dy, 5)).toBeCloseTo((Math.PI * 25) / 4, 6);
    }
  });

  it('grows with the radius and takes the sign of the ring', () => {
    fc.assert(
      fc.property(number, number, fc.double({ min: 0.1, max: 9, noNaN: true }), (x, y, radius) => {
        const smaller = areaInDisc([SQUARE], x, y, radius);
        expect(areaInDisc([SQUARE], x, y, radius + 1)).toBeGreaterThanOrEqual(smaller - 1e-9);
        expect(areaInDisc([[0, 10, 10, 10, 10, 0, 0, 0]], x, y, radius)).toBeCloseTo(-smaller, 9);
      }),
    );
  });
});
