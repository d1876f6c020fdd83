import type { LngLat } from '../contract/place';
import { boxContains } from './bbox';
import type { Barrier, Barriers } from './near-index';
import { nearestOf } from './nearest';

/** A touch at the very end of a way is no crossing: shares of its length. */
const END = 1e-9;

/** Ids of the lakes that a point lies in: inside one there is no shore to cross on the way to another spot of it. */
export function lakesAround(point: LngLat, { lakes }: Barriers): string[] {
  return lakes
    .filter(({ box, geometry }) => boxContains(box, point) && nearestOf(point, geometry).inside)
    .map(({ id }) => id);
}

/**
 * What the straight line between two spots crosses: water if it runs over a lake, an expressway if it meets one. The
 * thing that the line leads to (`toId`) does not stand in its own way. As drawn: a shore that is off by its accuracy
 * may be crossed in truth where it is not here, and the other way round. `afloat` is `lakesAround` the start.
 */
export function crossingsOf(
  from: LngLat,
  to: LngLat,
  toId: string,
  barriers: Barriers,
  afloat: readonly string[],
): Barrier[] {
  const found: Barrier[] = afloat.some((id) => id !== toId) ? ['water'] : [];
  const [west, east] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
  const [south, north] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  for (const index of barriers.index.search([west, south, east, north])) {
    const owner = barriers.owners[index];
    if (!owner || owner.id === toId || found.includes(owner.barrier)) continue;
    const [lng1 = NaN, lat1 = NaN, lng2 = NaN, lat2 = NaN] = barriers.at.subarray(index * 4, index * 4 + 4);
    if (cross(from, to, [lng1, lat1], [lng2, lat2])) found.push(owner.barrier);
  }
  return found.toSorted();
}

/** Whether two segments meet, ends of the first left out. Degrees will do: meeting does not depend on the scale. */
function cross(a: LngLat, b: LngLat, c: LngLat, d: LngLat): boolean {
  const [rx, ry] = [b[0] - a[0], b[1] - a[1]];
  const [sx, sy] = [d[0] - c[0], d[1] - c[1]];
  const across = rx * sy - ry * sx;
  if (across === 0) return false;
  const [qx, qy] = [c[0] - a[0], c[1] - a[1]];
  const t = (qx * sy - qy * sx) / across;
  const u = (qx * ry - qy * rx) / across;
  return t > END && t < 1 - END && u >= 0 && u <= 1;
}
