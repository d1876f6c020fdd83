import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { VectorTile } from '@mapbox/vector-tile';
import { booleanPointInPolygon, point, pointToLineDistance, polygon } from '@turf/turf';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { planIds, preparePlan } from '../../geo/pipeline/plan-pipeline';
import { writePlan } from '../../geo/pipeline/steps/write.step';
import { featurePieces } from '../../geo/pipeline/tiles/pieces';
import { TILE_MOST_BYTES } from '../../geo/pipeline/tiles/tile-weight';
import { type DrawnFeature, type DrawnFileName, DRAWN_FILES, DrawnFileSchema } from '../../src/contract/features';
import type { Manifest } from '../../src/contract/manifest';
import { checkPlan } from '../../src/lint/rules';
import { toMercator } from '../../src/spatial/mercator';
import { ArchiveBytes } from '../archive-bytes';
import { series } from '../postgis/random-sites';
import { tinyPlan } from '../tiny-plan';
import { LARGE_PLAN, writeLargePlan } from './large-plan';

const [PIECES, PLACES] = [600, 24];
const THRESHOLDS = { bytes: Infinity, pieces: 500 };
/** Metres: the grid of the deepest tiles moves a position by half a step each way. */
const GRID_M = 1;

const root = mkdtempSync(join(tmpdir(), 'tuce-large-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let manifest: Manifest;
let reader: PMTiles;
beforeAll(async () => {
  await writeLargePlan(root, PIECES, PLACES);
  const draft = await preparePlan(root, LARGE_PLAN);
  expect(checkPlan(draft)).toEqual([]);
  manifest = await writePlan(draft, join(root, 'data'), { thresholds: THRESHOLDS });
  reader = new PMTiles(new ArchiveBytes(readFileSync(join(root, 'data', LARGE_PLAN, 'map.pmtiles'))));
});

function drawn(name: DrawnFileName): DrawnFeature[] {
  const text = readFileSync(join(root, 'data', LARGE_PLAN, `${name}.geojson`), 'utf8');
  return v.parse(DrawnFileSchema, JSON.parse(text)).features;
}

/** The tile at a zoom that a position lies in, decoded, with the position in its grid. */
async function tileAt(
  lngLat: readonly [number, number],
  z: number,
): Promise<{ tile: VectorTile; x: number; y: number }> {
  const [x, y] = toMercator(lngLat).map((share) => share * 2 ** z);
  const [column = NaN, row = NaN] = [x, y].map((value) => Math.floor(value ?? NaN));
  const found = await reader.getZxy(z, column, row);
  const tile = new VectorTile(new PbfReader(new Uint8Array(found?.data ?? new ArrayBuffer())));
  return { tile, x: ((x ?? NaN) - column) * 4096, y: ((y ?? NaN) - row) * 4096 };
}

/** The features of a layer whose areas hold a position of the grid of their tile. */
function holding({ tile, x, y }: { tile: VectorTile; x: number; y: number }, name: string): Record<string, unknown>[] {
  const layer = tile.layers[name];
  return Array.from({ length: layer?.length ?? 0 }, (_, at) => layer?.feature(at)).flatMap((feature) => {
    const rings = feature?.loadGeometry().map((ring) => ring.map((corner) => [corner.x, corner.y])) ?? [];
    return rings.length > 0 && booleanPointInPolygon([x, y], polygon(rings)) ? [{ ...feature?.properties }] : [];
  });
}

const idsOf = (found: readonly Record<string, unknown>[]): unknown[] => found.map(({ id }) => id).toSorted();

describe('a plan that outgrows GeoJSON', () => {
  it('is the first of its site', async () => {
    expect(await planIds(root)).toEqual([LARGE_PLAN]);
    expect((await preparePlan(root, LARGE_PLAN)).plan.rank).toBe(0);
  });

  it('has tiles that its manifest names, beside its GeoJSON', async () => {
    expect(manifest.tiles).toEqual({ file: 'map.pmtiles', minzoom: 5, maxzoom: 14 });
    expect(Object.keys(manifest.files)).toEqual(
      expect.arrayContaining(['map.pmtiles', ...DRAWN_FILES.map((name) => `${name}.geojson`)]),
    );
    const header = await reader.getHeader();
    expect([header.minZoom, header.maxZoom]).toEqual([5, 14]);
    const [west, south, east, north] = countyBox();
    expect([header.minLon, header.minLat, header.maxLon, header.maxLat]).toEqual([west, south, east, north]);
    expect(await reader.getMetadata()).toMatchObject({
      vector_layers: [
        { id: 'areas', fields: { id: 'String', accuracyM: 'Number' } },
        { id: 'points', fields: { zh: 'String' } },
      ],
    });
  });

  it('has at a spot of a tile what its GeoJSON has there, with the same properties', async () => {
    const random = series(3);
    const pieces = drawn('areas').flatMap(featurePieces);
    const [west, south, east, north] = countyBox();
    let compared = 0;
    for (let run = 0; run < 60; run += 1) {
      const at = [west + random() * (east - west), south + random() * (north - south)] as const;
      const there = pieces.filter(
        ({ geometry }) => geometry.type === 'Polygon' && booleanPointInPolygon([...at], geometry),
      );
      const onEdge = there.some(({ geometry }) => {
        const [outline = []] = geometry.type === 'Polygon' ? geometry.coordinates : [];
        return (
          pointToLineDistance(point([...at]), { type: 'LineString', coordinates: outline }, { units: 'meters' }) <
          GRID_M
        );
      });
      if (onEdge) continue;
      const found = holding(await tileAt(at, 14), 'areas');
      expect(found.length, String(at)).toBe(2);
      expect(idsOf(found)).toEqual(idsOf(there.map(({ properties }) => properties)));
      for (const one of found)
        expect(one).toEqual(there.find(({ properties }) => properties.id === one['id'])?.properties);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(50);
  });

  it('has every name at every zoom, and no tile that is too heavy', async () => {
    const [west, south, east, north] = countyBox();
    for (let z = 5; z <= 14; z += 1) {
      const names = new Set<unknown>();
      const [left = 0, top = 0] = toMercator([west, north]).map((share) => Math.floor(share * 2 ** z));
      const [right = 0, bottom = 0] = toMercator([east, south]).map((share) => Math.floor(share * 2 ** z));
      for (let x = left; x <= right; x += 1) {
        for (let y = top; y <= bottom; y += 1) {
          const found = await reader.getZxy(z, x, y);
          expect(found?.data.byteLength).toBeLessThanOrEqual(TILE_MOST_BYTES);
          const { points } = new VectorTile(new PbfReader(new Uint8Array(found?.data ?? new ArrayBuffer()))).layers;
          for (let at = 0; at < (points?.length ?? 0); at += 1) names.add(points?.feature(at).properties['id']);
        }
      }
      expect(names.size, String(z)).toBe(PLACES + 1);
    }
  });

  it('has none where it is not large', async () => {
    const out = mkdtempSync(join(root, 'small-'));
    const { tiles, files } = await writePlan(tinyPlan(), out);
    expect(tiles).toBeUndefined();
    expect(Object.keys(files)).not.toContain('map.pmtiles');
    const draft = await preparePlan(root, LARGE_PLAN);
    expect((await writePlan(draft, out, { thresholds: { bytes: Infinity, pieces: 700 } })).tiles).toBeUndefined();
    expect((await writePlan(draft, out, { thresholds: { bytes: 100_000, pieces: 700 } })).tiles).toBeDefined();
  });
});

/** West, south, east, north of the county. */
function countyBox(): [number, number, number, number] {
  const county = drawn('areas').find(({ properties }) => properties.id === 'county');
  const [ring = []] = county?.geometry.type === 'Polygon' ? county.geometry.coordinates : [];
  const [[west = NaN, south = NaN] = [], , [east = NaN, north = NaN] = []] = ring;
  return [west, south, east, north];
}
