import type { Page } from '@playwright/test';

const STEPS = 45;

/** Frames a second while a mouse pulls the map to and fro, from a spot of the window in pixels. */
export async function framesWhilePulled(page: Page, x: number, y: number): Promise<number> {
  await page.mouse.move(x, y);
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
    await page.mouse.move(x + 200 * Math.sin(step / 10), y + 150 * Math.sin(step / 14));
  const rate = await page.evaluate(() => {
    const { panned } = window as unknown as { panned: { frames: number; began: number } };
    return (panned.frames * 1000) / (performance.now() - panned.began);
  });
  await page.mouse.up();
  return rate;
}
