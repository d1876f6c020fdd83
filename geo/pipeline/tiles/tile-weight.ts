import type { GeoJSONVTFeature } from '@maplibre/geojson-vt';

import { PIXEL, speckAt, SpeckSum } from './specks';

/**
 * A tile heavier than this, in bytes before gzip, is slow to fetch and to draw on a telephone; the limit that
 * tippecanoe keeps too.
 */
export const TILE_MOST_BYTES = 500_000;
/** Coarser than this, in pixels, would be another map. */
const COARSEST_PX = 64;
const GRAIN_STEP = 1.5;

/** Features of a layer of a tile, in its grid. */
export interface TileLayer {
  name: string;
  features: readonly GeoJSONVTFeature[];
}

export interface WeighedTile {
  /** `null` where nothing is left. */
  bytes: Uint8Array | null;
  /** Pixels: what is smaller is not in the tile itself. */
  grainPx: number;
}

type Encode = (layers: readonly TileLayer[]) => Uint8Array;

/**
 * A tile, encoded. One that is heavier than {@link TILE_MOST_BYTES} has the pieces of one thing as one feature, so that
 * their properties stand in it once. If it may be `light`, lines and areas smaller than a pixel are left out, and as
 * long as it is too heavy the grain gets coarser by half: areas that are smaller than a square of the grain become squares, as
 * many as they cover together, shorter lines go, and of the points of one thing one stays in each square. Other tiles
 * lose nothing but what has no extent. With `leastGrainPx` it gets as coarse as that, however light it is.
 */
export function weighed(layers: readonly TileLayer[], encode: Encode, light: boolean, leastGrainPx = 1): WeighedTile {
  const seen = layersWith(layers, (feature) => sizeOf(feature) >= (light ? leastOf(feature, 1) : 1));
  if (seen.length === 0) return { bytes: null, grainPx: light ? 1 : 0 };
  const withGrain = (grainPx: number): Uint8Array =>
    encode(gathered(seen.map(({ name, features }) => ({ name, features: coarser(features, grainPx) }))));
  let bytes = encode(seen);
  if (bytes.length <= TILE_MOST_BYTES && leastGrainPx <= 1) return { bytes, grainPx: light ? 1 : 0 };
  let grainPx = leastGrainPx;
  bytes = light && grainPx > 1 ? withGrain(grainPx) : encode(gathered(seen));
  if (!light) return { bytes, grainPx: 0 };
  while (bytes.length > TILE_MOST_BYTES && grainPx < COARSEST_PX) {
    grainPx *= GRAIN_STEP;
    bytes = withGrain(grainPx);
  }
  return { bytes, grainPx };
}

/**
 * The tiles of a zoom, encoded ({@link weighed}), all with the grain of the heaviest, so that no edge of a tile is seen
 * where a coarser one begins.
 */
export function weighedAlike(
  tiles: readonly { layers: readonly TileLayer[] }[],
  encode: Encode,
  light: boolean,
): { tiles: (Uint8Array | null)[]; grainPx: number } {
  const first = tiles.map(({ layers }) => weighed(layers, encode, light));
  const grainPx = Math.max(0, ...first.map((tile) => tile.grainPx));
  const alike = tiles.map(({ layers }, at) => {
    const tile = first[at];
    if (!tile?.bytes || tile.grainPx === grainPx) return tile?.bytes ?? null;
    return weighed(layers, encode, light, grainPx).bytes;
  });
  return { tiles: alike, grainPx };
}

/** Lines, areas and points with nothing smaller than a grain, in pixels. */
function coarser(features: readonly GeoJSONVTFeature[], grainPx: number): GeoJSONVTFeature[] {
  const side = Math.round(grainPx * PIXEL);
  const sum = new SpeckSum(side * side);
  const taken = new Map<unknown, Set<string>>();
  return features.flatMap((feature) => {
    const { tags } = feature;
    if (feature.type === 1) {
      const [[x, y] = [0, 0]] = feature.geometry;
      const square = `${Math.floor(x / side)} ${Math.floor(y / side)}`;
      const squares = taken.get(tags);
      if (squares?.has(square)) return [];
      if (squares) squares.add(square);
      else taken.set(tags, new Set([square]));
      return [feature];
    }
    const size = sizeOf(feature);
    if (size >= leastOf(feature, grainPx)) return [feature];
    if (feature.type === 2 || !sum.fills(tags, size)) return [];
    const [outline = []] = feature.geometry;
    const middle = (axis: 0 | 1): number => outline.reduce((total, corner) => total + corner[axis], 0) / outline.length;
    return [speckAt(tags, middle(0), middle(1), side)];
  });
}

/** Square steps of the grid for an area, steps of the longer side of its box for a line; points are always large. */
function sizeOf(feature: GeoJSONVTFeature): number {
  if (feature.type === 1) return Infinity;
  if (feature.type === 3) {
    const [outline = []] = feature.geometry;
    return Math.abs(doubleArea(outline)) / 2;
  }
  const positions = feature.geometry.flat();
  const side = (axis: 0 | 1): number => {
    let [least, most] = [Infinity, -Infinity];
    for (const position of positions) {
      least = Math.min(least, position[axis]);
      most = Math.max(most, position[axis]);
    }
    return most - least;
  };
  return Math.max(side(0), side(1));
}

/** The size of so many pixels, in what {@link sizeOf} measures. */
function leastOf({ type }: GeoJSONVTFeature, pixels: number): number {
  return type === 3 ? (pixels * PIXEL) ** 2 : pixels * PIXEL;
}

function doubleArea(ring: readonly (readonly [number, number])[]): number {
  let sum = 0;
  let [fromX, fromY] = ring.at(-1) ?? [0, 0];
  for (const [x, y] of ring) {
    sum += fromX * y - x * fromY;
    [fromX, fromY] = [x, y];
  }
  return sum;
}

/** The layers with those of their features that are wanted, and without what is empty then. */
function layersWith(layers: readonly TileLayer[], wanted: (feature: GeoJSONVTFeature) => boolean): TileLayer[] {
  return layers
    .map(({ name, features }) => ({ name, features: features.filter(wanted) }))
    .filter(({ features }) => features.length > 0);
}

/** The pieces that have the very same properties as one feature, at the place of the first of them. */
function gathered(layers: readonly TileLayer[]): TileLayer[] {
  return layers.map(({ name, features }) => {
    const byTags = new Map<unknown, GeoJSONVTFeature[]>();
    for (const feature of features) {
      const same = byTags.get(feature.tags);
      if (same) same.push(feature);
      else byTags.set(feature.tags, [feature]);
    }
    return { name, features: [...byTags.values()].flatMap(joined) };
  });
}

/** Points, lines and areas of one thing as one feature each. */
function joined(features: readonly GeoJSONVTFeature[]): GeoJSONVTFeature[] {
  const tags = features[0]?.tags ?? null;
  const points = features.flatMap((one) => (one.type === 1 ? one.geometry : []));
  const paths = (type: 2 | 3): [number, number][][] =>
    features.flatMap((one) => (one.type === type ? one.geometry : []));
  const all: GeoJSONVTFeature[] = [
    { type: 1, tags, geometry: points },
    { type: 2, tags, geometry: paths(2) },
    { type: 3, tags, geometry: paths(3) },
  ];
  return all.filter(({ geometry }) => geometry.length > 0);
}
