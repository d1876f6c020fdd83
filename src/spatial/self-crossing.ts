/** x1, y1, x2, y2. */
type Edge = readonly [number, number, number, number];

/**
 * Whether two edges of a path meet that do not follow each other; the first and the last of a closed ring do. Edges that
 * lie on one line, and those without length, do not count. Edges are gone through from west to east, each held against
 * those that begin before it ends.
 */
export function crossesItself(path: readonly (readonly number[])[]): boolean {
  const edges = path.slice(1).map(([x2 = NaN, y2 = NaN], number) => {
    const [x1 = NaN, y1 = NaN] = path[number] ?? [];
    const edge: Edge = [x1, y1, x2, y2];
    return { number, edge, west: Math.min(x1, x2), east: Math.max(x1, x2) };
  });
  const [first, last] = [path.at(0), path.at(-1)];
  const closed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
  const follow = (a: number, b: number): boolean => {
    const apart = Math.abs(a - b);
    return apart === 1 || (closed && apart === edges.length - 1);
  };
  const eastward = edges.toSorted((a, b) => a.west - b.west);
  return eastward.some((one, at) => {
    for (let next = at + 1; next < eastward.length; next += 1) {
      const other = eastward[next];
      if (!other || other.west > one.east) return false;
      if (!follow(one.number, other.number) && meet(one.edge, other.edge)) return true;
    }
    return false;
  });
}

/** Whether two edges (x1, y1, x2, y2) have a spot in common, ends included. */
function meet([ax, ay, bx, by]: Edge, [cx, cy, dx, dy]: Edge): boolean {
  const across = (dy - cy) * (bx - ax) - (dx - cx) * (by - ay);
  if (across === 0) return false;
  const t = ((dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)) / across;
  const u = ((bx - ax) * (ay - cy) - (by - ay) * (ax - cx)) / across;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1;
}
