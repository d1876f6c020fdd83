import { type EmbedEvent, PROTOCOL } from '../contract/embed-message';
import { heightsOf } from './frame-height';

/** Heights that the page would like now. */
export function heightsNow({ document, innerWidth }: Window): { height: number; least: number } {
  const [main, stage] = [document.querySelector('main'), document.getElementById('stage')];
  if (!main) return { height: 0, least: 0 };
  if (!stage) return heightsOf({ restPx: main.scrollHeight, widthPx: innerWidth, beside: true });
  const beside = getComputedStyle(main).display === 'grid';
  const others = [...main.children].filter((one) => one !== stage);
  const restPx = beside
    ? Math.max(236, main.firstElementChild?.scrollHeight ?? 0) + (main.lastElementChild?.scrollHeight ?? 0) + 1
    : others.reduce((sum, one) => sum + ownHeightPx(one), 0);
  return heightsOf({ restPx, widthPx: innerWidth, beside });
}

/** A step that is shown alone, as in the style sheet: a longer one scrolls. */
const STEP_MOST_PX = 260;

function ownHeightPx(one: Element): number {
  return one.matches('[data-stepping] > #steps')
    ? Math.min(one.scrollHeight, STEP_MOST_PX)
    : one.getBoundingClientRect().height;
}

/** Tells the height whenever it is another one; what it answers looks at once. */
export function keepHeight(page: Window & typeof globalThis, tell: (message: EmbedEvent) => void): () => void {
  let last = '';
  const say = (): void => {
    const heights = heightsNow(page);
    if (last === JSON.stringify(heights)) return;
    last = JSON.stringify(heights);
    tell({ tuce: PROTOCOL, event: 'height', ...heights });
  };
  const main = page.document.querySelector('main');
  if (!main) return say;
  const watch = new ResizeObserver(say);
  for (const one of [main, ...main.children]) watch.observe(one);
  return say;
}
