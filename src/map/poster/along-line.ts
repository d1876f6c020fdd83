import type { Pixel } from './shapes';

/** A place for a name, and how far it is turned. */
export interface Spot {
  at: Pixel;
  angleDeg: number;
}

/** A line this bent over the length of a name cannot carry it. */
const STRAIGHT = 0.93;

/**
 * Places for a name of `widthPx` along a line, `spacingPx` apart from half of that on; one in the middle of a shorter
 * line. Names that are not `upright` lie along the line, where it is straight enough.
 */
export function alongLine(line: readonly Pixel[], spacingPx: number, widthPx: number, upright: boolean): Spot[] {
  const totalPx = lengthOf(line);
  if (!upright && totalPx < widthPx) return [];
  const count = Math.max(1, Math.floor(totalPx / spacingPx));
  return Array.from({ length: count }, (_, index) => {
    const atPx = count === 1 ? totalPx / 2 : (index + 0.5) * spacingPx;
    const at = pointAt(line, atPx);
    if (upright) return { at, angleDeg: 0 };
    const [from, to] = [pointAt(line, atPx - widthPx / 2), pointAt(line, atPx + widthPx / 2)];
    if (Math.hypot(to[0] - from[0], to[1] - from[1]) < widthPx * STRAIGHT) return null;
    const angle = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
    // Nobody reads upside down.
    return { at, angleDeg: angle > 90 ? angle - 180 : angle < -90 ? angle + 180 : angle };
  }).filter((spot) => spot !== null);
}

function lengthOf(line: readonly Pixel[]): number {
  return line.slice(1).reduce((sum, to, index) => {
    const from = line[index] ?? to;
    return sum + Math.hypot(to[0] - from[0], to[1] - from[1]);
  }, 0);
}

function pointAt(line: readonly Pixel[], distancePx: number): Pixel {
  let left = Math.max(0, distancePx);
  for (const [index, to] of line.slice(1).entries()) {
    const from = line[index] ?? to;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (left <= length && length > 0) {
      const share = left / length;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    }
    left -= length;
  }
  return line.at(-1) ?? [0, 0];
}
