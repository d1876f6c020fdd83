import type { Bbox } from '../contract/place';
import { indexOf } from './spatial-index';

/**
 * Whether two edges of a path meet that do not follow each other; the first and the last of a closed ring do. Edges that
 * lie on one line, and those without length, do not count. Only edges whose boxes meet are held against each other.
 */
export function crossesItself(path: readonly (readonly number[])[]): boolean {
  const edges = path.slice(1).map(([x2 = NaN, y2 = NaN], at): Bbox => {
    const [x1 = NaN, y1 = NaN] = path[at] ?? [];
    return [x1, y1, x2, y2];
  });
  const [first, last] = [path.at(0), path.at(-1)];
  const closed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
  const boxes = edges.map(([x1, y1, x2, y2]): Bbox => [
    Math.min(x1, x2),
    Math.min(y1, y2),
    Math.max(x1, x2),
    Math.max(y1, y2),
  ]);
  const index = indexOf(boxes);
  return edges.some((edge, at) => {
    const box = boxes[at];
    if (!box) return false;
    return index.search(box).some((number) => {
      const other = edges[number];
      if (!other || number < at + 2 || (closed && at === 0 && number === edges.length - 1)) return false;
      return meet(edge, other);
    });
  });
}

/** Whether two edges (x1, y1, x2, y2) have a spot in common, ends included. */
function meet([ax, ay, bx, by]: Bbox, [cx, cy, dx, dy]: Bbox): boolean {
  const across = (dy - cy) * (bx - ax) - (dx - cx) * (by - ay);
  if (across === 0) return false;
  const t = ((dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)) / across;
  const u = ((bx - ax) * (ay - cy) - (by - ay) * (ax - cx)) / across;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1;
}
