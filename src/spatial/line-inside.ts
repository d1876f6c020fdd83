import type { PlanGeometry } from '../contract/features';
import { pathsOf } from '../contract/paths';
import type { Range } from '../contract/extract';
import { type EdgeSet, type Frame, holds } from './edge-set';
import { distanceM } from './ellipsoid';

/** Edges of a boundary in metres of a frame: x1, y1, x2, y2 of each. */
type Ends = Float64Array;

/**
 * Length in metres of a line inside an area: on the boundary as drawn, and with the boundary moved in and out by
 * `reachM`. `area` is all of the boundary (for inside or not), `near` those of its edges that can lie within reach, both
 * in metres of `frame`. Exact but for the frame: along a line the stretches within reach of an edge are intervals.
 */
export function lengthInside(line: PlanGeometry, area: EdgeSet, near: Ends, reachM: number, frame: Frame): Range {
  const sum: Range = { value: 0, min: 0, max: 0 };
  for (const path of pathsOf(line)) {
    path.forEach((position, index) => {
      const before = path[index - 1];
      if (before) addPiece(sum, before, position, area, near, reachM, frame);
    });
  }
  return sum;
}

function addPiece(
  sum: Range,
  from: readonly number[],
  to: readonly number[],
  area: EdgeSet,
  near: Ends,
  reachM: number,
  frame: Frame,
): void {
  const [lng1 = NaN, lat1 = NaN] = from;
  const [lng2 = NaN, lat2 = NaN] = to;
  const [x1, y1] = [frame.x(lng1, lat1), frame.y(lat1)];
  const [x2, y2] = [frame.x(lng2, lat2), frame.y(lat2)];
  if (x1 === x2 && y1 === y2) return;
  const [west, east] = [Math.min(x1, x2) - reachM, Math.max(x1, x2) + reachM];
  const [south, north] = [Math.min(y1, y2) - reachM, Math.max(y1, y2) + reachM];
  const within: [number, number][] = [];
  const cuts = [0, 1];
  for (let i = 0; i < near.length; i += 4) {
    const ax = near[i] ?? NaN;
    const ay = near[i + 1] ?? NaN;
    const bx = near[i + 2] ?? NaN;
    const by = near[i + 3] ?? NaN;
    // Most edges are nowhere near.
    if ((ax < west && bx < west) || (ax > east && bx > east)) continue;
    if ((ay < south && by < south) || (ay > north && by > north)) continue;
    const crossing = crossingOf(x1, y1, x2, y2, ax, ay, bx, by);
    if (crossing !== null) cuts.push(crossing);
    const stretch = reachM > 0 ? stretchWithin(x1, y1, x2, y2, ax, ay, bx, by, reachM) : null;
    if (stretch) {
      within.push(stretch);
      cuts.push(...stretch);
    }
  }
  cuts.sort((a, b) => a - b);
  let pieceM: number | null = null;
  cuts.forEach((end, index) => {
    const start = cuts[index - 1];
    if (start === undefined || start === end) return;
    const middle = (start + end) / 2;
    const inside = holds(area, x1 + middle * (x2 - x1), y1 + middle * (y2 - y1));
    const soft = within.some(([a, b]) => middle >= a && middle <= b);
    if (!inside && !soft) return;
    pieceM ??= distanceM(from, to);
    const lengthM = (end - start) * pieceM;
    if (inside) sum.value += lengthM;
    if (inside && !soft) sum.min += lengthM;
    sum.max += lengthM;
  });
}

/** Where along a segment (0 to 1) it meets another; `null` if it does not, or runs along it. */
function crossingOf(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number | null {
  const determinant = (x2 - x1) * (by - ay) - (y2 - y1) * (bx - ax);
  if (determinant === 0) return null;
  const along = ((ax - x1) * (by - ay) - (ay - y1) * (bx - ax)) / determinant;
  const across = ((ax - x1) * (y2 - y1) - (ay - y1) * (x2 - x1)) / determinant;
  return along > 0 && along < 1 && across >= 0 && across <= 1 ? along : null;
}

/** Stretch of a segment (0 to 1) that lies within reach of an edge: one interval, since what is within reach is convex. */
function stretchWithin(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  reachM: number,
): [number, number] | null {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const squared = dx * dx + dy * dy;
  const found: [number, number][] = [];
  for (const [cx, cy] of [
    [ax, ay],
    [bx, by],
  ] as const) {
    const half = ((x1 - cx) * dx + (y1 - cy) * dy) / squared;
    const root = half * half - ((x1 - cx) ** 2 + (y1 - cy) ** 2 - reachM * reachM) / squared;
    if (root > 0) found.push([-half - Math.sqrt(root), -half + Math.sqrt(root)]);
  }
  const length = Math.hypot(bx - ax, by - ay);
  if (length > 0) {
    const [ux, uy] = [(bx - ax) / length, (by - ay) / length];
    const along = clip(ux * (x1 - ax) + uy * (y1 - ay), ux * dx + uy * dy, 0, length);
    const beside = clip(ux * (y1 - ay) - uy * (x1 - ax), ux * dy - uy * dx, -reachM, reachM);
    const [start, end] = [Math.max(along[0], beside[0]), Math.min(along[1], beside[1])];
    if (start < end) found.push([start, end]);
  }
  const start = Math.max(0, Math.min(...found.map(([a]) => a)));
  const end = Math.min(1, Math.max(...found.map(([, b]) => b)));
  return start < end ? [start, end] : null;
}

/** Where low ≤ from + t · step ≤ high, as an interval of t. */
function clip(from: number, step: number, low: number, high: number): [number, number] {
  if (step === 0) return from >= low && from <= high ? [-Infinity, Infinity] : [Infinity, -Infinity];
  const [a, b] = [(low - from) / step, (high - from) / step];
  return a < b ? [a, b] : [b, a];
}
