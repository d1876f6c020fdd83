import { areaInDisc, cutRings, type FlatRing, signedArea } from './half-plane';

/** x1, y1, x2, y2 in a plane; an end alone where both are one. */
export type Edge = readonly [number, number, number, number];

/** Where a·x + b·y ≤ c. */
export interface HalfPlane {
  a: number;
  b: number;
  c: number;
}

/** Area of rings within reach of one edge: a strip beside it and a half disc at each end. */
export function areaNear(rings: readonly FlatRing[], [x1, y1, x2, y2]: Edge, reachM: number): number {
  if (rings.length === 0) return 0;
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length === 0) return areaInDisc(rings, x1, y1, reachM);
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [start, end, level] = [ux * x1 + uy * y1, ux * x2 + uy * y2, -uy * x1 + ux * y1];
  const beside = cutRings(cutRings(rings, -ux, -uy, -start), ux, uy, end);
  const strip = cutRings(cutRings(beside, -uy, ux, level + reachM), uy, -ux, reachM - level);
  return (
    signedArea(strip) +
    areaInDisc(cutRings(rings, ux, uy, start), x1, y1, reachM) +
    areaInDisc(cutRings(rings, -ux, -uy, -end), x2, y2, reachM)
  );
}

/**
 * Where the first of two edges is the nearer, as far as both go on straight from the end that they share. Of two rays from
 * one point that is nearer along which a spot lies farther out, wherever it lies. `null` where they share no end or lie on
 * each other.
 */
export function nearerToFirst(one: Edge, other: Edge): HalfPlane | null {
  const [fromOne, fromOther] = sharedEnd(one, other) ?? [];
  if (!fromOne || !fromOther) return null;
  const [x, y, x1, y1] = fromOne;
  const [, , x2, y2] = fromOther;
  const [length1, length2] = [Math.hypot(x1 - x, y1 - y), Math.hypot(x2 - x, y2 - y)];
  if (length1 === 0 || length2 === 0) return null;
  const [a, b] = [(x2 - x) / length2 - (x1 - x) / length1, (y2 - y) / length2 - (y1 - y) / length1];
  return a === 0 && b === 0 ? null : { a, b, c: a * x + b * y };
}

/** Two edges, each turned so that it begins where the other does; `null` where they share no end. */
export function sharedEnd(one: Edge, other: Edge): [Edge, Edge] | null {
  for (const first of [one, reversed(one)]) {
    for (const second of [other, reversed(other)]) {
      if (first[0] === second[0] && first[1] === second[1]) return [first, second];
    }
  }
  return null;
}

function reversed([x1, y1, x2, y2]: Edge): Edge {
  return [x2, y2, x1, y1];
}
