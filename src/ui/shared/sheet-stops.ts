/** Where the sheet of a phone comes to rest, from the lowest to the highest. */
export const STOPS = ['peek', 'half', 'full'] as const;
export type Stop = (typeof STOPS)[number];

/** How much of the sheet is seen at each stop, in pixels. */
export type Heights = Readonly<Record<Stop, number>>;

/** Where a finger was, and when: pixels down the window, milliseconds. */
export interface Touch {
  yPx: number;
  atMs: number;
}

/** From this speed on, in pixels a millisecond, a flick goes at least to the next stop. */
const FLICK = 0.45;
/** How far a finger that lets go is taken to mean to go on, in milliseconds of its speed. */
const CARRY_MS = 160;
/** Only this much of the past tells how fast a finger is: whoever stops before letting go does not flick. */
const MEMORY_MS = 90;
/** How hard the sheet pulls back beyond its ends; 1 would follow the finger. */
const GIVE = 0.5;

/** The speed with which the sheet rises, in pixels a millisecond, at the last of the touches. */
export function risingSpeed(touches: readonly Touch[]): number {
  const last = touches.at(-1);
  if (!last) return 0;
  const first = touches.find(({ atMs }) => last.atMs - atMs <= MEMORY_MS);
  if (!first || first.atMs === last.atMs) return 0;
  return (first.yPx - last.yPx) / (last.atMs - first.atMs);
}

/** The stop at which a sheet let go at a height with a speed comes to rest. */
export function stopAfter(heightPx: number, speed: number, heights: Heights): Stop {
  const carriedPx = heightPx + speed * CARRY_MS;
  const ahead = STOPS.filter((stop) =>
    Math.abs(speed) < FLICK ? true : speed > 0 ? heights[stop] > heightPx : heights[stop] < heightPx,
  );
  const distance = (stop: Stop): number => Math.abs(heights[stop] - carriedPx);
  const candidates = ahead.length > 0 ? ahead : [speed > 0 ? ('full' as const) : ('peek' as const)];
  return candidates.reduce((best, stop) => (distance(stop) < distance(best) ? stop : best));
}

/** The height that a sheet takes when a finger pulls it to `heightPx`: the same between its ends, ever less beyond. */
export function rubberBand(heightPx: number, heights: Heights): number {
  const within = Math.max(heights.peek, Math.min(heights.full, heightPx));
  const overPx = heightPx - within;
  const roomPx = Math.max(1, heights.peek);
  return within + (overPx * GIVE) / (1 + (Math.abs(overPx) * GIVE) / roomPx);
}
