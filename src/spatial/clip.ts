import { difference as robustDifference, intersection as robustIntersection, union as robustUnion } from 'polyclip-ts';
import polygonClipping from 'polygon-clipping';

import type { Area } from './area';

type Pair = [number, number];
/** Polygons as the overlay functions take and give them: outlines anticlockwise, holes clockwise, all closed. */
export type Polygons = Pair[][][];

export type Clipper = Record<
  'union' | 'intersection' | 'difference',
  (first: Polygons, ...rest: Polygons[]) => Polygons
>;
/** In plain numbers. */
export const FAST: Clipper = polygonClipping;
/** In exact numbers, ten times as slow. */
export const ROBUST: Clipper = { union: robustUnion, intersection: robustIntersection, difference: robustDifference };

/** By the fast library, and by the robust one where that fails. */
export function clip(how: keyof Clipper, first: Polygons, ...rest: Polygons[]): Polygons {
  return attempt(() => FAST[how](first, ...rest)) ?? ROBUST[how](first, ...rest);
}

/** The libraries throw on edges that nearly coincide; which errors is not documented. The caller has a second one. */
export function attempt<T>(clipping: () => T): T | null {
  try {
    return clipping();
  } catch {
    return null;
  }
}

/** The rings of each polygon of an area, longitude and latitude of each position. */
export function polygonsOf(area: Area): Polygons {
  const parts = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  return parts.map((rings) => rings.map((ring) => ring.map(([lng = NaN, lat = NaN]): Pair => [lng, lat])));
}
