import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Area } from './area';
import { bboxOf } from './bbox';
import type { Polygons } from './clip';
import { areaM2, degreeLengthsAt } from './ellipsoid';
import { signedArea } from './half-plane';
import { cleaned, flatArea, overlay, OverlayError, overlayWithin, polygonsM2 } from './overlay';

const { lngM, latM } = degreeLengthsAt(25);
type Pair = [number, number];
const at = (eastM: number, northM: number): Pair => [102.7 + eastM / lngM, 25 + northM / latM];
const area = (...rings: Pair[][]): Area => ({
  type: 'Polygon',
  coordinates: rings.map((ring) => [...ring, ...ring.slice(0, 1)]),
});
const box = (west: number, south: number, east: number, north: number): Pair[] => [
  at(west, south),
  at(east, south),
  at(east, north),
  at(west, north),
];
const laid = (site: Area, on: Area): ReturnType<typeof overlay> => {
  const polygons = cleaned(site);
  return overlay(polygons, bboxOf({ type: 'MultiPolygon', coordinates: polygons }), flatArea(on));
};
const SITE = area(box(0, 0, 100, 100));

describe('overlay', () => {
  it.each<[string, Area, number]>([
    ['a half', area(box(50, -500, 500, 500)), 5000],
    ['all', area(box(-500, -500, 500, 500)), 10_000],
    ['nothing', area(box(200, 0, 300, 100)), 0],
    ['nothing of a neighbour that shares its edge', area(box(100, 0, 200, 100)), 0],
    ['all but a hole', area(box(-50, -50, 150, 150), box(40, 40, 60, 60)), 9600],
    ['nothing of a hole around it', area(box(-500, -500, 500, 500), box(-10, -10, 110, 110)), 0],
    [
      'two prongs of a fork',
      area([at(-9, 10), at(109, 10), at(109, 30), at(9, 30), at(9, 70), at(109, 70), at(109, 90), at(-9, 90)]),
      4000 + 9 * 40,
    ],
  ])('finds %s', (_, on, expected) => {
    const found = laid(SITE, on);
    expect(found.insideM2).toBeCloseTo(expected, 0);
    expect(found.insideM2 + found.outsideM2).toBeCloseTo(areaM2(SITE), 6);
  });

  const metres = fc.integer({ min: -3000, max: 3000 }).map((value) => value / 10);
  /** Rings of any kind: spikes, eights, double positions. */
  const ring = fc
    .array(fc.oneof(fc.tuple(metres, metres), fc.constantFrom<Pair>([0, 0], [100, 0], [100, 100], [0, 100])), {
      minLength: 3,
      maxLength: 14,
    })
    .map((spots) => spots.map(([x, y]) => at(x, y)));

  it.each<[string, Area]>([
    ['an area', area(box(20, 20, 60, 60))],
    ['one with a hole, drawn the other way round', area(box(20, 20, 60, 60).toReversed(), box(30, 30, 40, 40))],
  ])('is known without clipping for %s that lies all within the site', (_, on) => {
    const polygons = cleaned(SITE);
    const [clipped, known] = [laid(SITE, on), overlayWithin(polygons, areaM2(SITE), on)];
    expect(known.insideM2).toBeCloseTo(clipped.insideM2, 6);
    expect(known.outsideM2).toBeCloseTo(clipped.outsideM2, 6);
    const flat = (list: Polygons): number => signedArea(list.flat().map((one) => one.slice(1).flat()));
    expect(flat(known.inside)).toBeCloseTo(flat(clipped.inside), 15);
    expect(flat(known.outside)).toBeCloseTo(flat(clipped.outside), 15);
  });

  it('parts any site into inside and outside, and both ways round what is common is the same', () => {
    fc.assert(
      fc.property(ring, ring, (one, other) => {
        const [site, on] = [cleaned(area(one)), cleaned(area(other))];
        if (polygonsM2(site) < 1 || polygonsM2(on) < 1) return;
        const asArea = (polygons: Polygons): Area => ({ type: 'MultiPolygon', coordinates: polygons });
        const [here, there] = [laid(asArea(site), asArea(on)), laid(asArea(on), asArea(site))];
        expect(here.insideM2 + here.outsideM2).toBeCloseTo(polygonsM2(site), 3);
        // An edge that is cut is straight in another projection than before; that is all that may differ.
        const least = Math.min(polygonsM2(site), polygonsM2(on));
        expect(Math.abs(here.insideM2 - there.insideM2)).toBeLessThan(0.1 + 1e-5 * (polygonsM2(site) + polygonsM2(on)));
        expect(here.insideM2).toBeLessThanOrEqual(least * (1 + 1e-5) + 0.1);
      }),
      { numRuns: 150 },
    );
  });

  it('asks the second library when the first throws or loses land, and says so when both do', () => {
    const polygons = cleaned(SITE);
    const sound = { intersection: () => polygons, difference: (): Polygons => [] };
    const throwing = {
      intersection: (): Polygons => {
        throw new Error('Unable to complete output ring');
      },
      difference: (): Polygons => [],
    };
    const losing = { intersection: (): Polygons => [], difference: (): Polygons => [] };
    const ask = (...clippers: (typeof sound)[]): number =>
      overlay(polygons, bboxOf(SITE), flatArea(area(box(-9, -9, 109, 109))), clippers).insideM2;
    expect(ask(throwing, sound)).toBeCloseTo(10_000, 0);
    expect(ask(losing, sound)).toBeCloseTo(10_000, 0);
    expect(() => ask(throwing, losing)).toThrow(OverlayError);
  });
});

describe('cleaned', () => {
  it('counts the two loops of an eight, and shared land once', () => {
    expect(polygonsM2(cleaned(area([at(0, 0), at(100, 100), at(100, 0), at(0, 100)])))).toBeCloseTo(5000, 0);
    const twice: Area = { type: 'MultiPolygon', coordinates: [...two(0, 100), ...two(50, 150)] };
    expect(polygonsM2(cleaned(twice))).toBeCloseTo(15_000, 0);
  });
  const two = (west: number, east: number): Pair[][][] => [[[...box(west, 0, east, 100), at(west, 0)]]];

  it('is empty where nothing has an area', () => {
    expect(cleaned(area([at(0, 0), at(5, 5)]))).toEqual([]);
    expect(cleaned(area([at(0, 0), at(5, 5), at(0, 0)]))).toEqual([]);
    expect(cleaned({ type: 'Polygon', coordinates: [] })).toEqual([]);
  });
});
