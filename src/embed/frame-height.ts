/** What the stage of a map would like to be high at a width; pixels. */
function stageHeightPx(widthPx: number): number {
  return Math.min(440, Math.max(200, widthPx * 0.62));
}

/** The least that a stage is high, as in the style sheet. */
const LEAST_PX = 180;

/**
 * Heights that the content would like and that it cannot do without, whatever height the frame has now: the answer must
 * not depend on it, or frame and page would go on correcting each other.
 */
export function heightsOf(
  /** Everything but the stage, and the stage; pixels. `beside` where the stage stands next to the words. */
  { restPx, widthPx, beside }: { restPx: number; widthPx: number; beside: boolean },
): { height: number; least: number } {
  if (beside) return { height: Math.ceil(restPx), least: Math.ceil(restPx) };
  return { height: Math.ceil(restPx + stageHeightPx(widthPx)), least: Math.ceil(restPx + LEAST_PX) };
}
