import * as v from 'valibot';

import { type DrawnFile, DrawnFeatureSchema, geometryWith } from './features';
import { MORE, rewritten, ZERO } from './unpack';

/**
 * A path as the app fetches it: Google's encoded polyline
 * (https://developers.google.com/maps/documentation/utilities/polylinealgorithm), but longitude first, as in GeoJSON,
 * and with the decimals that the file says. Steps from one position to the next in few characters: half of what GeoJSON
 * takes on the wire, and read in less time.
 */
const PathSchema = v.pipe(v.string(), v.regex(/^(?:[_-~]*[?-^][_-~]*[?-^])*$/u));

/** Finer than this, a hundredth of a metre, is no position on a plan. */
const MOST_DECIMALS = 7;

/** `public/data/<plan>/{ground,areas,bands,lines,points}.packed.json`: the GeoJSON of that name for the app itself. */
export const PackedFileSchema = v.strictObject({
  decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_DECIMALS)),
  features: v.array(
    v.strictObject({ properties: DrawnFeatureSchema.entries.properties, geometry: geometryWith(PathSchema) }),
  ),
});
export type PackedFile = v.InferOutput<typeof PackedFileSchema>;

/** Packs what the map draws. Positions keep their decimals, seven at most. */
export function packDrawn({ features }: DrawnFile): PackedFile {
  const decimals = features.reduce((most, { geometry }) => decimalsOf(geometry.coordinates, most), 0);
  const factor = 10 ** decimals;
  const path = (positions: readonly number[][]): string => packPath(positions, factor);
  return {
    decimals,
    features: features.map(({ properties, geometry }) => ({ properties, geometry: rewritten(geometry, path) })),
  };
}

type Nested = number | readonly Nested[];

/** The most decimals that a number of some coordinates is written with, `least` at least and {@link MOST_DECIMALS} at most. */
function decimalsOf(coordinates: Nested, least: number): number {
  let decimals = least;
  if (typeof coordinates !== 'number') {
    for (const one of coordinates) decimals = decimalsOf(one, decimals);
    return decimals;
  }
  while (decimals < MOST_DECIMALS && Math.round(coordinates * 10 ** decimals) / 10 ** decimals !== coordinates)
    decimals += 1;
  return decimals;
}

function packPath(positions: readonly number[][], factor: number): string {
  let text = '';
  let [fromX, fromY] = [0, 0];
  for (const [lng = 0, lat = 0] of positions) {
    const [x, y] = [Math.round(lng * factor), Math.round(lat * factor)];
    text += packStep(x - fromX) + packStep(y - fromY);
    [fromX, fromY] = [x, y];
  }
  return text;
}

/** The sign last, then five bits a character, the lowest first. */
function packStep(step: number): string {
  let text = '';
  let rest = step < 0 ? -2 * step - 1 : 2 * step;
  for (; rest >= MORE; rest = Math.floor(rest / MORE)) text += String.fromCharCode(ZERO + MORE + (rest % MORE));
  return text + String.fromCharCode(ZERO + rest);
}
