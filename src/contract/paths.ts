import type { PlanGeometry } from './features';

/** Every ring, path or point of a geometry as a list of positions. */
export function pathsOf(geometry: PlanGeometry): number[][][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [position]);
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
  }
}

/** All positions of a geometry, in order. */
export function positionsOf(geometry: PlanGeometry): number[][] {
  return pathsOf(geometry).flat();
}

/** A geometry in its pieces: one for every point, path or polygon of it. */
export function piecesOf(geometry: PlanGeometry): PlanGeometry[] {
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
