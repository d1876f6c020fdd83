import type { Browser, Locator, Page } from '@playwright/test';

import { type Figure, median, type Part, type PartOptions, quantile } from '../figures';
import { KEEP_NAMES, PHONE, throttle } from './measure';
import { withSite } from './with-site';

const SITE = '102.700,25.030\n102.716,25.031\n102.715,25.043\n102.702,25.042';
const GOAL = { atMost: 100 };
/** How often an act is done on one opening of the page. */
const AGAIN = 3;
/** So many frames in a row that take no longer than this each. */
const [CALM_FRAMES, CALM_MS] = [12, 60];
const LETTERS = 'wujiaba';
const ALL_ON = 'body:not(:has(input[type=checkbox]:not(:checked)))';

/** Times by what was done, ms. */
type Taken = (name: string, ms: number) => void;

async function onMapAndText(page: Page, address: string, taken: Taken): Promise<void> {
  await page.goto(`${address}/a/11/`);
  await atRest(page);
  // What is loaded on a first use is not what is asked here.
  const box = page.getByRole('search').getByRole('combobox');
  await box.fill('滇池');
  await page.getByRole('search').getByRole('option').first().waitFor();
  await box.fill('');
  await throttle(page, PHONE);
  const mention = page.locator('article[data-article="11"]').getByRole('link', { name: '巫家坝片区' });
  const theme = page.getByRole('checkbox', { name: '轨道铁路' });
  for (let time = 0; time < AGAIN; time += 1) {
    taken('click a mention', await timed(page, '[data-card] h2', await pressOf(mention)));
    await page.keyboard.press('Escape');
    await page.locator('[data-card] h2').waitFor({ state: 'detached' });
  }
  for (let time = 0; time < AGAIN; time += 1) {
    taken('toggle a layer', await timed(page, 'input[type=checkbox]:not(:checked)', await pressOf(theme)));
    taken('toggle a layer', await timed(page, ALL_ON, await pressOf(theme)));
  }
  await box.focus();
  for (const [at, letter] of [...LETTERS].entries()) {
    // The list before goes with the next letter, so that what is waited for is the list of this one.
    const shown = `search:has(input[value="${LETTERS.slice(0, at + 1)}"]) [role=option]`;
    taken('type a letter in the search', await timed(page, shown, () => page.keyboard.press(letter)));
  }
}

async function onSites(page: Page, address: string, taken: Taken): Promise<void> {
  await page.goto(`${address}/?v=check`);
  await atRest(page);
  await page.getByRole('button', { name: '粘贴坐标或文字' }).click();
  await page.getByRole('textbox', { name: /坐标一行一个/u }).fill(SITE);
  await page.getByRole('button', { name: '查', exact: true }).click();
  const offer = page.locator('ol').getByRole('button').first();
  await offer.waitFor();
  await throttle(page, PHONE);
  taken('open an extract', await timed(page, '#text [data-list="concerned"]', await pressOf(offer)));
}

async function onNear(page: Page, address: string, taken: Taken): Promise<void> {
  await page.goto(`${address}/?v=near`);
  await page.getByLabel('坐标或地图链接').fill('25.0205 N, 102.7336 E WGS84');
  await atRest(page);
  await throttle(page, PHONE);
  const ask = page.getByRole('button', { name: '查', exact: true });
  taken('answer for a location', await timed(page, '#text h2:has(+ *)[tabindex="-1"]', await pressOf(ask)));
}

async function atRest(page: Page): Promise<void> {
  await page.locator('.map-canvas[data-idle]').waitFor({ state: 'attached', timeout: 60_000 });
}

/**
 * Moves the pointer over something, as whoever is about to press it does, and answers how to press it: by the mouse alone,
 * since `click()` of the driver looks in the page, between press and release, for what is under the pointer.
 */
async function pressOf(what: Locator): Promise<() => Promise<void>> {
  const page = what.page();
  await what.scrollIntoViewIfNeeded();
  const box = await what.boundingBox();
  if (!box) throw new Error('what is to be pressed cannot be seen');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  return async () => {
    await page.mouse.down();
    await page.mouse.up();
  };
}

/** Waits until nothing is being drawn any more: an act begins where the one before has ended for the eye, too. */
async function calm(page: Page): Promise<void> {
  await page.evaluate(
    ([wanted, atMostMs]) =>
      new Promise<void>((resolve) => {
        let [calmFrames, before] = [0, performance.now()];
        const look = (): void => {
          const now = performance.now();
          calmFrames = now - before <= (atMostMs ?? 0) ? calmFrames + 1 : 0;
          before = now;
          if (calmFrames >= (wanted ?? 0)) resolve();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    [CALM_FRAMES, CALM_MS],
  );
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
            // What it found is drawn in this frame, and a task comes after that.
            setTimeout(() => resolve(performance.now() - began));
          } else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    });
  }, selector);
  await calm(page);
  await act();
  return page.evaluate(() => (window as unknown as { took: Promise<number> }).took);
}

async function inPage(browser: Browser, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(KEEP_NAMES);
  await act(page);
  await context.close();
}

async function measure({ rounds }: PartOptions): Promise<Figure[]> {
  const times = new Map<string, number[]>();
  const taken: Taken = (name, ms) => void times.set(name, [...(times.get(name) ?? []), ms]);
  await withSite([], async (browser, { addresses: { fast } }) => {
    for (let round = 0; round < rounds; round += 1)
      for (const part of [onMapAndText, onSites, onNear]) await inPage(browser, (page) => part(page, fast, taken));
  });
  return [...times].map(([name, all]) => ({
    what: `${name}, p95`,
    value: quantile(all, 0.95),
    unit: 'ms',
    goal: GOAL,
    of: `${all.length} times at a quarter of the speed, median ${median(all).toFixed(0)} ms`,
  }));
}

/** From an input to the frame in which its effect stands, at a quarter of the speed. */
export const INTERACTIONS: Part = { name: 'interactions', measure };
