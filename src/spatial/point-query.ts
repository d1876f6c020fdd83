import type { PlanGeometry } from '../contract/features';
import type { LngLat } from '../contract/place';
import { pathsOf } from './bbox';
import { localFrame } from './ellipsoid';

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
  const { inside, distanceM } = measure(point, subject.geometry);
  if (distanceM <= subject.accuracyM) return { relation: 'too-close', distanceToEdgeM: distanceM };
  return { relation: inside ? 'inside' : 'outside', distanceToEdgeM: distanceM };
}

function measure(point: LngLat, geometry: PlanGeometry): { inside: boolean; distanceM: number } {
  const frame = localFrame(point);
  const toRing = (ring: readonly (readonly number[])[]): { distanceM: number; crossings: number } => {
    let nearest = Infinity;
    let crossings = 0;
    let before = ring[0] ? frame(ring[0]) : null;
    for (let i = 1; i < ring.length && before; i += 1) {
      const position = ring[i];
      if (!position) break;
      const here = frame(position);
      nearest = Math.min(nearest, segmentDistance(before.xM, before.yM, here.xM, here.yM));
      if (before.yM > 0 !== here.yM > 0 && crossesEast(before, here)) crossings += 1;
      before = here;
    }
    if (ring.length === 1 && before) nearest = Math.hypot(before.xM, before.yM);
    return { distanceM: nearest, crossings };
  };
  const paths: readonly (readonly (readonly number[])[])[] = pathsOf(geometry);
  let distanceM = Infinity;
  let crossings = 0;
  for (const path of paths) {
    const found = toRing(path);
    distanceM = Math.min(distanceM, found.distanceM);
    crossings += found.crossings;
  }
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  return { inside: isArea && crossings % 2 === 1, distanceM };
}

/** Distance in the frame from its origin to a segment. */
function segmentDistance(x1: number, y1: number, x2: number, y2: number): number {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / squared));
  return Math.hypot(x1 + t * dx, y1 + t * dy);
}

/** Whether the ray from the origin to the east crosses a segment whose ends lie north and south of it. */
function crossesEast(a: { xM: number; yM: number }, b: { xM: number; yM: number }): boolean {
  return a.xM - (a.yM * (b.xM - a.xM)) / (b.yM - a.yM) > 0;
}
