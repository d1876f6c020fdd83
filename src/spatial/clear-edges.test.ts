import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { areaNearClear, besideRings, clearEdges } from './clear-edges';
import type { Edge } from './edge-band';
import { type FlatRing, signedArea } from './half-plane';

const SQUARE: FlatRing = [0, 0, 100, 0, 100, 100, 0, 100];
const AROUND: FlatRing = [-900, -900, 900, -900, 900, 900, -900, 900];

/** Edges of a ring, the closing one included. */
const edgesOf = (ring: FlatRing): Edge[] =>
  Array.from({ length: ring.length / 2 }, (_, at): Edge => {
    const [x1 = NaN, y1 = NaN] = ring.slice(at * 2);
    const [x2 = NaN, y2 = NaN] = [...ring, ...ring].slice(at * 2 + 2);
    return [x1, y1, x2, y2];
  });

/** A ring around the origin, anticlockwise, with a corner in every sector. */
const star = fc
  .array(fc.tuple(fc.double({ min: 0, max: 0.8, noNaN: true }), fc.double({ min: 40, max: 100, noNaN: true })), {
    minLength: 4,
    maxLength: 12,
  })
  .map((corners): FlatRing =>
    corners.flatMap(([shift, radius], at) => {
      const angle = ((at + shift) / corners.length) * 2 * Math.PI;
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    }),
  );
const part = fc.double({ min: 0.01, max: 1, noNaN: true });

describe('clearEdges', () => {
  it('of a square are clear up to its middle', () => {
    expect(clearEdges(edgesOf(SQUARE))?.upToM).toBe(50);
  });

  it.each<[string, Edge[]]>([
    [
      'fork',
      [
        [0, 0, 1, 0],
        [0, 0, 0, 1],
        [0, 0, -1, 0],
      ],
    ],
    ['make a triangle', edgesOf([0, 0, 1, 0, 0, 1])],
    [
      'cross',
      [
        [0, 0, 2, 2],
        [0, 2, 2, 0],
      ],
    ],
    [
      'lie on each other',
      [
        [0, 0, 1, 0],
        [0, 0, 3, 0],
      ],
    ],
    ['have no length', [[0, 0, 0, 0]]],
    ['are many', Array.from({ length: 40 }, (_, at): Edge => [at, 0, at + 1, 0])],
  ])('are none where they %s', (_, edges) => {
    expect(clearEdges(edges)).toBeNull();
  });
});

describe('areaNearClear', () => {
  it('is the frame of a square', () => {
    const clear = clearEdges(edgesOf(SQUARE));
    expect(clear && areaNearClear([SQUARE], clear, 10)).toBeCloseTo(100 * 100 - 80 * 80, 9);
    expect(clear && areaNearClear([AROUND], clear, 10)).toBeCloseTo(100 * 100 - 80 * 80 + 4000 + Math.PI * 100, 9);
  });

  it('is what strips and corners add up to, on either side of any ring', () => {
    fc.assert(
      fc.property(star, part, (ring, share) => {
        const clear = clearEdges(edgesOf(ring));
        if (!clear) return;
        const reachM = clear.upToM * share;
        const { left, right } = besideRings([ring], reachM);
        const inside = areaNearClear([ring], clear, reachM);
        expect(inside).toBeCloseTo(left, 6);
        expect(inside).toBeLessThanOrEqual(signedArea([ring]) + 1e-6);
        expect(areaNearClear([AROUND], clear, reachM)).toBeCloseTo(left + right, 6);
      }),
      { numRuns: 500 },
    );
  });
});
