/** Pixels of the drawing: x east, y south. */
export type Pixel = readonly [x: number, y: number];
/** Left, top, right, bottom in pixels. */
export type PixelBox = readonly [number, number, number, number];

export function boxOf(path: readonly Pixel[]): PixelBox {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of path) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}

export function touches(a: PixelBox, b: PixelBox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** The part of a ring inside a box (Sutherland and Hodgman 1974); runs along the box where it was cut. */
export function clipRing(ring: readonly Pixel[], box: PixelBox): Pixel[] {
  let kept: readonly Pixel[] = ring;
  for (const side of [0, 1, 2, 3] as const) {
    const next: Pixel[] = [];
    kept.forEach((to, index) => {
      const from = kept.at(index - 1) ?? to;
      if (inside(to, box, side) !== inside(from, box, side)) next.push(crossing(from, to, box, side));
      if (inside(to, box, side)) next.push(to);
    });
    kept = next;
  }
  return [...kept];
}

/** The parts of a line inside a box. */
export function clipLine(line: readonly Pixel[], box: PixelBox): Pixel[][] {
  const parts: Pixel[][] = [];
  let open = false;
  line.slice(1).forEach((end, index) => {
    const start = line[index];
    const piece = start && clipSegment(start, end, box);
    if (!piece) {
      open = false;
      return;
    }
    const [from, to] = piece;
    if (open) parts.at(-1)?.push(to);
    else parts.push([from, to]);
    open = to === end;
  });
  return parts;
}

function clipSegment(start: Pixel, end: Pixel, box: PixelBox): [Pixel, Pixel] | null {
  let [from, to] = [start, end];
  for (const side of [0, 1, 2, 3] as const) {
    const [first, last] = [inside(from, box, side), inside(to, box, side)];
    if (!first && !last) return null;
    if (!first) from = crossing(from, to, box, side);
    if (!last) to = crossing(from, to, box, side);
  }
  return [from, to];
}

function inside([x, y]: Pixel, box: PixelBox, side: 0 | 1 | 2 | 3): boolean {
  if (side === 0) return x >= box[0];
  if (side === 1) return y >= box[1];
  if (side === 2) return x <= box[2];
  return y <= box[3];
}

function crossing([x0, y0]: Pixel, [x1, y1]: Pixel, box: PixelBox, side: 0 | 1 | 2 | 3): Pixel {
  const at = box[side];
  if (side === 0 || side === 2) return [at, y0 + ((y1 - y0) * (at - x0)) / (x1 - x0)];
  return [x0 + ((x1 - x0) * (at - y0)) / (y1 - y0), at];
}

/** Leaves out what lies less than `tolerancePx` beside the line that remains (Douglas and Peucker 1973). */
export function simplify(path: readonly Pixel[], tolerancePx: number): Pixel[] {
  const [first] = path;
  const last = path.at(-1);
  if (!first || !last || path.length < 3) return [...path];
  let [farthest, distance] = [0, -1];
  for (let index = 1; index < path.length - 1; index += 1) {
    const found = offLine(path[index] ?? first, first, last);
    if (found > distance) [farthest, distance] = [index, found];
  }
  if (distance <= tolerancePx) return [first, last];
  return [
    ...simplify(path.slice(0, farthest + 1), tolerancePx).slice(0, -1),
    ...simplify(path.slice(farthest), tolerancePx),
  ];
}

/** Distance of a point from the segment between two. */
function offLine([x, y]: Pixel, [x0, y0]: Pixel, [x1, y1]: Pixel): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length));
  return Math.hypot(x - x0 - t * dx, y - y0 - t * dy);
}

/** SVG path data in whole units, `perPx` of them a pixel; empty for what is smaller than one. */
export function pathData(path: readonly Pixel[], perPx: number, closed: boolean): string {
  const units = path.map(([x, y]): Pixel => [Math.round(x * perPx), Math.round(y * perPx)]);
  const [start] = units;
  if (!start) return '';
  let [x, y] = start;
  const steps: number[] = [];
  for (const [toX, toY] of units) {
    if (toX === x && toY === y) continue;
    steps.push(toX - x, toY - y);
    [x, y] = [toX, toY];
  }
  if (steps.length < (closed ? 4 : 2)) return '';
  const numbers = steps.map((step, index) => (index > 0 && step >= 0 ? ` ${step}` : `${step}`)).join('');
  return `M${start[0]} ${start[1]}l${numbers}${closed ? 'z' : ''}`;
}

/** Whether a box lies wholly in another. */
export function within(inner: PixelBox, outer: PixelBox): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}
