import type { DrawnFeature, PlanGeometry } from '../../../src/contract/features';

/** A feature in its pieces: one for every point, path or polygon of its geometry, with the same properties. */
export function piecesOf({ properties, geometry }: DrawnFeature): DrawnFeature[] {
  return partsOf(geometry).map((part) => ({ type: 'Feature', properties, geometry: part }));
}

/** How many pieces a geometry has. */
export function pieceCount({ type, coordinates }: PlanGeometry): number {
  return type === 'MultiPoint' || type === 'MultiLineString' || type === 'MultiPolygon' ? coordinates.length : 1;
}

function partsOf(geometry: PlanGeometry): PlanGeometry[] {
  switch (geometry.type) {
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
    case 'MultiLineString':
      return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
    case 'MultiPolygon':
      return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
    default:
      return [geometry];
  }
}
