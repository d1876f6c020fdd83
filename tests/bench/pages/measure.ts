import type { Browser, Page } from '@playwright/test';

import type { Host } from './serve';

/** What is measured of one opening of a page. */
export interface Opening {
  /** Until a map can be seen, and until the interactive one has come to rest; ms after the start of the navigation. */
  shownMs: number;
  idleMs: number;
  wireBytes: number;
  /** Time beyond 50 ms of every long task, and the longest task. */
  blockedMs: number;
  longestMs: number;
  layoutShift: number;
}

export interface Setting {
  name: string;
  viewport: { width: number; height: number };
  /** Mobile link of 1.64 Mbit/s with 150 ms, and a processor a quarter as fast. */
  throttled: boolean;
}

export const PHONE: Setting = {
  name: 'phone, 4× CPU, 1.64 Mbit/s',
  viewport: { width: 390, height: 844 },
  throttled: true,
};
export const DESK: Setting = { name: 'desk, unthrottled', viewport: { width: 1280, height: 800 }, throttled: false };

/** The loader of the bench keeps the names of functions by a helper that a page does not have. */
export const KEEP_NAMES = 'globalThis.__name = (one) => one';

/** Watches a page from its first line on; pages of ours are recognised by what stands in them, others say it. */
export function watch(): void {
  const seen = { blocked: 0, longest: 0, shift: 0 };
  Object.assign(window, { seen });
  new PerformanceObserver((entries) => {
    for (const { duration } of entries.getEntries()) {
      seen.blocked += Math.max(0, duration - 50);
      seen.longest = Math.max(seen.longest, duration);
    }
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((entries) => {
    for (const entry of entries.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  const marked = (name: string): boolean => performance.getEntriesByName(name).length > 0;
  const look = (): void => {
    // All of it: what is still on its way has nothing behind it yet.
    const drawing = document.querySelector('[data-poster] > svg, [data-plain] svg')?.parentElement;
    const picture = drawing && (drawing.nextElementSibling !== null || document.readyState !== 'loading');
    const idle = document.querySelector('.map-canvas[data-idle]');
    if ((picture || idle) && !marked('map-shown')) performance.mark('map-shown');
    if (idle && !marked('map-idle')) performance.mark('map-idle');
    if (!marked('map-idle')) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Opens a page as somebody who has never been there. `still` is a page without an interactive map. */
export async function openOnce(
  browser: Browser,
  host: Host,
  path: string,
  setting: Setting,
  still = false,
): Promise<Opening> {
  const context = await browser.newContext({ viewport: setting.viewport, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await throttle(page, setting);
    const before = host.sentBytes();
    await page.addInitScript(KEEP_NAMES);
    await page.addInitScript(watch);
    await page.goto(host.addresses[setting.throttled ? 'slow' : 'fast'] + path, { waitUntil: 'commit' });
    const mark = still ? 'map-shown' : 'map-idle';
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark, { timeout: 120_000 });
    const wireBytes = host.sentBytes() - before;
    return await page.evaluate(
      ([bytes]) => {
        const { seen } = window as unknown as { seen: { blocked: number; longest: number; shift: number } };
        const at = (name: string): number => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
        return {
          shownMs: at('map-shown'),
          idleMs: at('map-idle'),
          wireBytes: bytes ?? 0,
          blockedMs: seen.blocked,
          longestMs: seen.longest,
          layoutShift: seen.shift,
        };
      },
      [wireBytes],
    );
  } finally {
    await context.close();
  }
}

/** Slows the processor of a page down; its link is slow by its address. */
export async function throttle(page: Page, { throttled }: Setting): Promise<void> {
  const client = await page.context().newCDPSession(page);
  if (throttled) await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}
