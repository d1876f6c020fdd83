import Flatbush from 'flatbush';

type Position = readonly number[];

/** Pairs of edges that are looked at before giving up: less than a second. */
const MAX_PAIRS = 5_000_000;

/**
 * Whether edges of the rings of one polygon cross each other. Touching at a corner, or along an edge, is no crossing.
 * `not-checked`: so many edges lie on top of each other that looking would take too long.
 */
export function crossingOf(rings: readonly (readonly Position[])[]): 'none' | 'crossing' | 'not-checked' {
  const edges = rings.flatMap((ring) => ring.slice(1).map((end, index) => [ring[index] ?? end, end] as const));
  if (edges.length < 4) return 'none';
  const index = new Flatbush(edges.length);
  for (const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] of edges) {
    index.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  index.finish();
  let pairs = 0;
  for (const [number, edge] of edges.entries()) {
    const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = edge;
    const near = index.search(
      Math.min(x1, x2),
      Math.min(y1, y2),
      Math.max(x1, x2),
      Math.max(y1, y2),
      (other) => other > number,
    );
    pairs += near.length;
    if (near.some((other) => cross(edge, edges[other] ?? edge))) return 'crossing';
    if (pairs > MAX_PAIRS) return 'not-checked';
  }
  return 'none';
}

type Edge = readonly [Position, Position];

function cross([a, b]: Edge, [c, d]: Edge): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** On which side of the line through `a` and `b` a position lies: -1, 0 or 1. */
function side([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, [px = 0, py = 0]: Position): number {
  return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax));
}
