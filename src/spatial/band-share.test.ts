import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type BandShare, nearEdges, shareWithin as shareWithinNear } from './band-share';
import { pointToSegment } from './edge-set';
import type { FlatRing } from './half-plane';

const SQUARE: FlatRing = [0, 0, 100, 0, 100, 100, 0, 100];
const HOLE: FlatRing = [40, 40, 40, 60, 60, 60, 60, 40];

const shareWithin = (rings: readonly FlatRing[], edges: Float64Array, reachM: number): BandShare =>
  shareWithinNear(rings, nearEdges(edges), reachM);

/** Edges of rings, x1, y1, x2, y2 of each. */
const edgesOf = (...rings: FlatRing[]): Float64Array =>
  Float64Array.from(
    rings.flatMap((ring) =>
      ring.flatMap((x, i) =>
        i % 2 === 0
          ? [x, ring[i + 1] ?? NaN, ring[(i + 2) % ring.length] ?? NaN, ring[(i + 3) % ring.length] ?? NaN]
          : [],
      ),
    ),
  );

describe('shareWithin', () => {
  it.each([
    ['the frame of a square', [SQUARE], 10, 0.36],
    ['all of it', [SQUARE], 50, 1],
    ['nothing at no reach', [SQUARE], 0, 0],
    // Around a square hole: four strips of 20 × 5 and four quarter discs, of 9600.
    ['what surrounds a hole', [SQUARE, HOLE], 5, (100 * 100 - 90 * 90 + 4 * 100 + Math.PI * 25) / 9600],
  ])('is %s', (_, rings, reachM, expected) => {
    const { share, error } = shareWithin(rings, edgesOf(...rings), reachM);
    expect(share).toBeCloseTo(expected, 3);
    expect(Math.abs(share - expected)).toBeLessThanOrEqual(error + 1e-9);
    expect(error).toBeLessThan(0.02);
  });

  it('is exact for a strip, and for a disc, without halving to the end', () => {
    expect(shareWithin([SQUARE], Float64Array.of(-500, 30, 500, 30), 10)).toEqual({ share: 0.2, error: 0 });
    const disc = shareWithin([SQUARE], Float64Array.of(50, 50, 50, 50), 10);
    expect(disc.share).toBeCloseTo(Math.PI / 100, 12);
    expect(disc.error).toBe(0);
  });

  it('is exact beside two edges that meet, on either side of their corner', () => {
    // Along two sides of the square, and around its corner from outside.
    expect(shareWithin([SQUARE], Float64Array.of(100, 0, 0, 0, 0, 0, 0, 100), 10)).toEqual({ share: 0.19, error: 0 });
    const outside = shareWithin([SQUARE], Float64Array.of(-500, 0, 0, 0, 0, -500, 0, 0), 10);
    expect(outside.share).toBeCloseTo((Math.PI * 25) / 10_000, 12);
    const bent = shareWithin([SQUARE], Float64Array.of(50, 50, 500, 50, 50, 50, 50, -500), 10);
    // Two strips of 20 by 50 share a square of 10 by 10 within the bend; a quarter disc lies outside it.
    expect(bent.share).toBeCloseTo((2 * 20 * 50 - 100 + Math.PI * 25) / 10_000, 12);
    expect(bent.error).toBe(0);
  });

  const coordinate = fc.double({ min: -150, max: 250, noNaN: true });
  const edges = fc
    .array(fc.tuple(coordinate, coordinate, coordinate, coordinate), { minLength: 1, maxLength: 10 })
    .map((list) => Float64Array.from(list.flat()));
  const reach = fc.double({ min: 0, max: 200, noNaN: true });

  it('never shrinks when the reach grows', () => {
    fc.assert(
      fc.property(edges, reach, reach, (list, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const [small, large] = [shareWithin([SQUARE], list, less), shareWithin([SQUARE], list, more)];
        expect(large.share).toBeGreaterThanOrEqual(small.share - 1e-12);
      }),
      { numRuns: 200 },
    );
  });

  it('is what counting spots gives, as far as counting can tell, and its stated error is kept', () => {
    const SPOTS = 60;
    fc.assert(
      fc.property(edges, reach, (list, reachM) => {
        let [surely, perhaps] = [0, 0];
        const cellHalf = (100 / SPOTS / 2) * Math.SQRT2;
        for (let i = 0; i < SPOTS * SPOTS; i += 1) {
          const x = ((i % SPOTS) + 0.5) * (100 / SPOTS);
          const y = (Math.floor(i / SPOTS) + 0.5) * (100 / SPOTS);
          let nearest = Infinity;
          for (let e = 0; e < list.length; e += 4) {
            const [x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN] = list.subarray(e, e + 4);
            nearest = Math.min(nearest, pointToSegment(x, y, x1, y1, x2, y2));
          }
          if (nearest + cellHalf <= reachM) surely += 1;
          if (nearest - cellHalf <= reachM) perhaps += 1;
        }
        const { share, error } = shareWithin([SQUARE], list, reachM);
        expect(share + error).toBeGreaterThanOrEqual(surely / SPOTS ** 2 - 1e-9);
        if (reachM > 0) expect(share - error).toBeLessThanOrEqual(perhaps / SPOTS ** 2 + 1e-9);
      }),
      { numRuns: 100 },
    );
  });
});
