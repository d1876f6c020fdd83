import type { GeoJSONVTFeature } from '@maplibre/geojson-vt';
import { describe, expect, it } from 'vitest';

import { type TileLayer, TILE_MOST_BYTES, weighed, weighedAlike } from './tile-weight';

const FIELD = { id: 'field' };

function square(x: number, y: number, side: number, tags: Record<string, string> = FIELD): GeoJSONVTFeature {
  const ring: [number, number][] = [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ];
  return { type: 3, tags, geometry: [ring] };
}
const line = (length: number): GeoJSONVTFeature => ({
  type: 2,
  tags: { id: 'way' },
  geometry: [
    [
      [0, 0],
      [length, 1],
    ],
  ],
});
const dot = (x: number, y: number, id: string): GeoJSONVTFeature => ({ type: 1, tags: { id }, geometry: [[x, y]] });

/** Weighs what is encoded by its features, and keeps what the last try was. */
function scales(bytesEach: number): {
  encode: (layers: readonly TileLayer[]) => Uint8Array;
  last: () => GeoJSONVTFeature[];
} {
  let last: GeoJSONVTFeature[] = [];
  return {
    encode: (layers) => {
      last = layers.flatMap(({ features }) => [...features]);
      const paths = last.reduce((sum, { geometry }) => sum + geometry.length, 0);
      return new Uint8Array(Math.min(paths * bytesEach, TILE_MOST_BYTES * 4));
    },
    last: () => last,
  };
}

function areaOf(features: readonly GeoJSONVTFeature[]): number {
  let area = 0;
  for (const feature of features) {
    if (feature.type !== 3) continue;
    for (const [[left] = [0], [right] = [0]] of feature.geometry) area += (right - left) ** 2;
  }
  return area;
}

const sideOf = (ring: readonly (readonly [number, number])[]): number => (ring[1]?.[0] ?? NaN) - (ring[0]?.[0] ?? NaN);

describe('the weight of a tile', () => {
  it('leaves out what is smaller than a pixel, but never a point', () => {
    const { encode, last } = scales(1);
    const all = [square(0, 0, 7), square(9, 9, 8), line(7), line(8), dot(1, 1, 'name')];
    expect(weighed([{ name: 'areas', features: all }], encode, true).grainPx).toBe(1);
    expect(last()).toEqual([all[1], all[3], all[4]]);
  });

  it('leaves out at the greatest zoom only what has no extent', () => {
    const { encode, last } = scales(1);
    const all = [square(0, 0, 1), square(5, 5, 0), line(2)];
    expect(weighed([{ name: 'areas', features: all }], encode, false).grainPx).toBe(0);
    expect(last()).toEqual([all[0], all[2]]);
  });

  it('is nothing where nothing is left', () => {
    const { encode } = scales(1);
    expect(weighed([{ name: 'areas', features: [square(0, 0, 3)] }], encode, true).bytes).toBeNull();
    expect(weighed([], encode, false).bytes).toBeNull();
  });

  it('makes one feature of the pieces of a thing before anything is lost', () => {
    const twice = [square(0, 0, 20), square(40, 0, 20), square(80, 0, 20, { id: 'other' }), square(120, 0, 20)];
    const joined: GeoJSONVTFeature[][] = [];
    const encode = (layers: readonly TileLayer[]): Uint8Array => {
      const features = layers.flatMap((layer) => [...layer.features]);
      joined.push(features);
      return new Uint8Array(features.length * (TILE_MOST_BYTES / 3));
    };
    expect(weighed([{ name: 'areas', features: twice }], encode, true).grainPx).toBe(1);
    expect(joined.at(-1)?.map(({ tags, geometry }) => [tags?.['id'], geometry.length])).toEqual([
      ['field', 3],
      ['other', 1],
    ]);
    expect(areaOf(joined.at(-1) ?? [])).toBe(4 * 400);
  });

  it('gets coarser until it is light enough, and stays as full as it was', () => {
    const fields = Array.from({ length: 10_000 }, (_, at) => square((at % 100) * 40, Math.floor(at / 100) * 40, 10));
    const { encode, last } = scales(TILE_MOST_BYTES / 4000);
    const { bytes, grainPx } = weighed([{ name: 'areas', features: fields }], encode, true);
    expect(bytes?.length).toBeLessThanOrEqual(TILE_MOST_BYTES);
    expect(grainPx).toBeGreaterThan(1);
    expect(Math.abs(areaOf(last()) / areaOf(fields) - 1)).toBeLessThan(0.01);
  });

  it('is as coarse as the heaviest of its zoom', () => {
    const fields = (count: number): TileLayer[] => [
      {
        name: 'areas',
        features: Array.from({ length: count }, (_, at) => square((at % 100) * 40, Math.floor(at / 100) * 40, 10)),
      },
    ];
    const sides = new Map<number, Set<number>>();
    const encode = (layers: readonly TileLayer[]): Uint8Array => {
      const rings = layers.flatMap(({ features }) => features.flatMap((one) => (one.type === 3 ? one.geometry : [])));
      const bytes = Math.max(1, Math.round(rings.length * (TILE_MOST_BYTES / 4000)));
      sides.set(bytes, new Set(rings.map(sideOf)));
      return new Uint8Array(bytes);
    };
    const { grainPx: alone } = weighed(fields(400), encode, true);
    const { tiles, grainPx } = weighedAlike(
      [{ layers: fields(10_000) }, { layers: fields(400) }, { layers: [] }],
      encode,
      true,
    );
    expect([alone, grainPx > alone, tiles[2]]).toEqual([1, true, null]);
    const [heavy, light] = tiles.map((bytes) => sides.get(bytes?.length ?? 0));
    expect(light).toEqual(heavy);
    expect(light).not.toContain(10);
    expect(weighedAlike([], encode, true)).toEqual({ tiles: [], grainPx: 0 });
  });

  it('keeps each name where it thins the points of one thing', () => {
    const crowd = Array.from({ length: 9000 }, (_, at) => dot(at % 300, Math.floor(at / 300), 'trees'));
    const trees = { id: 'trees' };
    const one = crowd.map((feature): GeoJSONVTFeature => ({ ...feature, tags: trees }));
    const { encode, last } = scales(TILE_MOST_BYTES / 4000);
    weighed([{ name: 'points', features: [...one, dot(10, 10, 'a'), dot(11, 10, 'b')] }], encode, true);
    expect(last().map(({ tags }) => tags?.['id'])).toEqual(['trees', 'a', 'b']);
    expect(last()[0]?.geometry.length).toBeLessThan(4000);
  });
});
