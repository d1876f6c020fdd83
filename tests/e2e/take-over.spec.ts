import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';
import * as v from 'valibot';

import { PlanIndexSchema } from '../../src/contract/manifest';
import { type Bbox, GazetteerSchema } from '../../src/contract/place';
import { DocumentSchema } from '../../src/contract/plan';
import { placesByArticle } from '../../src/policy/evidence';
import { toMercator } from '../../src/spatial/mercator';
import { readUrl } from '../../src/state/url';
import { openingView } from '../../src/ui/opening-view';
import { expect, test } from './driver';

function built<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> {
  return v.parse(schema, JSON.parse(readFileSync(`dist/data/${file}`, 'utf8')));
}
const [plan] = built('plans.json', PlanIndexSchema).plans;
const planned = built(`${plan?.id}/document.json`, DocumentSchema);
const gazetteer = built(`${plan?.id}/places.json`, GazetteerSchema);

/** Where a thing stands in the window before and after the app takes the page over. */
async function beforeAndAfter(
  page: Page,
  address: string,
  selector: string,
): Promise<{ before: number; after: number; shift: number }> {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  // The page stands alone until its data are let through.
  await page.route('**/data/**', async (route) => {
    await held;
    await route.continue();
  });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`/${address}`);
  const top = (): Promise<number> => page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);
  await expect(page.locator('[data-static]')).toHaveCount(1);
  const before = await top();
  release();
  await expect(page.locator('[data-static]')).toHaveCount(0);
  const after = await top();
  const shift = await page.evaluate(() =>
    (window as unknown as { shifts: number[] }).shifts.reduce((sum, one) => sum + one, 0),
  );
  return { before, after, shift };
}

for (const [address, selector] of [
  ['', '[id="p0.s1"]'],
  ['a/11/', '[data-article="11"] h3'],
  ['en/a/11/', '[data-article="11"] h3'],
  ['p/wujiaba/', '[data-article="11"] h3'],
] as const) {
  test(`the app takes over “${address}” without moving the text`, async ({ page, desk }) => {
    const { before, after, shift } = await beforeAndAfter(page, address, selector);
    expect(before).toBeGreaterThan(0);
    expect(Math.abs(after - before)).toBeLessThanOrEqual(1);
    test
      .info()
      .annotations.push({ type: 'moved', description: `${(after - before).toFixed(2)} px, shift ${shift.toFixed(4)}` });
    expect(shift).toBeLessThan(0.02);
    await expect(desk.articles).toHaveCount(29);
  });
}

test('what was scrolled to stays where it is', async ({ page }) => {
  await page.route('**/data/**', async (route) => {
    await expect(page.locator('[data-scrolled]')).toHaveCount(1);
    await route.continue();
  });
  await page.goto('/');
  const before = await page.evaluate(() => {
    const scroller = document.querySelector('[data-scroller]');
    const heading = document.querySelector('[data-article="5"] h3');
    if (!scroller || !heading) throw new Error('the page has no text');
    scroller.scrollTop += heading.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 40;
    document.body.dataset['scrolled'] = '';
    return heading.getBoundingClientRect().top;
  });
  await expect(page.locator('[data-static]')).toHaveCount(0);
  const after = await page.locator('[data-article="5"] h3').evaluate((heading) => heading.getBoundingClientRect().top);
  expect(Math.abs(after - before)).toBeLessThanOrEqual(1);
});

test('what is before the reader stays while what is out of sight is laid out', async ({ page, desk }) => {
  // No moment is idle until the reader is where they want to be.
  await page.addInitScript(() => {
    const waiting: IdleRequestCallback[] = [];
    const { requestIdleCallback: later } = window;
    window.requestIdleCallback = (act) => waiting.push(act);
    Object.assign(window, {
      goOn: () => {
        window.requestIdleCallback = later;
        for (const act of waiting.splice(0)) later(act);
      },
    });
  });
  await desk.read('a/20/');
  expect(await page.locator('article:not([data-laid])').count()).toBeGreaterThan(10);
  const heading = page.locator('[data-article="20"] h3');
  const top = (): Promise<number> => heading.evaluate((element) => element.getBoundingClientRect().top);
  const before = await top();
  await page.evaluate(() => (window as unknown as { goOn: () => void }).goOn());
  await expect(page.locator('article:not([data-laid])')).toHaveCount(0);
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
});

/** The frame that a page of the first plan opens with. */
function frameOf(address: string): Bbox {
  const { state } = readUrl(address);
  const places = new Map(gazetteer.places.map((place) => [place.id, place]));
  const view = openingView(state, {
    plan: planned.plan,
    places,
    placesOf: (article) => placesByArticle(planned.mentions, places).get(article) ?? [],
  });
  if ('zoom' in view) throw new Error('the address has a camera of its own');
  return view;
}

for (const address of ['', 'a/14/', 'p/wujiaba/']) {
  test(`the interactive map opens where the drawing of “${address}” is`, async ({ page, desk }) => {
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/assets/map-pane-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await desk.open(address);
    const drawing = await page.locator('[data-poster] > svg').boundingBox();
    if (!drawing) throw new Error('there is no drawing');
    letGo();
    await desk.mapAtRest();
    await expect(page.locator('[data-poster]')).toHaveCount(0);
    // A touch of the map writes the position under it into the address; the drawing had it at the same pixel.
    const [x, y] = [Math.round(drawing.x + drawing.width * 0.2), Math.round(drawing.y + drawing.height * 0.2)];
    await page.mouse.click(x, y);
    await expect.poll(() => desk.param('at')).not.toBeNull();
    const at = (desk.param('at') ?? '').split(',').map(Number);
    const [west, south, east, north] = frameOf(address);
    const [left, top] = toMercator([west, north]);
    const [right, bottom] = toMercator([east, south]);
    const [touchedX, touchedY] = toMercator(at);
    const offX = drawing.x + ((touchedX - left) / (right - left)) * drawing.width - x;
    const offY = drawing.y + ((touchedY - top) / (bottom - top)) * drawing.height - y;
    test.info().annotations.push({ type: 'pixels off', description: `${offX.toFixed(2)}, ${offY.toFixed(2)}` });
    expect(Math.hypot(offX, offY)).toBeLessThan(0.6);
  });
}

test('without WebGL the drawing stays', async ({ page, desk }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await desk.open('a/11/');
  await expect(page.getByText('没有 WebGL 2')).toBeVisible();
  await expect(page.locator('[data-poster] > svg')).toBeVisible();
});
