import { describe, expect, it } from 'vitest';

import type { GazetteerFeature, PlanGeometry } from '../contract/features';
import type { LngLat, Provenance } from '../contract/place';
import { changed, feature, LAKE_AREA, PLACES_FILE, square, tinyPlan, TOWN_A } from '../../tests/tiny-plan';
import { wgs84ToGcj02 } from '../importers/crs/chinese-datums';
import { datumMistaken } from './datum.check';
import { checkPlan } from './rules';

/** Every position as a Chinese web map states it: here about 170 m east and 330 m south of where it is. */
function inGcj02(geometry: PlanGeometry): PlanGeometry {
  const isPosition = (value: unknown): value is LngLat => Array.isArray(value) && typeof value[0] === 'number';
  const shift = (value: unknown): unknown => {
    if (isPosition(value)) return wgs84ToGcj02(value);
    return Array.isArray(value) ? value.map(shift) : value;
  };
  return { ...geometry, coordinates: shift(geometry.coordinates) } as PlanGeometry;
}

const misread = (one: GazetteerFeature): GazetteerFeature => ({
  ...one,
  geometry: one.geometry && inGcj02(one.geometry),
});

const METRO = feature(
  'metro-1',
  {
    type: 'LineString',
    coordinates: [
      [102.01, 25.05],
      [102.09, 25.05],
    ],
  },
  { role: 'ground', kind: 'line', class: 'metro-line', ref: '1' },
);
const METRO_2 = changed(
  {
    ...METRO,
    id: 'metro-2',
    geometry: {
      type: 'LineString',
      coordinates: [
        [102.04, 25.01],
        [102.04, 25.09],
      ],
    },
  },
  { ref: '2' },
);
const station = (id: string, at: LngLat, ref = '1'): GazetteerFeature =>
  feature(id, { type: 'Point', coordinates: at }, { role: 'ground', kind: 'point', class: 'metro-station', ref });
const STATIONS: readonly LngLat[] = [
  [102.02, 25.05],
  [102.035, 25.0503],
  [102.05, 25.05],
  [102.065, 25.0497],
  [102.08, 25.05],
];
const stations = STATIONS.map((at, index) => station(`station-${index}`, at));
const part = changed(station('stop', [102.03, 25.05]), { role: 'part', partOf: 'metro-1', theme: 'project' });

const district = { kind: 'zone', class: 'district', theme: 'region' } as const;
const SOUTH = changed(TOWN_A, district);
const NORTH = changed(
  feature('town-b', square(102, 25.1, 0.1), { names: [{ text: '乙城' }], articles: [1] }),
  district,
);

/** What the linter says of a plan of one town and these features: with no name in the text, only ground is added. */
function findings(...features: GazetteerFeature[]): string[] {
  return checkPlan(tinyPlan({ features: [TOWN_A, ...features] })).map(({ code, file, id }) => {
    expect([code, file]).toEqual(['TC018', PLACES_FILE]);
    return id;
  });
}

/** The same of two districts, which a shift lets overlap as well. */
function districtFindings(...features: GazetteerFeature[]): string[] {
  return datumMistaken.run(tinyPlan({ features })).map(({ id }) => id);
}

describe('a point and its line', () => {
  it('are left in peace where they meet', () => {
    expect(findings(METRO, ...stations, part)).toEqual([]);
  });

  it('are reported with file, distances and the way out where the station is in GCJ-02', () => {
    const plan = tinyPlan({ features: [TOWN_A, METRO, station('station-0', wgs84ToGcj02([102.03, 25.05]))] });
    expect(checkPlan(plan)).toEqual([
      {
        code: 'TC018',
        severity: 'error',
        file: PLACES_FILE,
        id: 'station-0',
        message: expect.stringMatching(/^it lies 3\d\d m from metro-1, and 0 m once converted$/u),
        fix: 'the coordinate is GCJ-02: convert it to WGS-84 (gcoord)',
      },
    ]);
  });

  it('are reported for a part as for a station, whatever the method is said to be', () => {
    const source: Provenance = { method: 'converted', from: ['map'], on: '2026-01-01' };
    expect(findings(METRO, misread(part))).toEqual(['stop']);
    expect(findings(METRO, changed(misread(part), { source }))).toEqual(['stop']);
  });

  it('are reported once for an interchange, by whichever line shows it', () => {
    const at: LngLat = [102.04, 25.05];
    expect(findings(METRO, METRO_2, station('cross', at, '1·2'))).toEqual([]);
    expect(findings(METRO, METRO_2, station('cross', wgs84ToGcj02(at), '1·2'))).toEqual(['cross']);
  });

  it('are not reported for a point that is merely off the line, or whose accuracy allows for it', () => {
    expect(findings(METRO, station('far', [102.03, 25.06]))).toEqual([]);
    expect(findings(METRO, station('north', [102.03, 25.053]))).toEqual([]);
    expect(findings(METRO, changed(misread(part), { accuracyM: 300 }))).toEqual([]);
  });

  it('are not reported for a station of another line', () => {
    expect(findings(METRO, station('other', wgs84ToGcj02([102.03, 25.05]), '7'))).toEqual([]);
  });
});

describe('the points of one line together', () => {
  const rough = (one: GazetteerFeature): GazetteerFeature => changed(one, { accuracyM: 300 });
  const wrong = stations.map((one) => rough(misread(one)));

  it('tell what one alone does not', () => {
    expect(findings(METRO, ...wrong)).toEqual(['station-0', 'station-1', 'station-2', 'station-3', 'station-4']);
    expect(findings(METRO, ...wrong.slice(0, 3))).toEqual([]);
  });

  it('leave out the one that was converted', () => {
    const [first = part] = stations;
    expect(findings(METRO, rough(first), ...wrong.slice(1))).toEqual([
      'station-1',
      'station-2',
      'station-3',
      'station-4',
    ]);
  });

  it('are left in peace where each is roughly placed', () => {
    const scattered = STATIONS.map(([lng, lat], index) =>
      station(`s-${index}`, [lng, lat + (index % 2 ? 3e-3 : -3e-3)]),
    );
    expect(findings(METRO, ...scattered.map(rough))).toEqual([]);
  });
});

describe('districts', () => {
  it('are left in peace where they share their border', () => {
    expect(checkPlan(tinyPlan({ features: [SOUTH, NORTH, LAKE_AREA] }))).toEqual([]);
  });

  it('are reported where only a conversion lets one meet its neighbours', () => {
    expect(districtFindings(SOUTH, misread(NORTH))).toEqual(['town-b']);
    expect(districtFindings(misread(SOUTH), NORTH)).toEqual(['town-a']);
  });

  it('are left in peace where their border runs along the shift, which leads it onto itself', () => {
    const [lng, lat] = wgs84ToGcj02([102, 25]);
    const [dx, dy] = [(lng - 102) * 30, (lat - 25) * 30];
    const beside = (width: number): PlanGeometry => ({
      type: 'Polygon',
      coordinates: [
        [
          [102, 25],
          [102 + dx, 25 + dy],
          [102 + dx + width, 25 + dy],
          [102 + width, 25],
          [102, 25],
        ],
      ],
    });
    expect(districtFindings({ ...SOUTH, geometry: beside(-0.1) }, { ...NORTH, geometry: beside(0.1) })).toEqual([]);
  });

  it('are not reported where they are apart, alone, or no districts', () => {
    expect(districtFindings(SOUTH, { ...NORTH, geometry: square(102, 25.105, 0.1) })).toEqual([]);
    expect(districtFindings(misread(SOUTH))).toEqual([]);
    expect(districtFindings(SOUTH, changed(misread(NORTH), { class: 'lake' }))).toEqual([]);
    expect(districtFindings(SOUTH, changed(misread(NORTH), { kind: 'overlay' }))).toEqual([]);
  });
});
