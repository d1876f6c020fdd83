import { expect, test } from './driver';

test('the sheet has three stops, by drag and by key', async ({ desk, page }) => {
  await desk.openWithMap();
  const sheet = page.locator('section[data-stop]');
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
  await expect(sheet).toHaveAttribute('data-stop', 'half');
});

test('a word opens a card over the sheet; closing it returns to the text', async ({ desk, page }) => {
  await desk.openWithMap('?a=11');
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
    await desk.openWithMap('?a=12&lang=en');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

test('a site is handed in and answered with one thumb', async ({ desk, page }) => {
  await desk.openWithMap('?v=check');
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
