import { areaNear, type Edge, type HalfPlane, nearerToFirst, sharedEnd } from './edge-band';
import { pointToSegment, segmentsCross } from './edge-set';
import { cutRings, cutToBox, type FlatRing } from './half-plane';

/** Edges among which all pairs are looked at. */
const MOST = 32;

/** Edges that get in each other's way only where they meet, as far as `upToM` reaches. */
export interface ClearEdges {
  /** Each with where it is nearer than those that it meets. */
  edges: readonly { edge: Edge; nearer: readonly HalfPlane[] }[];
  /** Metres. */
  upToM: number;
}

/**
 * Edges (metres of one plane) of which two at most meet in a spot, and how far from them a spot can lie without being as
 * near to any two that do not meet; `null` for edges that are many, fork, lie on each other or make a triangle.
 *
 * Half the smallest gap it is: between two edges that do not meet, and between the far end of one that does and the
 * other. Nearer than that, of two that meet the nearer is told by the line that halves their angle, as if both never
 * ended: the distance from one grows on along the other, since it grew from nothing to more than twice the reach.
 */
export function clearEdges(edges: readonly Edge[]): ClearEdges | null {
  if (edges.length > MOST) return null;
  const nearer = edges.map((): HalfPlane[] => []);
  const met = edges.map((): number[] => []);
  let gapM = Infinity;
  for (const [number, one] of edges.entries()) {
    for (let at = number + 1; at < edges.length; at += 1) {
      const other = edges[at];
      if (!other) continue;
      const turned = sharedEnd(one, other);
      if (!turned) {
        gapM = Math.min(gapM, gapOf(one, other));
        continue;
      }
      const [here, there] = [nearerToFirst(one, other), nearerToFirst(other, one)];
      if (!here || !there) return null;
      nearer[number]?.push(here);
      nearer[at]?.push(there);
      met[number]?.push(at);
      met[at]?.push(number);
      const [[, , x1, y1], [, , x2, y2]] = turned;
      gapM = Math.min(gapM, pointToSegment(x1, y1, ...other), pointToSegment(x2, y2, ...one));
    }
  }
  if (!(gapM > 0) || forks(edges, met)) return null;
  return { edges: edges.map((edge, number) => ({ edge, nearer: nearer[number] ?? [] })), upToM: gapM / 2 };
}

/** Area of rings within `reachM`, at most `upToM`, of any of the edges; exact but for rounding. */
export function areaNearClear(rings: readonly FlatRing[], { edges }: ClearEdges, reachM: number): number {
  let area = 0;
  for (const { edge, nearer } of edges) {
    const [x1, y1, x2, y2] = edge;
    // Most of long rings is beyond reach of an edge, and soon gone.
    let own = cutToBox(
      rings,
      Math.min(x1, x2) - reachM,
      Math.min(y1, y2) - reachM,
      Math.max(x1, x2) + reachM,
      Math.max(y1, y2) + reachM,
    );
    for (const { a, b, c } of nearer) own = cutRings(own, a, b, c);
    area += areaNear(own, edge, reachM);
  }
  return area;
}

/**
 * Areas within `reachM` of the edges of rings, left and right of them, where those are clear up to there. Beside each edge
 * lies a strip; at a corner the two overlap on its inner side, and leave a sector of a disc between them on its outer.
 */
export function besideRings(rings: readonly FlatRing[], reachM: number): { left: number; right: number } {
  let [left, right] = [0, 0];
  for (const ring of rings) {
    let [fromX, fromY] = [ring.at(-2) ?? NaN, ring.at(-1) ?? NaN];
    let [dx, dy] = [fromX - (ring.at(-4) ?? NaN), fromY - (ring.at(-3) ?? NaN)];
    for (let i = 0; i < ring.length; i += 2) {
      const [x, y] = [ring[i] ?? NaN, ring[i + 1] ?? NaN];
      const [nextDx, nextDy] = [x - fromX, y - fromY];
      const turn = Math.atan2(dx * nextDy - dy * nextDx, dx * nextDx + dy * nextDy);
      const strip = Math.hypot(nextDx, nextDy) * reachM;
      const overlap = reachM * reachM * Math.tan(Math.abs(turn) / 2);
      const sector = (reachM * reachM * Math.abs(turn)) / 2;
      left += strip + (turn > 0 ? -overlap : sector);
      right += strip + (turn > 0 ? sector : -overlap);
      [fromX, fromY, dx, dy] = [x, y, nextDx, nextDy];
    }
  }
  return { left, right };
}

/** Whether three edges meet each other, in one spot or as a triangle. */
function forks(edges: readonly Edge[], met: readonly (readonly number[])[]): boolean {
  return met.some(
    (others, number) =>
      others.length > 2 ||
      others.some((other) => met[other]?.some((third) => third !== number && others.includes(third))) ||
      isLoop(edges[number]),
  );
}

function isLoop(edge: Edge | undefined): boolean {
  return edge?.[0] === edge?.[2] && edge?.[1] === edge?.[3];
}

/** Metres between two edges; 0 where they cross. */
function gapOf(one: Edge, other: Edge): number {
  if (segmentsCross(...one, ...other)) return 0;
  return Math.min(
    pointToSegment(one[0], one[1], ...other),
    pointToSegment(one[2], one[3], ...other),
    pointToSegment(other[0], other[1], ...one),
    pointToSegment(other[2], other[3], ...one),
  );
}
