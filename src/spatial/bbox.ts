import type { PlanGeometry } from '../contract/features';
import { pathsOf } from '../contract/paths';
import type { Bbox, LngLat } from '../contract/place';

/** Smallest box around a geometry: west, south, east, north. */
export function bboxOf(geometry: PlanGeometry): Bbox {
  const box: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const path of pathsOf(geometry)) {
    for (const [lng = NaN, lat = NaN] of path) {
      box[0] = Math.min(box[0], lng);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lng);
      box[3] = Math.max(box[3], lat);
    }
  }
  return box;
}

/** Smallest box around several boxes; `null` for none. */
export function joinBoxes(boxes: readonly Bbox[]): Bbox | null {
  const [first, ...rest] = boxes;
  if (!first) return null;
  return rest.reduce<Bbox>(
    (a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])],
    first,
  );
}

/** Whether two boxes have a point in common, edges included. */
export function boxesTouch(a: Bbox, b: Bbox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** Whether a position lies in a box, edges included. */
export function boxContains(box: Bbox, [lng, lat]: LngLat): boolean {
  return lng >= box[0] && lng <= box[2] && lat >= box[1] && lat <= box[3];
}
