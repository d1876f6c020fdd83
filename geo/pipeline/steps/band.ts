import { createRequire } from 'node:module';

import type * as Turf from '@turf/turf';
import type { Feature, LineString, MultiLineString } from 'geojson';

import { BAND_SHARES, type PlanGeometry } from '../../../src/contract/features';
import { pathsOf } from '../../../src/contract/paths';
import { isArea, rounded } from '../../../src/spatial/area';

/** Four decimals of a degree, about ten metres, do for a band from here on; a narrower one would get ragged. */
const COARSE_M = 20;
const [COARSE_DECIMALS, FINE_DECIMALS] = [4, 6];

/** Makes the soft edge of a geometry that is known to `accuracyM` metres. */
export type BandMaker = (geometry: PlanGeometry, accuracyM: number) => PlanGeometry[];

/**
 * The soft edge of a line or an area as areas that the map can fill: everything within `accuracyM` (and within parts
 * of it) of the line or the boundary, in true scale. Points have none; the map draws their circle itself.
 */
export const bandsOf: BandMaker = (geometry, accuracyM) => {
  const edge = edgeOf(geometry);
  if (!edge || accuracyM <= 0) return [];
  const { buffer, simplify } = turf();
  // A vertex that moves by a twelfth of the uncertainty cannot be seen in a soft edge.
  const course = simplify(edge, { tolerance: accuracyM / 12 / 100_000, highQuality: true });
  const decimals = accuracyM < COARSE_M ? FINE_DECIMALS : COARSE_DECIMALS;
  return BAND_SHARES.flatMap((share) => {
    const band = buffer(course, accuracyM * share, { units: 'meters', steps: 4 })?.geometry as PlanGeometry | undefined;
    return isArea(band) ? [rounded(band, decimals)] : [];
  });
};

/**
 * Loaded with the first soft edge, since most builds have all of theirs from an earlier one, and with `require`: as ES
 * modules its hundred packages take three times as long.
 */
function turf(): Pick<typeof Turf, 'buffer' | 'simplify'> {
  return createRequire(import.meta.url)('@turf/turf') as typeof Turf;
}

function edgeOf(geometry: PlanGeometry): Feature<LineString | MultiLineString> | null {
  const feature = (shape: LineString | MultiLineString): Feature<LineString | MultiLineString> => ({
    type: 'Feature',
    properties: {},
    geometry: shape,
  });
  if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') return feature(geometry);
  if (!isArea(geometry)) return null;
  const rings = pathsOf(geometry);
  const [only] = rings;
  return geometry.type === 'Polygon' && only && rings.length === 1
    ? feature({ type: 'LineString', coordinates: only })
    : feature({ type: 'MultiLineString', coordinates: rings });
}
