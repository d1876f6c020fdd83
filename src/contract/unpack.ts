import type { DrawnFeature, DrawnFile } from './features';
import type { PackedFile } from './packed';

/** What each unpacked file was. */
const packed = new WeakMap<DrawnFile, PackedFile>();

/** As what a file came that {@link unpackDrawn} made. */
export function packedOf(file: DrawnFile): PackedFile | undefined {
  return packed.get(file);
}

/**
 * What `packDrawn` has packed, to the last digit. Its features are read when somebody first asks for them: the map has
 * a worker that does so by itself.
 */
export function unpackDrawn(from: PackedFile): DrawnFile {
  let features: DrawnFeature[] | null = null;
  const file: DrawnFile = {
    type: 'FeatureCollection',
    get features() {
      features ??= unpackFeatures(from);
      return features;
    },
  };
  packed.set(file, from);
  return file;
}

/** The features of a packed file. */
export function unpackFeatures({ decimals, features }: PackedFile): DrawnFeature[] {
  const factor = 10 ** decimals;
  const path = (text: string): number[][] => unpackPath(text, factor);
  return features.map(({ properties, geometry }): DrawnFeature => ({
    type: 'Feature',
    properties,
    geometry: rewritten(geometry, path),
  }));
}

/** A geometry whose paths are written as `P`; a point is none. */
type Written<P> =
  | { type: 'Point'; coordinates: number[] }
  | { type: 'MultiPoint' | 'LineString'; coordinates: P }
  | { type: 'MultiLineString' | 'Polygon'; coordinates: P[] }
  | { type: 'MultiPolygon'; coordinates: P[][] };

/** A geometry with its paths written another way. */
export function rewritten<P, Q>(geometry: Written<P>, path: (written: P) => Q): Written<Q> {
  switch (geometry.type) {
    case 'Point':
      return geometry;
    case 'MultiPoint':
    case 'LineString':
      return { type: geometry.type, coordinates: path(geometry.coordinates) };
    case 'MultiLineString':
    case 'Polygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map(path) };
    case 'MultiPolygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map((rings) => rings.map(path)) };
  }
}

/** Code of the character for nothing, and what tells it that more of the number follows. */
export const [ZERO, MORE] = [63, 32];

function unpackPath(text: string, factor: number): number[][] {
  const positions: number[][] = [];
  let at = 0;
  const nextStep = (): number => {
    let [value, weight, bits] = [0, 1, MORE];
    while (bits >= MORE) {
      bits = text.charCodeAt(at) - ZERO;
      at += 1;
      value += (bits % MORE) * weight;
      weight *= MORE;
    }
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  };
  let [x, y] = [0, 0];
  while (at < text.length) {
    x += nextStep();
    y += nextStep();
    positions.push([x / factor, y / factor]);
  }
  return positions;
}
