import type { GeoJSONVTFeature } from '@maplibre/geojson-vt';

/**
 * A tile heavier than this, in bytes before gzip, is slow to fetch and to draw on a telephone; the limit that
 * tippecanoe keeps too.
 */
export const TILE_MOST_BYTES = 500_000;
/** Steps of the grid (4096 to a side) to a pixel (512 to a side). */
const PIXEL = 8;

/** Features of a layer of a tile, in its grid. */
export interface TileLayer {
  name: string;
  features: readonly GeoJSONVTFeature[];
}

export interface WeighedTile {
  /** `null` where nothing is left. */
  bytes: Uint8Array | null;
  tooSmall: number;
  tooMany: number;
}

interface Piece {
  name: string;
  feature: GeoJSONVTFeature;
  size: number;
}

/**
 * A tile, encoded, without what cannot be seen: areas without extent, and, if it is to be `light`, areas and lines that
 * are smaller than a pixel. One that is heavier than {@link TILE_MOST_BYTES} has the pieces of one place as one
 * feature, so that their properties stand in it once; if that does not do and it is to be light, it goes without the
 * smallest pieces. Points are never too small, and single ones, such as names, the last to go.
 */
export function lightened(
  layers: readonly TileLayer[],
  encode: (layers: readonly TileLayer[]) => Uint8Array,
  light: boolean,
): WeighedTile {
  const all = layers.flatMap(({ name, features }) =>
    features.map((feature): Piece => ({ name, feature, size: sizeOf(feature) })),
  );
  const seen = all.filter(({ feature, size }) => size > 0 && !(light && size < leastOf(feature)));
  if (seen.length === 0) return { bytes: null, tooSmall: all.length, tooMany: 0 };
  const tooSmall = all.length - seen.length;
  const whole = encode(layersOf(seen));
  if (whole.length <= TILE_MOST_BYTES) return { bytes: whole, tooSmall, tooMany: 0 };
  let kept = seen;
  let bytes = encode(gathered(kept));
  if (!light) return { bytes, tooSmall, tooMany: 0 };
  const ranked = bytes.length > TILE_MOST_BYTES ? ranking(seen) : [];
  while (bytes.length > TILE_MOST_BYTES && kept.length > 1) {
    // A little less than the share that fits, since the larger pieces are the heavier ones.
    const most = Math.floor(kept.length * Math.min(0.98, (TILE_MOST_BYTES / bytes.length) * 0.98));
    const first = new Set(ranked.slice(0, Math.max(1, most)));
    kept = seen.filter((piece) => first.has(piece));
    bytes = encode(gathered(kept));
  }
  return { bytes, tooSmall, tooMany: seen.length - kept.length };
}

/** Square steps of the grid for an area, steps of the longer side of its box for a line. */
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

/** The size of a pixel, in what {@link sizeOf} measures. */
function leastOf({ type }: GeoJSONVTFeature): number {
  return type === 3 ? PIXEL * PIXEL : PIXEL;
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

/** Names first, then the largest, in pixels; among equals in an order that has nothing to do with where they are. */
function ranking(pieces: readonly Piece[]): Piece[] {
  const [once, often] = [new Set<unknown>(), new Set<unknown>()];
  for (const { feature } of pieces) (once.has(feature.tags) ? often : once).add(feature.tags);
  return pieces
    .map((piece, at) => {
      const { feature, size } = piece;
      // Of many points of one thing each may go; a point that is alone is a name or a place.
      const pixels = feature.type === 1 && often.has(feature.tags) ? 0 : size / leastOf(feature);
      return { piece, pixels, lot: Math.imul(at + 1, 0x9e_37_79_b1) >>> 0 };
    })
    .toSorted((a, b) => (a.pixels === b.pixels ? a.lot - b.lot : b.pixels - a.pixels))
    .map(({ piece }) => piece);
}

function layersOf(pieces: readonly Piece[]): TileLayer[] {
  const layers = new Map<string, GeoJSONVTFeature[]>();
  for (const { name, feature } of pieces) {
    const features = layers.get(name);
    if (features) features.push(feature);
    else layers.set(name, [feature]);
  }
  return [...layers].map(([name, features]) => ({ name, features }));
}

/** The pieces that have the very same properties as one feature, at the place of the first of them. */
function gathered(pieces: readonly Piece[]): TileLayer[] {
  return layersOf(pieces).map(({ name, features }) => {
    const byTags = new Map<unknown, GeoJSONVTFeature[]>();
    for (const feature of features) {
      const same = byTags.get(feature.tags);
      if (same) same.push(feature);
      else byTags.set(feature.tags, [feature]);
    }
    return { name, features: [...byTags.values()].flatMap(joined) };
  });
}

/** Areas, lines and points of one thing as one feature each. */
function joined(features: readonly GeoJSONVTFeature[]): GeoJSONVTFeature[] {
  const [first] = features;
  if (!first) return [];
  const points = features.flatMap((one) => (one.type === 1 ? one.geometry : []));
  const paths = (type: 2 | 3): [number, number][][] =>
    features.flatMap((one) => (one.type === type ? one.geometry : []));
  const { tags } = first;
  const both = ([2, 3] as const).map((type): GeoJSONVTFeature => ({ type, tags, geometry: paths(type) }));
  return [{ type: 1 as const, tags, geometry: points }, ...both].filter(({ geometry }) => geometry.length > 0);
}
