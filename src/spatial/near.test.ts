import fc from 'fast-check';
import { Geodesic } from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';

import { drawnFeature } from '../../tests/drawn-feature';
import type { DrawnFeature, PlanGeometry } from '../contract/features';
import type { LngLat } from '../contract/place';
import { circleAround, distanceM, positionAt } from './ellipsoid';
import { distanceTo, nearMe, type NearAnswer, standingIn } from './near';
import { nearIndex } from './near-index';
import { nearestOf } from './nearest';

const HERE: LngLat = [102.7, 25];
const at = (eastM: number, northM: number): LngLat => positionAt(HERE, eastM, northM);
const path = (...corners: [number, number][]): LngLat[] => corners.map(([x, y]) => at(x, y));
const box = (west: number, south: number, east: number, north: number): LngLat[] =>
  path([west, south], [east, south], [east, north], [west, north], [west, south]);
const area = (...corners: Parameters<typeof box>): PlanGeometry => ({
  type: 'Polygon',
  coordinates: [box(...corners)],
});
const line = (...corners: [number, number][]): PlanGeometry => ({ type: 'LineString', coordinates: path(...corners) });
const dot = (x: number, y: number): PlanGeometry => ({ type: 'Point', coordinates: at(x, y) });

const indexOf = (...features: DrawnFeature[]): ReturnType<typeof nearIndex> =>
  nearIndex([{ type: 'FeatureCollection', features }]);
const ask = (features: DrawnFeature[], radiusM = 2000, pointAccuracyM = 0): NearAnswer =>
  nearMe(HERE, radiusM, indexOf(...features), pointAccuracyM);
const ids = (list: readonly { placeId: string }[]): string[] => list.map(({ placeId }) => placeId);
/** Metres between two positions by GeographicLib. */
const geodesicM = (a: readonly number[], b: readonly number[]): number =>
  Geodesic.WGS84.Inverse(a[1] ?? NaN, a[0] ?? NaN, b[1] ?? NaN, b[0] ?? NaN).s12 ?? NaN;

describe('a line with marked points', () => {
  const station = (id: string, x: number, y: number, owner = 'metro'): DrawnFeature =>
    drawnFeature(id, dot(x, y), { mark: 'part', owner, accuracyM: 100 });
  const metro = drawnFeature('metro', line([-5000, 500], [5000, 500]), { kind: 'line', accuracyM: 50 });

  it('names the nearest of them, with its own distance and doubt, and lists none as a thing of its own', () => {
    const { nearby } = ask([
      metro,
      station('far', -3000, 500),
      station('near', 1200, 500),
      station('other', 10, 10, 'x'),
    ]);
    expect(ids(nearby)).toEqual(['metro']);
    expect(nearby[0]?.distanceM).toBeCloseTo(500, 0);
    expect(nearby[0]?.part).toMatchObject({ placeId: 'near' });
    expect(nearby[0]?.part?.distanceM).toBeCloseTo(1300, 0);
    expect(nearby[0]?.part?.maxM).toBeCloseTo(1400, 0);
  });

  it('has none where nothing is marked', () => {
    expect(ask([metro]).nearby[0]?.part).toBeNull();
  });
});

describe('distances', () => {
  const chinese = fc.tuple(fc.double({ min: 74, max: 134, noNaN: true }), fc.double({ min: 18, max: 53, noNaN: true }));
  const step = fc.double({ min: -0.4, max: 0.4, noNaN: true });

  it('agree with GeographicLib to half a percent, to points and to the nearest spot of a line', () => {
    fc.assert(
      fc.property(chinese, step, step, step, step, ([lng, lat], dx1, dy1, dx2, dy2) => {
        const [a, b]: [LngLat, LngLat] = [
          [lng + dx1, lat + dy1],
          [lng + dx2, lat + dy2],
        ];
        const { distanceM: measured, spot } = nearestOf([lng, lat], { type: 'LineString', coordinates: [a, b] });
        let truthM = Infinity;
        for (let i = 0; i <= 2000; i += 1) {
          const t = i / 2000;
          truthM = Math.min(truthM, geodesicM([lng, lat], [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]));
        }
        // Between two samples of the line lie up to 45 m.
        expect(measured).toBeLessThan(truthM * 1.005 + 0.01);
        expect(measured).toBeGreaterThan(truthM * 0.995 - 45);
        expect(Math.abs(geodesicM([lng, lat], spot) - measured)).toBeLessThan(measured * 0.005 + 0.01);
      }),
      { numRuns: 100 },
    );
  });

  it('are those of the ellipsoid to a millionth within two degrees of latitude', () => {
    const far = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(chinese, far, far, ([lng, lat], east, north) => {
        const to: LngLat = [lng + east, lat + north];
        const measured = nearestOf([lng, lat], { type: 'Point', coordinates: to }).distanceM;
        const truthM = distanceM([lng, lat], to);
        expect(Math.abs(measured - truthM)).toBeLessThanOrEqual(truthM * 2e-6 + 1e-6);
      }),
    );
  });

  it('the circle around a spot has its radius everywhere', () => {
    fc.assert(
      fc.property(chinese, fc.constantFrom(500, 1000, 2000, 5000, 60_000), ([lng, lat], radiusM) => {
        const ring = circleAround([lng, lat], radiusM);
        expect(ring.at(0)).toEqual(ring.at(-1));
        for (const corner of ring)
          expect(Math.abs(geodesicM([lng, lat], corner) / radiusM - 1)).toBeLessThan(radiusM > 10_000 ? 1e-3 : 1e-4);
      }),
      { numRuns: 50 },
    );
  });
});

describe('what is nearby', () => {
  it('has points, lines and areas alike, nearest first, with direction and interval', () => {
    const { nearby } = ask([
      drawnFeature('dot', dot(0, 1500), { kind: 'point', accuracyM: 100 }),
      drawnFeature('line', line([-900, -5000], [-900, 5000]), { kind: 'line', accuracyM: 300 }),
      drawnFeature('area', area(400, -100, 900, 100), { accuracyM: 50 }),
    ]);
    expect(ids(nearby)).toEqual(['area', 'line', 'dot']);
    expect(nearby.map((near) => Math.round(near.distanceM))).toEqual([400, 900, 1500]);
    expect(nearby.map((near) => [Math.round(near.minM), Math.round(near.maxM)])).toEqual([
      [350, 450],
      [600, 1200],
      [1400, 1600],
    ]);
    expect(nearby.map((near) => Math.round(near.bearingDeg ?? NaN))).toEqual([90, 270, 0]);
  });

  it('keeps apart what is drawn beyond the radius but so roughly that it may be within', () => {
    const { nearby, perhaps } = ask([
      drawnFeature('rough', dot(0, 2600), { kind: 'point', accuracyM: 700 }),
      drawnFeature('fine', dot(0, 2600), { kind: 'point', accuracyM: 500 }),
    ]);
    expect(ids(nearby)).toEqual([]);
    expect(ids(perhaps)).toEqual(['rough']);
  });

  it('never says a direction that the accuracy does not carry, nor a distance below zero', () => {
    const { nearby } = ask([drawnFeature('dot', dot(200, 0), { kind: 'point', accuracyM: 500 })]);
    expect(nearby[0]).toMatchObject({ bearingDeg: null, minM: 0 });
  });

  it('leaves out areas that apply here, unions drawn on demand, and the whole plan', () => {
    const answer = ask([
      drawnFeature('around', area(-500, -500, 500, 500)),
      drawnFeature('union', area(600, -500, 900, 500), { draw: 'on-demand' }),
      drawnFeature('plan', area(-9000, -9000, 9000, 9000), { kind: 'whole-plan' }),
      drawnFeature('stop', dot(100, 0), { mark: 'part', kind: 'point' }),
    ]);
    expect(ids(answer.nearby)).toEqual([]);
    expect(answer.themes.flatMap((theme) => ids(theme.hits))).toEqual(['around']);
  });

  it('is every shape within the radius and no other, whatever the radius', () => {
    const metres = fc.integer({ min: -6000, max: 6000 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(metres, metres, fc.integer({ min: 0, max: 900 })), { maxLength: 40 }),
        fc.constantFrom(500, 1000, 2000, 5000),
        fc.integer({ min: 0, max: 400 }),
        (dots, radiusM, own) => {
          const features = dots.map(([x, y, accuracyM], i) =>
            drawnFeature(`d${i}`, dot(x, y), { kind: 'point', accuracyM }),
          );
          const answer = ask(features, radiusM, own);
          const within = dots.flatMap(([x, y], i) => (geodesicM(HERE, at(x, y)) <= radiusM ? [`d${i}`] : []));
          const maybe = dots.flatMap(([x, y, a], i) =>
            geodesicM(HERE, at(x, y)) - a - own <= radiusM && !within.includes(`d${i}`) ? [`d${i}`] : [],
          );
          expect(ids(answer.nearby).toSorted()).toEqual(within.toSorted());
          expect(ids(answer.perhaps).toSorted()).toEqual(maybe.toSorted());
          const distances = answer.nearby.map((near) => near.distanceM);
          expect(distances).toEqual(distances.toSorted((a, b) => a - b));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('what contains the point', () => {
  const RING = line([-2000, -2000], [2000, -2000], [2000, 2000], [-2000, 2000], [-2000, -2000]);

  it('takes a line that closes on itself for the area it encloses, and no other line', () => {
    const answer = ask([
      drawnFeature('ring', RING, { kind: 'line', theme: 'road', accuracyM: 400 }),
      drawnFeature('far-ring', { type: 'LineString', coordinates: box(8000, 0, 9000, 900) }, { kind: 'line' }),
      drawnFeature('road', line([-2000, -2000], [2000, -2000], [2000, 2000], [-2000, 2000]), { kind: 'line' }),
    ]);
    expect(answer.rings.map(({ placeId, relation }) => [placeId, relation])).toEqual([
      ['ring', 'inside'],
      ['far-ring', 'outside'],
    ]);
    expect(answer.rings[0]?.distanceToEdgeM).toBeCloseTo(2000, -1);
  });

  it('knows the plan’s own name for the inside of a ring, whichever way its outline runs', () => {
    const outline = box(-2000, -2000, 2000, 2000);
    const answer = ask([
      drawnFeature('ring', { type: 'LineString', coordinates: outline }, { kind: 'line' }),
      drawnFeature('inside-it', { type: 'Polygon', coordinates: [outline.toReversed()] }),
      drawnFeature('other', area(-2000, -2000, 2000, 1999)),
    ]);
    expect(answer.rings[0]?.insideId).toBe('inside-it');
  });

  it('is too close to call within the accuracy of the ring and of the point together', () => {
    const ring = drawnFeature(
      'ring',
      { type: 'LineString', coordinates: box(-300, -9000, 9000, 9000) },
      { accuracyM: 200 },
    );
    expect(ask([ring]).rings[0]?.relation).toBe('inside');
    expect(ask([ring], 2000, 150).rings[0]?.relation).toBe('too-close');
  });

  it('gives one zone a theme at most, with those it may be instead', () => {
    const zone = (id: string, corners: Parameters<typeof box>): DrawnFeature =>
      drawnFeature(id, area(...corners), { kind: 'zone', theme: 'city', accuracyM: 90 });
    const answer = ask([zone('east', [40, -5000, 5000, 5000]), zone('west', [-5000, -5000, 40, 5000])]);
    expect(answer.zones).toMatchObject([
      { placeId: 'west', theme: 'city', relation: 'too-close', contains: true, rivals: ['east'] },
    ]);
    expect(ids(answer.nearby)).toEqual([]);
  });

  it('never gives two zones of one theme', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3000, max: 3000 }), { minLength: 1, maxLength: 8 }), (edges) => {
        const zones = edges.map((west, i) =>
          drawnFeature(`z${i}`, area(west, -2000, west + 700, 2000), {
            kind: 'zone',
            theme: `t${i % 2}`,
            accuracyM: 300,
          }),
        );
        const themes = ask(zones).zones.map((zone) => zone.theme);
        expect(new Set(themes).size).toBe(themes.length);
      }),
    );
  });

  it('says of each theme with areas whether the point is in any, counting those drawn', () => {
    const answer = ask([
      drawnFeature('reserve', area(-500, -500, 500, 500), { theme: 'green', accuracyM: 600 }),
      drawnFeature('park', area(-900, -900, 900, 900), { theme: 'green' }),
      drawnFeature('far', area(5000, 0, 6000, 900), { theme: 'green' }),
      drawnFeature('site', area(5000, 0, 6000, 900), { theme: 'project' }),
    ]);
    expect(answer.themes).toMatchObject([
      { theme: 'green', relation: 'inside', drawn: 3, hits: [{ placeId: 'park' }, { placeId: 'reserve' }] },
      { theme: 'project', relation: 'outside', drawn: 1, hits: [] },
    ]);
  });

  it('measures how far outside the coverage a point is', () => {
    const index = indexOf(drawnFeature('plan', area(1000, -500, 9000, 500), { kind: 'whole-plan' }));
    expect(standingIn(HERE, 'plan', index)).toMatchObject({ relation: 'outside', contains: false });
    expect(standingIn(HERE, 'plan', index)?.distanceToEdgeM).toBeCloseTo(1000, 0);
    expect(standingIn(HERE, 'nowhere', index)).toBeNull();
  });
});

describe('what the straight line crosses', () => {
  const LAKE = drawnFeature('lake', area(200, -500, 600, 500), { class: 'lake', theme: 'green' });
  const ROAD = drawnFeature('road', line([-300, -900], [-300, 900]), { class: 'expressway', mark: 'ground' });
  const crosses = (...things: DrawnFeature[]): readonly string[] =>
    ask([LAKE, ROAD, ...things]).nearby.find(({ placeId }) => placeId === 'it')?.crosses ?? [];

  it.each<[string, PlanGeometry, string[]]>([
    ['a thing beyond the lake', dot(900, 0), ['water']],
    ['a thing beyond the expressway', dot(-900, 0), ['expressway']],
    ['a thing on this side', dot(0, 900), []],
    ['a thing that ends at the shore', area(150, -10, 200, 10), []],
    ['an island', dot(400, 0), ['water']],
  ])('says it of %s', (_, geometry, expected) => {
    expect(crosses(drawnFeature('it', geometry, { kind: 'point' }))).toEqual(expected);
  });

  it('does not count the lake itself, but counts the water around a spot on it', () => {
    expect(ask([LAKE]).nearby[0]?.crosses).toEqual([]);
    const afloat = nearMe(at(400, 0), 2000, indexOf(LAKE, drawnFeature('pier', dot(400, 100), { kind: 'point' })));
    expect(afloat.nearby[0]).toMatchObject({ placeId: 'pier', crosses: ['water'] });
  });
});

it('measures to a place beyond any radius, and knows what is not drawn', () => {
  const index = indexOf(drawnFeature('far', dot(0, 40_000), { kind: 'point', accuracyM: 1000 }));
  expect(distanceTo(HERE, 'far', index)?.distanceM).toBeCloseTo(40_000, -2);
  expect(distanceTo(HERE, 'nothing', index)).toBeNull();
});

it('has nothing to say of an empty plan, and says so without failing', () => {
  expect(ask([])).toEqual({ zones: [], rings: [], themes: [], nearby: [], perhaps: [] });
});

it('the zone next door is never called nearby: it begins where this one ends', () => {
  const zones = [
    drawnFeature('here', area(-1000, -1000, 500, 1000), { kind: 'zone' }),
    drawnFeature('next', area(500, -1000, 2000, 1000), { kind: 'zone' }),
    drawnFeature('park', area(600, 0, 700, 100)),
  ];
  const answer = ask(zones);
  expect(ids(answer.zones)).toEqual(['here']);
  expect(ids(answer.nearby)).toEqual(['park']);
});
