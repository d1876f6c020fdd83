import type { CDPSession } from '@playwright/test';

import { expect, test } from './driver';

/** Drags a finger down the middle of the window, from and to pixels below its top, `stepMs` apart. */
async function drag(client: CDPSession, fromPx: number, toPx: number, x = 195): Promise<void> {
  const touch = (type: 'touchStart' | 'touchMove', y: number): Promise<unknown> =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
  await touch('touchStart', fromPx);
  for (let step = 1; step <= 10; step += 1) await touch('touchMove', fromPx + ((toPx - fromPx) * step) / 10);
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('the sheet has three stops, by drag and by key', async ({ desk, page }) => {
  await desk.read();
  const sheet = page.locator('main[data-stop]');
  const handle = page.getByRole('button', { name: '调整文件的高度' });
  await expect(sheet).toHaveAttribute('data-stop', 'half');
  await handle.focus();
  await page.keyboard.press('ArrowUp');
  await expect(sheet).toHaveAttribute('data-stop', 'full');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(sheet).toHaveAttribute('data-stop', 'peek');
  await expect.poll(async () => (await sheet.boundingBox())?.height).toBeLessThan(130);

  const box = await handle.boundingBox();
  if (!box) throw new Error('the handle is not on the page');
  await page.mouse.move(box.x + box.width / 2, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y - 240, { steps: 8 });
  await page.mouse.up();
  // How far depends on how fast the mouse was.
  await expect(sheet).toHaveAttribute('data-stop', /half|full/u);
});

test('a word opens a card over the sheet; closing it returns to the text', async ({ desk, page }) => {
  await desk.read('?a=11');
  await desk.article(11).getByRole('link', { name: '巫家坝片区' }).tap();
  await expect(desk.card.getByRole('heading', { name: '巫家坝片区' })).toBeInViewport();
  await page.getByRole('button', { name: '关闭' }).tap();
  await expect(desk.article(11).getByRole('link', { name: '巫家坝片区' })).toBeInViewport();
});

test('the selected place stands in the part of the map that nothing covers', async ({ desk, page }) => {
  await desk.openWithMap('?a=11');
  await desk.article(11).getByRole('link', { name: '巫家坝片区' }).tap();
  await expect.poll(() => desk.camera.zoom).toBeGreaterThan(10.5);
  // Padding below the place pushes the middle of the whole canvas to the south of it.
  expect(desk.camera.lat).toBeLessThan(24.985);
  await expect(page.locator('.map-canvas')).toBeVisible();
});

for (const width of [320, 390]) {
  test(`nothing scrolls sideways at ${width} pixels`, async ({ desk, page }) => {
    await page.setViewportSize({ width, height: 640 });
    await desk.read('?a=12&lang=en');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

test('a site is handed in and answered with one thumb', async ({ desk, page }) => {
  await desk.read('?v=check');
  await page.getByRole('button', { name: '粘贴坐标或文字' }).tap();
  await page.getByRole('textbox', { name: /坐标一行一个/u }).fill('WGS84 102.708, 25.036');
  await page.getByRole('button', { name: '查', exact: true }).tap();
  await expect(page.locator('#text [data-list="concerned"]')).toBeAttached();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  const small = await page
    .locator('#text [class*="pane"] button:visible')
    .evaluateAll((buttons) =>
      buttons.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.textContent),
    );
  expect(small).toEqual([]);
});

test('the sheet is pulled by its tabs, and by its text where that is at its top', async ({ desk, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await desk.read();
  const client = await page.context().newCDPSession(page);
  const sheet = page.locator('main[data-stop]');
  const tabs = await page.getByRole('button', { name: '地点', exact: true }).boundingBox();
  if (!tabs) throw new Error('there are no tabs');
  await drag(client, tabs.y + 20, 120, tabs.x + 10);
  await expect(sheet).toHaveAttribute('data-stop', 'full');
  // The finger came down on a tab, and did not mean it.
  expect(desk.param('v')).toBeNull();
  await drag(client, 300, 700);
  await expect(sheet).not.toHaveAttribute('data-stop', 'full');
  // Scrolled text scrolls.
  const scroller = page.locator('[data-scroller]');
  await page.getByRole('button', { name: '调整文件的高度' }).press('ArrowUp');
  await page.getByRole('button', { name: '调整文件的高度' }).press('ArrowUp');
  await expect(sheet).toHaveAttribute('data-stop', 'full');
  await scroller.evaluate((element) => element.scrollTo(0, 400));
  await drag(client, 400, 600);
  await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBeLessThan(400);
  await expect(sheet).toHaveAttribute('data-stop', 'full');
});

test('the sheet follows the finger one to one and gives way beyond its end', async ({ desk, page }) => {
  await desk.read();
  const sheet = page.locator('main[data-stop]');
  const top = async (): Promise<number> => (await sheet.boundingBox())?.y ?? NaN;
  const rest = await top();
  await page.mouse.move(195, rest + 12);
  await page.mouse.down();
  await page.mouse.move(195, rest + 12 - 100, { steps: 4 });
  expect(await top()).toBeCloseTo(rest - 100, 0);
  await page.mouse.move(195, 0, { steps: 4 });
  const end = await top();
  expect(end).toBeLessThan(76);
  expect(end).toBeGreaterThan(20);
  await page.mouse.up();
  await expect.poll(top).toBeCloseTo(76, 0);
});

test('on its side a phone has text and map beside each other', async ({ desk, page }) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await desk.openWithMap('?a=11');
  const text = await page.locator('#text').boundingBox();
  const map = await page.locator('#map').boundingBox();
  if (!text || !map) throw new Error('text or map is missing');
  expect(text.x + text.width).toBeLessThanOrEqual(map.x + 1);
  expect(map.height).toBe(390);
  expect(text.height).toBeGreaterThan(250);
});
