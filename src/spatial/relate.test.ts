import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import type { Range } from '../contract/extract';
import { GeometrySchema, type PlanGeometry } from '../contract/features';
import type { LngLat } from '../contract/place';
import { degreeLengthsAt } from './ellipsoid';
import { askPoint } from './point-query';
import { type Answer, distanceToEdgeM, relate, targetOf } from './relate';
import { type Site, siteOf } from './site';

const { lngM, latM } = degreeLengthsAt(25);
const at = (eastM: number, northM: number): LngLat => [102.7 + eastM / lngM, 25 + northM / latM];
const polygon = (...spots: LngLat[]): PlanGeometry => ({
  type: 'Polygon',
  coordinates: [[...spots, ...spots.slice(0, 1)]],
});
const box = (west: number, south: number, east: number, north: number): PlanGeometry =>
  polygon(at(west, south), at(east, south), at(east, north), at(west, north));
const line = (...spots: LngLat[]): PlanGeometry => ({ type: 'LineString', coordinates: spots });
function site(geometry: PlanGeometry, accuracyM = 0): Site {
  const prepared = siteOf(geometry, accuracyM);
  if (!prepared.ok) throw new Error(prepared.reason);
  return prepared.site;
}
const ask = (asked: PlanGeometry, place: PlanGeometry, accuracyM = 0): Answer =>
  relate(site(asked), targetOf(place, accuracyM));
const rounded = (range: Range | null): number[] =>
  range ? [range.min, range.value, range.max].map((amount) => Math.round(amount)) : [];

const ZONE = box(0, 0, 10_000, 10_000);

describe('a parcel and an area', () => {
  it.each<[string, PlanGeometry, number, string, number[]]>([
    ['deep inside', box(5000, 5000, 5100, 5100), 100, 'inside', [10_000, 10_000, 10_000]],
    ['inside, but in the soft edge', box(10, 5000, 60, 5100), 100, 'too-close', [0, 5000, 5000]],
    ['half in the soft edge', box(50, 5000, 150, 5100), 100, 'part', [5000, 10_000, 10_000]],
    ['across the edge', box(-500, 5000, 500, 5100), 100, 'part', [40_000, 50_000, 60_000]],
    ['across an edge that is known exactly', box(-500, 5000, 500, 5100), 0, 'part', [50_000, 50_000, 50_000]],
    ['outside, but in the soft edge', box(-60, 5000, -10, 5100), 100, 'too-close', [0, 0, 5000]],
    ['far outside', box(-500, 5000, -400, 5100), 100, 'outside', [0, 0, 0]],
    ['along the edge from inside, known exactly', box(0, 5000, 100, 5100), 0, 'inside', [10_000, 10_000, 10_000]],
    ['along the edge from inside, known to 5 m', box(0, 5000, 100, 5100), 5, 'part', [9500, 10_000, 10_000]],
    ['along the edge from outside, known exactly', box(-100, 5000, 0, 5100), 0, 'too-close', [0, 0, 0]],
    ['over it by a sliver of half a metre', box(-100, 5000, 0.5, 5100), 0, 'too-close', [50, 50, 50]],
    ['around all of it', box(-1000, -1000, 11_000, 11_000), 0, 'part', [1e8, 1e8, 1e8]],
  ])('%s', (_, parcel, accuracyM, relation, amounts) => {
    const answer = ask(parcel, ZONE, accuracyM);
    expect(answer.relation).toBe(relation);
    rounded(answer.areaM2).forEach((amount, index) => {
      const expected = amounts[index] ?? NaN;
      expect(Math.abs(amount - expected)).toBeLessThanOrEqual(Math.max(3, expected * 2e-3));
    });
  });

  it('adds the accuracy of the site to that of the place', () => {
    const parcel = box(150, 5000, 250, 5100);
    expect(relate(site(parcel), targetOf(ZONE, 100)).relation).toBe('inside');
    expect(relate(site(parcel, 60), targetOf(ZONE, 100)).relation).toBe('part');
  });

  const metres = fc.integer({ min: -500, max: 1500 });
  const anyParcel = fc
    .array(fc.tuple(metres, metres), { minLength: 3, maxLength: 8 })
    .map((spots) => polygon(...spots.map(([x, y]) => at(x, y))));
  const anyArea = fc
    .array(fc.tuple(metres, metres), { minLength: 3, maxLength: 10 })
    .map((spots) => polygon(...spots.map(([x, y]) => at(x, y))));
  const metresOff = fc.integer({ min: 0, max: 600 });
  const bothOk = (parcel: PlanGeometry, area: PlanGeometry): boolean => siteOf(parcel).ok && siteOf(area).ok;

  it('keeps min ≤ value ≤ max, and the bounds never come closer when less is known', () => {
    fc.assert(
      fc.property(anyParcel, anyArea, metresOff, metresOff, (parcel, area, a, b) => {
        if (!bothOk(parcel, area)) return;
        const [sharp, soft] = [Math.min(a, b), Math.max(a, b)].map((accuracyM) => ask(parcel, area, accuracyM));
        for (const answer of [sharp, soft]) {
          const { value, min, max } = answer?.areaM2 ?? { value: NaN, min: NaN, max: NaN };
          expect(min).toBeGreaterThanOrEqual(0);
          expect(min).toBeLessThanOrEqual(value);
          expect(value).toBeLessThanOrEqual(max);
          expect(max).toBeLessThanOrEqual(site(parcel).areaM2);
        }
        expect(soft?.areaM2?.min).toBeLessThanOrEqual((sharp?.areaM2?.min ?? NaN) + 1e-6);
        expect(soft?.areaM2?.max).toBeGreaterThanOrEqual((sharp?.areaM2?.max ?? NaN) - 1e-6);
        expect(soft?.areaM2?.value).toBeCloseTo(sharp?.areaM2?.value ?? NaN, 6);
        // Whoever knows less is never surer.
        if (soft?.relation === 'inside' || soft?.relation === 'outside') expect(sharp?.relation).toBe(soft.relation);
      }),
      { numRuns: 80 },
    );
  });

  it('has no doubt at accuracy 0', () => {
    fc.assert(
      fc.property(anyParcel, anyArea, (parcel, area) => {
        if (!bothOk(parcel, area)) return;
        const { value, min, max } = ask(parcel, area).areaM2 ?? { value: NaN, min: NaN, max: NaN };
        expect([min, max]).toEqual([value, value]);
      }),
      { numRuns: 100 },
    );
  });

  it('never gives two zones that share an edge all of a parcel, nor more than all together', () => {
    fc.assert(
      fc.property(anyParcel, fc.integer({ min: -200, max: 1200 }), metresOff, (parcel, split, accuracyM) => {
        if (!siteOf(parcel).ok) return;
        const west = ask(parcel, box(-9000, -9000, split, 9000), accuracyM);
        const east = ask(parcel, box(split, -9000, 9000, 9000), accuracyM);
        expect([west, east].filter(({ relation }) => relation === 'inside').length).toBeLessThanOrEqual(1);
        const whole = site(parcel).areaM2;
        expect((west.areaM2?.min ?? NaN) + (east.areaM2?.min ?? NaN)).toBeLessThanOrEqual(whole * (1 + 1e-9));
        const values = (west.areaM2?.value ?? NaN) + (east.areaM2?.value ?? NaN);
        expect(Math.abs(values / whole - 1)).toBeLessThan(1e-6);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a line and an area', () => {
  it('has its length inside, with the bounds that the edge leaves', () => {
    const answer = ask(line(at(-1000, 500), at(1000, 500)), ZONE, 100);
    expect(answer.relation).toBe('part');
    rounded(answer.lengthM).forEach((amount, index) => {
      expect(Math.abs(amount - ([900, 1000, 1100][index] ?? NaN))).toBeLessThanOrEqual(1);
    });
  });

  it('is inside, outside or neither', () => {
    expect(ask(line(at(500, 500), at(900, 500)), ZONE, 100).relation).toBe('inside');
    expect(ask(line(at(-500, 500), at(-400, 500)), ZONE, 100).relation).toBe('outside');
    expect(ask(line(at(-50, 500), at(50, 500)), ZONE, 100).relation).toBe('too-close');
  });

  it('keeps its bounds in order', () => {
    const metres = fc.integer({ min: -3000, max: 13_000 });
    const anyLine = fc.array(fc.tuple(metres, metres), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(anyLine, fc.nat({ max: 900 }), fc.nat({ max: 900 }), (spots, a, b) => {
        const asked = line(...spots.map(([x, y]) => at(x, y)));
        if (!siteOf(asked).ok) return;
        const [sharp, soft] = [Math.min(a, b), Math.max(a, b)].map((accuracyM) => ask(asked, ZONE, accuracyM).lengthM);
        expect(soft?.min).toBeLessThanOrEqual((sharp?.min ?? NaN) + 1e-6);
        expect(sharp?.min).toBeLessThanOrEqual((sharp?.value ?? NaN) + 1e-6);
        expect(sharp?.value).toBeLessThanOrEqual((sharp?.max ?? NaN) + 1e-6);
        expect(sharp?.max).toBeLessThanOrEqual((soft?.max ?? NaN) + 1e-6);
        expect(soft?.max).toBeLessThanOrEqual(site(asked).lengthM + 1e-6);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a parcel and a line or point of the plan', () => {
  const road = line(at(-2000, 500), at(2000, 500));
  it('holds what surely runs through it', () => {
    const answer = ask(box(0, 0, 1000, 1000), road, 100);
    expect(answer.relation).toBe('holds');
    rounded(answer.lengthM).forEach((amount, index) => {
      expect(Math.abs(amount - ([800, 1000, 1200][index] ?? NaN))).toBeLessThanOrEqual(1);
    });
    expect(answer.distanceToEdgeM).toBe(0);
  });

  it('cannot tell of a line known less exactly than the parcel is wide, or that passes near', () => {
    expect(ask(box(0, 0, 1000, 1000), road, 600).relation).toBe('too-close');
    expect(ask(box(0, 550, 1000, 1000), road, 100).relation).toBe('too-close');
    expect(ask(box(0, 650, 1000, 1000), road, 100).relation).toBe('outside');
  });

  it('holds a point that lies deeper than it is uncertain', () => {
    const spot: PlanGeometry = { type: 'Point', coordinates: at(500, 500) };
    expect(ask(box(0, 0, 1000, 1000), spot, 400).relation).toBe('holds');
    expect(ask(box(0, 0, 1000, 1000), spot, 600).relation).toBe('too-close');
    expect(ask(box(2000, 0, 3000, 1000), spot, 600).relation).toBe('outside');
  });
});

describe('a point', () => {
  it('is answered as askPoint answers', () => {
    const metres = fc.integer({ min: -20_000, max: 30_000 });
    const shapes = [ZONE, line(at(0, 0), at(9000, 3000)), { type: 'Point', coordinates: at(0, 0) } as const];
    fc.assert(
      fc.property(metres, metres, fc.constantFrom(...shapes), fc.nat({ max: 5000 }), (x, y, geometry, accuracyM) => {
        const spot = at(x, y);
        const answer = ask({ type: 'Point', coordinates: spot }, geometry, accuracyM);
        const expected = askPoint(spot, { geometry, accuracyM });
        expect(answer.relation).toBe(expected.relation);
        expect(Math.abs(answer.distanceToEdgeM - expected.distanceToEdgeM)).toBeLessThanOrEqual(
          2 + expected.distanceToEdgeM * 1e-5,
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the distance to the edge', () => {
  it('is that of GeographicLib between the nearest corners', () => {
    const far = fc.integer({ min: 200, max: 60_000 });
    fc.assert(
      fc.property(far, far, (x, y) => {
        // Two squares that face each other by their corners.
        const [here, there] = [at(100, 100), at(100 + x, 100 + y)];
        const target = targetOf(polygon(there, at(200 + x, 100 + y), at(200 + x, 200 + y), at(100 + x, 200 + y)), 0);
        const truth = geodesic.Geodesic.WGS84.Inverse(here[1], here[0], there[1], there[0]).s12 ?? NaN;
        expect(Math.abs(distanceToEdgeM(site(box(0, 0, 100, 100)), target) / truth - 1)).toBeLessThan(1e-4);
      }),
    );
  });

  it('is 0 for a place that lies in the parcel, and that of the boundary for a parcel in a place', () => {
    expect(distanceToEdgeM(site(box(0, 0, 1000, 1000)), targetOf(box(400, 400, 500, 500), 0))).toBe(0);
    expect(distanceToEdgeM(site(box(400, 400, 500, 500)), targetOf(box(0, 0, 1000, 1000), 0))).toBeCloseTo(400, 0);
  });
});

describe('recorded values of PostGIS', () => {
  const area = v.custom<PlanGeometry>((value) => v.is(GeometrySchema, value));
  const file = v.parse(
    v.object({
      by: v.string(),
      recorded: v.array(
        v.object({
          parcel: area,
          place: area,
          areaM2: v.number(),
          commonM2: v.number(),
          distanceToEdgeM: v.number(),
        }),
      ),
    }),
    JSON.parse(readFileSync(new URL('../../tests/fixtures/postgis.json', import.meta.url), 'utf8')),
  );
  const within = (ours: number, theirs: number): void => {
    expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(theirs * 1e-3 + 0.01);
  };

  // npx tsx tests/postgis/record.ts
  it.each(file.recorded)('$areaM2 m², $commonM2 m² in common, $distanceToEdgeM m to the edge', (pair) => {
    const parcel = site(pair.parcel);
    const answer = relate(parcel, targetOf(pair.place, 0));
    within(parcel.areaM2, pair.areaM2);
    within(answer.areaM2?.value ?? NaN, pair.commonM2);
    within(answer.distanceToEdgeM, pair.distanceToEdgeM);
  });

  it('are of all kinds', () => {
    expect(file.recorded).toHaveLength(20);
    expect(file.recorded.some(({ commonM2 }) => commonM2 === 0)).toBe(true);
    expect(file.recorded.some(({ commonM2, areaM2 }) => commonM2 > 0 && commonM2 < areaM2 * 0.99)).toBe(true);
  });
});
