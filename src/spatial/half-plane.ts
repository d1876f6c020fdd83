/** A closed ring in a plane, x and y in turn, without the first position again at the end. */
export type FlatRing = readonly number[];

/**
 * The piece of a ring where a·x + b·y ≤ c (Sutherland and Hodgman, 1974). Pieces that come apart stay joined by
 * edges along the cut that enclose nothing, so that areas are right.
 */
export function cutRing(ring: FlatRing, a: number, b: number, c: number): FlatRing {
  const length = ring.length;
  let within = 0;
  for (let i = 0; i < length; i += 2) if (a * (ring[i] ?? NaN) + b * (ring[i + 1] ?? NaN) - c <= 0) within += 2;
  if (within === length) return ring;
  if (within === 0) return [];
  const kept: number[] = [];
  let fromX = ring[length - 2] ?? NaN;
  let fromY = ring[length - 1] ?? NaN;
  let from = a * fromX + b * fromY - c;
  for (let i = 0; i < length; i += 2) {
    const x = ring[i] ?? NaN;
    const y = ring[i + 1] ?? NaN;
    const to = a * x + b * y - c;
    if ((from < 0 && to > 0) || (from > 0 && to < 0)) {
      const t = from / (from - to);
      kept.push(fromX + t * (x - fromX), fromY + t * (y - fromY));
    }
    if (to <= 0) kept.push(x, y);
    fromX = x;
    fromY = y;
    from = to;
  }
  return kept.length < 6 ? [] : kept;
}

/** Rings cut to a half plane; those with nothing left are dropped. */
export function cutRings(rings: readonly FlatRing[], a: number, b: number, c: number): FlatRing[] {
  const cut: FlatRing[] = [];
  for (const ring of rings) {
    const kept = cutRing(ring, a, b, c);
    if (kept.length > 0) cut.push(kept);
  }
  return cut;
}

/** Rings cut to an upright box. */
export function cutToBox(
  rings: readonly FlatRing[],
  west: number,
  south: number,
  east: number,
  north: number,
): FlatRing[] {
  return cutRings(cutRings(cutRings(cutRings(rings, -1, 0, -west), 1, 0, east), 0, -1, -south), 0, 1, north);
}

/** Area of rings with its sign: those that run anticlockwise count, those that run clockwise are taken off. */
export function signedArea(rings: readonly FlatRing[]): number {
  let sum = 0;
  for (const ring of rings) {
    const x0 = ring[0] ?? NaN;
    const y0 = ring[1] ?? NaN;
    for (let i = 2; i + 3 < ring.length; i += 2) {
      const x1 = (ring[i] ?? NaN) - x0;
      const y1 = (ring[i + 1] ?? NaN) - y0;
      sum += x1 * ((ring[i + 3] ?? NaN) - y0) - ((ring[i + 2] ?? NaN) - x0) * y1;
    }
  }
  return sum / 2;
}

/** Signed area of what rings and a disc have in common; exact but for rounding. */
export function areaInDisc(rings: readonly FlatRing[], x0: number, y0: number, radius: number): number {
  let sum = 0;
  for (const ring of rings) {
    let x1 = (ring.at(-2) ?? NaN) - x0;
    let y1 = (ring.at(-1) ?? NaN) - y0;
    for (let i = 0; i < ring.length; i += 2) {
      const x2 = (ring[i] ?? NaN) - x0;
      const y2 = (ring[i + 1] ?? NaN) - y0;
      sum += wedge(x1, y1, x2, y2, radius);
      x1 = x2;
      y1 = y2;
    }
  }
  return sum;
}

/** Signed area common to the triangle of the origin and an edge, and a disc around the origin. */
function wedge(x1: number, y1: number, x2: number, y2: number, radius: number): number {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const squared = dx * dx + dy * dy;
  if (squared === 0) return 0;
  const half = (x1 * dx + y1 * dy) / squared;
  const root = half * half - (x1 * x1 + y1 * y1 - radius * radius) / squared;
  if (root <= 0) return sector(x1, y1, x2, y2, radius);
  const enter = Math.max(0, -half - Math.sqrt(root));
  const leave = Math.min(1, -half + Math.sqrt(root));
  if (enter >= leave) return sector(x1, y1, x2, y2, radius);
  const inX = x1 + enter * dx;
  const inY = y1 + enter * dy;
  const before = enter > 0 ? sector(x1, y1, inX, inY, radius) : 0;
  // An edge that ends in the disc has nothing beyond it; at its very middle rounding would make up any direction.
  if (leave === 1) return before + (inX * y2 - inY * x2) / 2;
  const outX = x1 + leave * dx;
  const outY = y1 + leave * dy;
  return before + (inX * outY - inY * outX) / 2 + sector(outX, outY, x2, y2, radius);
}

/** Signed area of the sector of a disc around the origin between two directions. */
function sector(ax: number, ay: number, bx: number, by: number, radius: number): number {
  return (radius * radius * Math.atan2(ax * by - ay * bx, ax * bx + ay * by)) / 2;
}
