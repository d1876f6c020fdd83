import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Heights, risingSpeed, rubberBand, stopAfter } from './sheet-stops';

const HEIGHTS: Heights = { peek: 104, half: 388, full: 768 };

describe('where the sheet comes to rest', () => {
  it.each([
    ['lies still near the middle stop', 420, 0, 'half'],
    ['lies still nearer to the top', 620, 0, 'full'],
    ['is flicked up from just above the lowest stop', 130, 0.8, 'half'],
    ['is flicked hard from the lowest stop', 130, 4, 'full'],
    ['is flicked down from just below the highest stop', 740, -0.6, 'half'],
    ['is flicked up beyond its top', 780, 1, 'full'],
    ['is flicked down below its lowest stop', 90, -1, 'peek'],
    ['moves too slowly for a flick', 400, 0.2, 'half'],
  ] as const)('%s', (_, heightPx, speed, stop) => {
    expect(stopAfter(heightPx, speed, HEIGHTS)).toBe(stop);
  });

  it('never goes against a flick', () => {
    fc.assert(
      fc.property(fc.integer({ min: 104, max: 768 }), fc.double({ min: 0.45, max: 6, noNaN: true }), (px, speed) => {
        expect(HEIGHTS[stopAfter(px, speed, HEIGHTS)]).toBeGreaterThanOrEqual(px);
        expect(HEIGHTS[stopAfter(px, -speed, HEIGHTS)]).toBeLessThanOrEqual(px);
      }),
    );
  });
});

describe('rubberBand', () => {
  it('follows the finger one to one between the ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 104, max: 768 }), (px) => {
        expect(rubberBand(px, HEIGHTS)).toBe(px);
      }),
    );
  });

  it('gives ever less beyond them, and never more than the lowest stop is high', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 200 }), (over, more) => {
        const [near, far] = [rubberBand(768 + over, HEIGHTS), rubberBand(768 + over + more, HEIGHTS)];
        expect(far).toBeGreaterThan(near);
        expect(far - near).toBeLessThan(more);
        expect(far).toBeLessThan(768 + 104);
        expect(rubberBand(104 - over, HEIGHTS)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('risingSpeed', () => {
  it('is that of the last moments', () => {
    const slowThenFast = [0, 20, 40, 60, 80, 100, 120, 140].map((atMs) => ({
      atMs,
      yPx: atMs < 60 ? 500 : 500 - (atMs - 60),
    }));
    expect(risingSpeed(slowThenFast)).toBeCloseTo(80 / 80, 1);
  });

  it('is nothing after a rest', () => {
    const touches = [
      { yPx: 500, atMs: 0 },
      { yPx: 300, atMs: 50 },
      { yPx: 300, atMs: 400 },
    ];
    expect(risingSpeed(touches)).toBe(0);
    expect(risingSpeed([])).toBe(0);
  });
});
