import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { featureCollection, union } from '@turf/turf';
import gcoord from 'gcoord';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { areaFeature, isArea } from '../src/spatial/area';
import { checkPlan } from '../src/lint/rules';
import { preparePlan } from '../geo/pipeline/plan-pipeline';
import { areaM2, distanceM } from '../src/spatial/ellipsoid';
import { askPoint } from '../src/spatial/point-query';

const draft = await preparePlan(join(import.meta.dirname, '..'), 'kunming-2021');
const { entries, places, geometries, sources, themes } = draft;
const named = places.filter((place) => place.role === 'place');
const byId = new Map(places.map((place) => [place.id, place]));

const LngLat = v.tuple([v.number(), v.number()]);
const { stations } = v.parse(
  v.object({ stations: v.array(v.object({ name: v.string(), at: LngLat })) }),
  JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', 'stations.json'), 'utf8')),
);

/** Where the gazetteer has the operating metro station of a name. */
function stationAt(name: string): [number, number] {
  const found = entries.find(({ feature: { properties: p } }) => p.class === 'metro-station' && p.name.zh === name);
  const { geometry } = found?.feature ?? {};
  return v.parse(LngLat, geometry?.type === 'Point' ? geometry.coordinates : null);
}

describe('the datum', () => {
  it.each(stations)('has $name within 100 m of its place in another WGS-84 list', ({ name, at }) => {
    expect(distanceM(stationAt(name), at)).toBeLessThan(100);
  });

  it('would show a slip: the same stations in GCJ-02 lie more than 300 m away', () => {
    for (const { name, at } of stations) {
      const slipped = gcoord.transform<[number, number]>([...at], gcoord.WGS84, gcoord.GCJ02);
      expect(distanceM(stationAt(name), slipped), name).toBeGreaterThan(300);
    }
    const slipped = gcoord.transform<[number, number]>([102.749_72, 25.038_96], gcoord.WGS84, gcoord.GCJ02);
    expect(distanceM(stationAt('金马寺'), slipped)).toBeGreaterThan(300);
    const back = gcoord.transform<[number, number]>(slipped, gcoord.GCJ02, gcoord.WGS84);
    expect(distanceM(stationAt('金马寺'), back)).toBeLessThan(20);
  });

  it('is written with five decimals at most, longitude first', () => {
    for (const { feature } of entries) {
      for (const number of JSON.stringify(feature.geometry ?? null).match(/-?\d+\.?\d*/gu) ?? []) {
        expect(number, feature.id).toMatch(/^\d+(\.\d{1,5})?$/u);
      }
    }
    for (const [id, geometry] of geometries) {
      const [lng = 0, lat = 0] = (JSON.stringify(geometry).match(/\d+\.?\d*/gu) ?? []).map(Number);
      expect(lng > 100 && lng < 105 && lat > 22 && lat < 28, id).toBe(true);
    }
  });
});

describe('lengths', () => {
  it.each([
    ['inner-ring-2', 27, 10],
    ['ring-3', 62, 10],
    ['metro-7', 42.5, 10.5],
    ['metro-8', 29.6, 10.5],
    ['metro-9', 50.8, 10.5],
    ['metro-anning', 23.6, 10.5],
    ['metro-6-phase3', 4.9, 15],
  ])('of %s is the published %d km within %d %%', (id, publishedKm, percent) => {
    const lengthKm = byId.get(id)?.lengthKm ?? NaN;
    expect((Math.abs(lengthKm - publishedKm) / publishedKm) * 100).toBeLessThan(percent);
  });
});

describe('the districts', () => {
  const districts = entries.flatMap(({ feature }) => {
    const geometry = geometries.get(feature.id);
    const { class: groundClass, role } = feature.properties;
    return groundClass === 'district' && role === 'place' && isArea(geometry) ? [{ id: feature.id, geometry }] : [];
  });

  it('are fourteen', () => {
    expect(districts).toHaveLength(14);
  });

  it('tile the plan: the sum of their areas is the area of their union', () => {
    const sumM2 = districts.reduce((sum, { geometry }) => sum + areaM2(geometry), 0);
    const whole = union(featureCollection(districts.map(({ geometry }) => areaFeature(geometry))));
    expect(Math.abs(areaM2(whole?.geometry ?? { type: 'Polygon', coordinates: [] }) / sumM2 - 1)).toBeLessThan(1e-4);
    const coverage = geometries.get('kunming');
    expect(Math.abs((coverage ? areaM2(coverage) : 0) / sumM2 - 1)).toBeLessThan(1e-4);
    expect(sumM2 / 1e6).toBeGreaterThan(20_500);
    expect(sumM2 / 1e6).toBeLessThan(21_500);
  });

  it('hold every metro station in exactly one of them', () => {
    const found = entries.filter(({ feature }) => feature.properties.class === 'metro-station');
    expect(found.length).toBeGreaterThan(100);
    for (const { feature } of found) {
      const at = stationAt(feature.properties.name.zh);
      const inside = districts.filter(({ geometry }) => askPoint(at, { geometry, accuracyM: 0 }).relation === 'inside');
      expect(inside, feature.id).toHaveLength(1);
    }
  });
});

describe('what the gazetteer says of itself', () => {
  it('passes its own linter', () => {
    expect(checkPlan(draft)).toEqual([]);
  });

  it('has an accuracy and a known source for whatever has a geometry', () => {
    for (const { feature } of entries.filter((entry) => geometries.has(entry.feature.id))) {
      const { accuracyM, source } = feature.properties;
      expect(accuracyM, feature.id).toBeGreaterThan(0);
      expect(source.from.length, feature.id).toBeGreaterThan(0);
      for (const id of source.from) expect(Object.keys(sources), feature.id).toContain(id);
    }
  });

  it('knows 138 places, and why it does not know where some of them are', () => {
    expect(named).toHaveLength(138);
    const nowhere = named.filter((place) => place.bbox === null);
    expect(nowhere.length).toBeGreaterThan(0);
    for (const { id, unlocated, accuracyM } of nowhere) {
      expect(unlocated?.note.zh.length ?? 0, id).toBeGreaterThan(3);
      expect(unlocated?.note.en.length ?? 0, id).toBeGreaterThan(10);
      expect(accuracyM, id).toBeNull();
    }
    for (const place of named.filter((one) => one.bbox !== null)) expect(place.unlocated, place.id).toBeUndefined();
  });

  it.each([
    'kunming',
    'old-city',
    'new-city',
    'dianzhong-new-area',
    'urban-rural-integration',
    'main-city-4',
    'main-city-5',
    'inside-ring-2',
    'inside-ring-3',
    'wujiaba',
    'dianchi',
    'dianchi-zone-1',
    'dianchi-zone-2',
    'dianchi-zone-3',
    'dianchi-greenway',
    'metro-7',
    'ring-3',
    'panlong-river',
    'central-yunnan-diversion',
    'airport-hub',
    'ftz-kunming',
  ])('has %s on the map', (id) => {
    expect(byId.get(id)?.bbox).toHaveLength(4);
    expect(byId.get(id)?.role).toBe('place');
  });

  it('has a place for every theme and a theme for every place', () => {
    expect(new Set(named.map((place) => place.theme))).toEqual(new Set(themes.map((theme) => theme.id)));
  });

  it('makes the old city of the four districts of the document, and the new one of two', () => {
    expect(byId.get('old-city')?.members).toEqual([
      'wuhua-district',
      'panlong-district',
      'guandu-district',
      'xishan-district',
    ]);
    expect(byId.get('new-city')?.members).toEqual(['chenggong', 'jinning']);
    expect(byId.get('kunming')?.members).toHaveLength(14);
  });
});
