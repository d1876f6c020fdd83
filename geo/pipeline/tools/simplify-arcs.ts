import { put } from '../../../src/contract/lists';
import { degreeLengthsAt } from '../../../src/spatial/ellipsoid';

export type Position = readonly [number, number];

/** A stretch of border between two points where three units meet, with the units on its two sides. */
export interface Arc {
  readonly left: number | null;
  readonly right: number | null;
  /** The arc at full detail, WGS-84. */
  readonly full: readonly Position[];
  readonly isLoop: boolean;
}

/** Each round halves the tolerance of the arcs that touch; after the last round they keep every vertex. */
const ROUNDS = 8;
const BUCKET_DEGREES = 0.01;

export function fail(message: string): never {
  throw new Error(message);
}

export function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) fail(`no item ${index} in a list of ${list.length}`);
  return value;
}

export const cross = (o: Position, a: Position, b: Position): number =>
  (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
export const isBetween = (a: Position, b: Position, p: Position): boolean =>
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1]);

function distanceToSegment(p: Position, a: Position, b: Position): number {
  const { lngM: kx, latM: ky } = degreeLengthsAt(p[1]);
  const ax = (a[0] - p[0]) * kx;
  const ay = (a[1] - p[1]) * ky;
  const dx = (b[0] - a[0]) * kx;
  const dy = (b[1] - a[1]) * ky;
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length2));
  return Math.hypot(ax + t * dx, ay + t * dy);
}

function douglasPeucker(points: readonly Position[], tolerance: number): readonly Position[] {
  const first = at(points, 0);
  const last = at(points, points.length - 1);
  let worst = 0;
  let index = 0;
  for (let i = 1; i + 1 < points.length; i++) {
    const d = distanceToSegment(at(points, i), first, last);
    if (d > worst) [worst, index] = [d, i];
  }
  if (index === 0 || worst <= tolerance) return [first, last];
  return [
    ...douglasPeucker(points.slice(0, index + 1), tolerance).slice(0, -1),
    ...douglasPeucker(points.slice(index), tolerance),
  ];
}

function simplify(arc: Arc, tolerance: number): readonly Position[] {
  if (!arc.isLoop) return douglasPeucker(arc.full, tolerance);
  const start = at(arc.full, 0);
  let far = 1;
  arc.full.forEach((p, i) => {
    if (distanceToSegment(p, start, start) > distanceToSegment(at(arc.full, far), start, start)) far = i;
  });
  const there = douglasPeucker(arc.full.slice(0, far + 1), tolerance);
  const back = douglasPeucker(arc.full.slice(far), tolerance);
  const loop = [...there.slice(0, -1), ...back];
  return loop.length > 3 ? loop : arc.full;
}

interface Segment {
  readonly a: Position;
  readonly b: Position;
  readonly arc: number;
}

export const isSame = (p: Position, q: Position): boolean => p[0] === q[0] && p[1] === q[1];

/** True when two segments have more in common than an end point. */
function touches(s: Segment, t: Segment): boolean {
  const shared = [s.a, s.b].filter((p) => isSame(p, t.a) || isSame(p, t.b)).length;
  if (shared === 2) return true;
  const [c, d, e, f] = [cross(s.a, s.b, t.a), cross(s.a, s.b, t.b), cross(t.a, t.b, s.a), cross(t.a, t.b, s.b)];
  const onSegment =
    (c === 0 && isBetween(s.a, s.b, t.a) && !isSame(t.a, s.a) && !isSame(t.a, s.b)) ||
    (d === 0 && isBetween(s.a, s.b, t.b) && !isSame(t.b, s.a) && !isSame(t.b, s.b)) ||
    (e === 0 && isBetween(t.a, t.b, s.a) && !isSame(s.a, t.a) && !isSame(s.a, t.b)) ||
    (f === 0 && isBetween(t.a, t.b, s.b) && !isSame(s.b, t.a) && !isSame(s.b, t.b));
  return onSegment || (shared === 0 && c * d < 0 && e * f < 0);
}

/** The arcs that touch another arc, or themselves. */
function findTouchingArcs(lines: readonly (readonly Position[])[]): ReadonlySet<number> {
  const buckets = new Map<string, Segment[]>();
  const found = new Set<number>();
  lines.forEach((line, arc) => {
    for (let i = 0; i + 1 < line.length; i++) {
      const segment: Segment = { a: at(line, i), b: at(line, i + 1), arc };
      const range = (k: 0 | 1): Position => [
        Math.floor(Math.min(segment.a[k], segment.b[k]) / BUCKET_DEGREES),
        Math.floor(Math.max(segment.a[k], segment.b[k]) / BUCKET_DEGREES),
      ];
      const [x0, x1] = range(0);
      const [y0, y1] = range(1);
      for (let x = x0; x <= x1; x++) {
        for (let y = y0; y <= y1; y++) {
          for (const other of buckets.get(`${x},${y}`) ?? []) {
            if (other !== segment && touches(segment, other)) found.add(arc).add(other.arc);
          }
          put(buckets, `${x},${y}`, segment);
        }
      }
    }
  });
  return found;
}

/**
 * Simplifies every arc once (Douglas–Peucker, tolerance in metres), so that neighbours stay neighbours. Arcs that come
 * to touch another one are simplified less until they do not.
 */
export function simplifyAll(arcs: readonly Arc[], tolerance: number): readonly (readonly Position[])[] {
  const tolerances = arcs.map(() => tolerance);
  for (let round = 0; ; round++) {
    const lines = arcs.map((arc, i) => simplify(arc, at(tolerances, i)));
    const touching = findTouchingArcs(lines);
    if (touching.size === 0) return lines;
    if (round > ROUNDS) fail(`${touching.size} arcs cross even at full detail`);
    for (const i of touching) tolerances[i] = round === ROUNDS ? 0 : at(tolerances, i) / 2;
  }
}
