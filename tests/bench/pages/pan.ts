import type { Browser } from '@playwright/test';

import { DESK, KEEP_NAMES, watch } from './measure';

const STEPS = 90;

/** Frames a second while a mouse pulls the interactive map of a page to and fro, unthrottled. */
export async function panRate(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: DESK.viewport, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.addInitScript(KEEP_NAMES);
    await page.addInitScript(watch);
    await page.goto(address);
    await page.waitForFunction(() => performance.getEntriesByName('map-idle').length > 0);
    await page.mouse.move(900, 400);
    await page.mouse.down();
    await page.evaluate(() => {
      const seen = { frames: 0, began: performance.now() };
      const count = (): void => {
        seen.frames += 1;
        requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
      Object.assign(window, { panned: seen });
    });
    for (let step = 1; step <= STEPS; step += 1)
      await page.mouse.move(900 + 250 * Math.sin(step / 10), 400 + 150 * Math.sin(step / 14));
    const rate = await page.evaluate(() => {
      const { panned } = window as unknown as { panned: { frames: number; began: number } };
      return (panned.frames * 1000) / (performance.now() - panned.began);
    });
    await page.mouse.up();
    return rate;
  } finally {
    await context.close();
  }
}
