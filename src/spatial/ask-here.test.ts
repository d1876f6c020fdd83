import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { drawnFeature } from '../../tests/drawn-feature';
import type { DrawnFeature, DrawnFile, PlanGeometry } from '../contract/features';
import type { LngLat } from '../contract/place';
import { askHere, askIndex } from './ask-here';
import { degreeLengthsAt } from './ellipsoid';
import { askPoint } from './point-query';

const { lngM, latM } = degreeLengthsAt(25);
const at = (eastM: number, northM: number): LngLat => [102.7 + eastM / lngM, 25 + northM / latM];
const square = (fromM: number, toM: number): PlanGeometry => ({
  type: 'Polygon',
  coordinates: [[at(fromM, fromM), at(toM, fromM), at(toM, toM), at(fromM, toM), at(fromM, fromM)]],
});

const drawn = (id: string, geometry: PlanGeometry, more: Partial<DrawnFeature['properties']> = {}): DrawnFeature =>
  drawnFeature(id, geometry, { accuracyM: 50, ...more });
const index = (...features: DrawnFeature[]): ReturnType<typeof askIndex> =>
  askIndex([{ type: 'FeatureCollection', features }]);
const ids = (hits: ReturnType<typeof askHere>): string[] => hits.map((hit) => hit.placeId);

describe('askIndex', () => {
  it('takes shapes only, from all the files', () => {
    const marks = ['shape', 'part', 'label', 'badge', 'band', 'ground'] as const;
    const files = marks.map((mark): DrawnFile => ({
      type: 'FeatureCollection',
      features: [drawn(mark, square(0, 9), { mark })],
    }));
    expect(askIndex(files).shapes.map(({ properties }) => properties.id)).toEqual(['shape']);
  });
});

describe('askHere', () => {
  const line: PlanGeometry = { type: 'LineString', coordinates: [at(0, 300), at(1000, 300)] };
  const spot: PlanGeometry = { type: 'Point', coordinates: at(500, 700) };

  it('puts what surely holds first, then the nearest', () => {
    const all = index(
      drawn('site', spot, { accuracyM: 400 }),
      drawn('line', line, { accuracyM: 250 }),
      drawn('area', square(0, 1000)),
    );
    const hits = askHere(at(500, 520), 10, all);
    expect(hits.map(({ placeId, relation }) => [placeId, relation])).toEqual([
      ['area', 'inside'],
      ['site', 'too-close'],
      ['line', 'too-close'],
    ]);
    expect(hits.map((hit) => Math.round(hit.distanceToEdgeM))).toEqual([480, 180, 220]);
  });

  it('widens the reach of lines and points by the tolerance of the finger, but not that of areas', () => {
    const things = index(drawn('site', spot), drawn('line', line), drawn('area', square(0, 1000)));
    expect(ids(askHere(at(500, 600), 99, things))).toEqual(['area']);
    expect(ids(askHere(at(500, 600), 101, things))).toEqual(['area', 'site']);
    expect(ids(askHere(at(1100, 500), 300, index(drawn('area', square(0, 1000)))))).toEqual([]);
  });

  it('keeps an area whose edge could lie on the other side of the spot', () => {
    const area = index(drawn('area', square(0, 1000), { accuracyM: 200 }));
    expect(askHere(at(1100, 500), 0, area).map((hit) => hit.relation)).toEqual(['too-close']);
    expect(askHere(at(1300, 500), 0, area)).toEqual([]);
  });

  it('passes over the whole plan, which holds everything', () => {
    expect(askHere(at(500, 500), 0, index(drawn('all', square(0, 1000), { kind: 'whole-plan' })))).toEqual([]);
  });

  it('gives what a search without boxes would give', () => {
    const metres = fc.double({ min: -1500, max: 2500, noNaN: true });
    const features = fc.array(
      fc.record({
        x: metres,
        y: metres,
        size: fc.double({ min: 1, max: 900, noNaN: true }),
        accuracyM: fc.nat({ max: 600 }),
        kind: fc.nat({ max: 2 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(features, metres, metres, fc.nat({ max: 400 }), (list, x, y, toleranceM) => {
        const things = list.map(({ x: west, y: south, size, accuracyM, kind }, number) => {
          const corners = [at(west, south), at(west + size, south), at(west + size, south + size)];
          const geometry: PlanGeometry =
            kind === 0
              ? { type: 'Polygon', coordinates: [[...corners, ...corners.slice(0, 1)]] }
              : { type: kind === 1 ? 'LineString' : 'MultiPoint', coordinates: corners };
          return drawn(`t${number}`, geometry, { accuracyM });
        });
        const expected = things.filter(({ geometry, properties: { accuracyM } }) => {
          const reachM = geometry.type === 'Polygon' ? accuracyM : Math.max(accuracyM, toleranceM);
          return askPoint(at(x, y), { geometry, accuracyM: reachM }).relation !== 'outside';
        });
        expect(ids(askHere(at(x, y), toleranceM, index(...things))).toSorted()).toEqual(
          expected.map((one) => one.properties.id).toSorted(),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('a finger', () => {
  const line: PlanGeometry = { type: 'LineString', coordinates: [at(0, 300), at(1000, 300)] };

  it('that lands beside a line touches it, which is not the same as being too close to call', () => {
    const all = index(drawn('line', line, { accuracyM: 50 }));
    expect(askHere(at(500, 320), 150, all).map(({ relation }) => relation)).toEqual(['too-close']);
    expect(askHere(at(500, 400), 150, all).map(({ relation }) => relation)).toEqual(['touched']);
    expect(askHere(at(500, 500), 150, all)).toEqual([]);
  });

  it('never touches an area from outside', () => {
    expect(askHere(at(1100, 500), 500, index(drawn('area', square(0, 1000))))).toEqual([]);
  });
});
