import { buffer, lineString, multiLineString, polygonToLine, simplify } from '@turf/turf';
import type { Feature, LineString, MultiLineString } from 'geojson';

import { BAND_SHARES, type PlanGeometry } from '../../../src/contract/features';
import { areaFeature, isArea } from '../../../src/spatial/area';

/** Four decimals of a degree, about ten metres, do for a band from here on; a narrower one would get ragged. */
const COARSE_M = 20;
const [COARSE_DECIMALS, FINE_DECIMALS] = [4, 6];

/**
 * The soft edge of a line or an area as areas that the map can fill: everything within `accuracyM` (and within parts
 * of it) of the line or the boundary, in true scale. Points have none; the map draws their circle itself.
 */
export function bandsOf(geometry: PlanGeometry, accuracyM: number): PlanGeometry[] {
  const edge = edgeOf(geometry);
  if (!edge || accuracyM <= 0) return [];
  // A vertex that moves by a twelfth of the uncertainty cannot be seen in a soft edge.
  const course = simplify(edge, { tolerance: accuracyM / 12 / 100_000, highQuality: true });
  const decimals = accuracyM < COARSE_M ? FINE_DECIMALS : COARSE_DECIMALS;
  return BAND_SHARES.flatMap((share) => {
    const band = buffer(course, accuracyM * share, { units: 'meters', steps: 4 });
    return band && isArea(band.geometry as PlanGeometry) ? [rounded(band.geometry as PlanGeometry, decimals)] : [];
  });
}

function edgeOf(geometry: PlanGeometry): Feature<LineString | MultiLineString> | null {
  if (geometry.type === 'LineString') return lineString(geometry.coordinates);
  if (geometry.type === 'MultiLineString') return multiLineString(geometry.coordinates);
  if (!isArea(geometry)) return null;
  const edge = polygonToLine(areaFeature(geometry));
  if (edge.type === 'Feature') return edge;
  return multiLineString(
    edge.features.flatMap((one) =>
      one.geometry.type === 'LineString' ? [one.geometry.coordinates] : one.geometry.coordinates,
    ),
  );
}

function rounded(geometry: PlanGeometry, decimals: number): PlanGeometry {
  const factor = 10 ** decimals;
  const text = JSON.stringify(geometry, (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * factor) / factor : value,
  );
  return JSON.parse(text) as PlanGeometry;
}
