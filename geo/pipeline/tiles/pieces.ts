import type { DrawnFeature, PlanGeometry } from '../../../src/contract/features';
import { piecesOf } from '../../../src/contract/paths';

/** A feature in its pieces: one for every point, path or polygon of its geometry, with the same properties. */
export function featurePieces({ properties, geometry }: DrawnFeature): DrawnFeature[] {
  return piecesOf(geometry).map((part) => ({ type: 'Feature', properties, geometry: part }));
}

/** How many pieces a geometry has. */
export function pieceCount({ type, coordinates }: PlanGeometry): number {
  return type === 'MultiPoint' || type === 'MultiLineString' || type === 'MultiPolygon' ? coordinates.length : 1;
}
