import type { PlanGeometry } from '../contract/features';
import type { LngLat } from '../contract/place';
import { nearestOf } from './nearest';

/**
 * What can be said of a point and a drawn thing, given how well the thing is known:
 * `inside` and `outside` hold anywhere within the thing's accuracy; `too-close` means that the boundary, or the line
 * or point itself, could lie on either side of the point.
 */
export type Relation = 'inside' | 'too-close' | 'outside';

export interface PointAnswer {
  relation: Relation;
  /** Metres to the nearest edge of an area (from inside as well), to the line, or to the point. */
  distanceToEdgeM: number;
}

/** A drawn thing that can be asked about. */
export interface Subject {
  geometry: PlanGeometry;
  accuracyM: number;
}

/**
 * Answers whether a point lies in, on or near a thing. For lines and points, which have no inside, the answer is
 * `too-close` within their accuracy and `outside` beyond it.
 */
export function askPoint(point: LngLat, subject: Subject): PointAnswer {
  const { inside, distanceM } = nearestOf(point, subject.geometry);
  if (distanceM <= subject.accuracyM) return { relation: 'too-close', distanceToEdgeM: distanceM };
  return { relation: inside ? 'inside' : 'outside', distanceToEdgeM: distanceM };
}
