import type { PlanGeometry } from '../contract/features';

/** Every ring or line of a geometry as a list of positions; points are one list. */
export function pathsIn(geometry: PlanGeometry): number[][][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'MultiPoint':
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
  }
}
