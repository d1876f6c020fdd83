import type { Browser, Page } from '@playwright/test';

import { KEEP_NAMES, PHONE, throttle } from './measure';

const SITE = '102.700,25.030\n102.716,25.031\n102.715,25.043\n102.702,25.042';

/** Times from an input to the frame in which its effect stands, at a quarter of the speed, ms. */
export async function interactions(browser: Browser, address: string, rounds: number): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>();
  const add = (name: string, ms: number): void => void times.set(name, [...(times.get(name) ?? []), ms]);
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.addInitScript(KEEP_NAMES);
    await page.goto(`${address}/a/11/`);
    await page.locator('.map-canvas[data-idle]').waitFor({ state: 'attached' });
    // What is loaded on a first use is not what is asked here.
    const box = page.getByRole('search').getByRole('combobox');
    await box.fill('滇池');
    await page.getByRole('search').getByRole('option').first().waitFor();
    await box.fill('');
    await throttle(page, { ...PHONE, throttled: true });
    add(
      'open a place from its mention',
      await timed(page, '[data-card] h2', () =>
        page.locator('article[data-article="11"]').getByRole('link', { name: '巫家坝片区' }).click(),
      ),
    );
    await page.keyboard.press('Escape');
    add(
      'switch a theme off',
      await timed(page, 'input[type=checkbox]:not(:checked)', () =>
        page.getByRole('checkbox', { name: '轨道铁路' }).click(),
      ),
    );
    await box.focus();
    for (const letter of 'wujiaba') {
      add('type a letter in the search', await timed(page, '[role=option]', () => page.keyboard.press(letter)));
    }
    await box.press('Escape');
    await page.goto(`${address}/?v=near`);
    const field = page.getByLabel('坐标或地图链接');
    await field.fill('25.0205 N, 102.7336 E WGS84');
    await page.locator('.map-canvas[data-idle]').waitFor({ state: 'attached' });
    add(
      'answer for a location',
      await timed(page, '#text h2:has(+ *)[tabindex="-1"]', () =>
        page.getByRole('button', { name: '查', exact: true }).click(),
      ),
    );
    await page.goto(`${address}/?v=check`);
    await page.getByRole('button', { name: '粘贴坐标或文字' }).click();
    await page.getByRole('textbox', { name: /坐标一行一个/u }).fill(SITE);
    await page.getByRole('button', { name: '查', exact: true }).click();
    const offer = page.locator('ol').getByRole('button').first();
    await offer.waitFor();
    add('open an extract', await timed(page, '#text [data-list="concerned"]', () => offer.click()));
    await context.close();
  }
  return times;
}

/** From the input that an act makes to the first frame after `selector` is there. */
async function timed(page: Page, selector: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate((wanted) => {
    let began = Number.NaN;
    const start = (event: Event): void => {
      if (Number.isNaN(began)) began = event.timeStamp;
    };
    for (const kind of ['click', 'keydown']) window.addEventListener(kind, start, { capture: true, once: true });
    Object.assign(window, {
      took: new Promise<number>((resolve) => {
        const look = (): void => {
          if (!Number.isNaN(began) && document.querySelector(wanted)) {
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
          } else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    });
  }, selector);
  await act();
  return page.evaluate(() => (window as unknown as { took: Promise<number> }).took);
}
