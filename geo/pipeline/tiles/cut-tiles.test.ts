import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';

import { zoneRings } from '../../../tests/bench/scale/zones';
import { drawnFeature } from '../../../tests/drawn-feature';
import { toMercator } from '../../../src/spatial/mercator';
import { type CutTiles, cutTiles, type Drawn } from './cut-tiles';

const NONE: Drawn = { ground: [], areas: [], bands: [], lines: [], points: [] };
const AT: [number, number] = [102.707, 25.03];

/** Layers of the tile at a zoom that a position is in, each with its features. */
function layersAt({ tiles }: CutTiles, z: number, lngLat = AT): Record<string, { type: number; id: unknown }[]> {
  const [x, y] = toMercator(lngLat).map((share) => Math.floor(share * 2 ** z));
  const found = tiles.find((tile) => tile.z === z && tile.x === x && tile.y === y);
  const { layers } = new VectorTile(new PbfReader(found?.bytes ?? new Uint8Array()));
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, at) => layer.feature(at)).map(({ type, properties }) => ({
        type,
        id: properties['id'],
      })),
    ]),
  );
}

const ring = (west: number, south: number, size: number): number[][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

describe('what the map draws, as tiles', () => {
  it('has a layer for each file, and a feature for each piece', () => {
    const [lng, lat] = AT;
    const cut = cutTiles({
      ...NONE,
      ground: [drawnFeature('lake', { type: 'Polygon', coordinates: [ring(lng, lat, 0.005)] })],
      areas: [
        drawnFeature('zones', {
          type: 'MultiPolygon',
          coordinates: [[ring(lng, lat, 0.001)], [ring(lng + 0.002, lat, 0.001)], [ring(lng + 3, lat, 0.001)]],
        }),
      ],
      lines: [
        drawnFeature('ways', {
          type: 'MultiLineString',
          coordinates: [ring(lng, lat, 0.001).slice(0, 2), ring(lng, lat + 0.001, 0.001).slice(0, 3)],
        }),
      ],
      points: [drawnFeature('trees', { type: 'MultiPoint', coordinates: [AT, [lng + 0.001, lat]] })],
    });
    expect(layersAt(cut, 14)).toEqual({
      ground: [{ type: 3, id: 'lake' }],
      areas: [
        { type: 3, id: 'zones' },
        { type: 3, id: 'zones' },
      ],
      lines: [
        { type: 2, id: 'ways' },
        { type: 2, id: 'ways' },
      ],
      points: [
        { type: 1, id: 'trees' },
        { type: 1, id: 'trees' },
      ],
    });
    expect(layersAt(cut, 14, [lng + 3.0005, lat + 0.0005])).toEqual({ areas: [{ type: 3, id: 'zones' }] });
  });

  it('goes as deep as the accuracy asks for', () => {
    const [lng, lat] = AT;
    const deepest = (accuracyM: number): number =>
      cutTiles({
        ...NONE,
        areas: [drawnFeature('zone', { type: 'Polygon', coordinates: [ring(lng, lat, 0.005)] }, { accuracyM })],
      }).maxzoom;
    expect([1, 20, 100, 200, 5000].map(deepest)).toEqual([14, 14, 13, 12, 10]);
  });

  it('shades with what is too small to be drawn, as much as it covers', () => {
    const rings = zoneRings(2500, [102.7, 25, 102.75, 25.05]);
    const areas = [drawnFeature('fields', { type: 'MultiPolygon', coordinates: rings.map((one) => [one]) })];
    const cut = cutTiles({ ...NONE, areas });
    // At 25° a pixel of zoom 8 is 277 m: 0.05° are 20 of them one way and 18 the other; a field is a seventh of one.
    const specks = layersAt(cut, 8, [102.72, 25.02])['areas']?.length ?? 0;
    expect(specks).toBeGreaterThan(330);
    expect(specks).toBeLessThan(440);
  });

  it('writes the same bytes for the same plan', () => {
    const rings = zoneRings(200, [102.7, 25, 102.75, 25.05]);
    const areas = [drawnFeature('fields', { type: 'MultiPolygon', coordinates: rings.map((one) => [one]) })];
    expect(cutTiles({ ...NONE, areas })).toEqual(cutTiles({ ...NONE, areas }));
  });

  it('has no tile that holds nothing', () => {
    expect(cutTiles(NONE).tiles).toEqual([]);
    const [lng, lat] = AT;
    const cut = cutTiles({ ...NONE, points: [drawnFeature('tree', { type: 'Point', coordinates: [lng, lat] })] });
    expect(cut.tiles.map(({ z }) => z).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: cut.maxzoom - cut.minzoom + 1 }, (_, at) => cut.minzoom + at),
    );
  });
});
