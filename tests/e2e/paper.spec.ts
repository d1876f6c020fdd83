import { expect, test } from './driver';

test('on paper stand the map, what is open on it and the whole text, and nothing to click', async ({ desk, page }) => {
  await desk.openWithMap('p/wujiaba/');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const copy = page.locator('#map .map-print');
  await expect(copy).toBeVisible();
  const colours = await copy.evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data.buffer;
    return new Set(new Uint32Array(pixels ?? new ArrayBuffer(0))).size;
  });
  expect(colours).toBeGreaterThan(100);
  await expect(desk.article(29)).toBeVisible();
  const top = async (selector: string): Promise<number> => (await page.locator(selector).boundingBox())?.y ?? NaN;
  expect(await top('#map')).toBeLessThan(await top('[data-card]'));
  expect(await top('[data-card]')).toBeLessThan(await top('article[data-article="1"]'));
  const heightPx = await page.evaluate(() => document.body.scrollHeight);
  expect(await top('article[data-article="29"]')).toBeLessThan(heightPx);
  await expect(page.locator('#map button:visible, header button:visible, #text nav button:visible')).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(copy).toHaveCount(0);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a page prints its drawn map above its article', async ({ page }) => {
    await page.goto('/a/11/');
    await page.emulateMedia({ media: 'print' });
    const map = await page.locator('[data-poster] > svg').boundingBox();
    const text = await page.locator('article').boundingBox();
    expect(map?.height).toBeGreaterThan(200);
    expect(text?.y).toBeGreaterThan((map?.y ?? NaN) + 100);
  });
});

test('an address that leads nowhere has a page that leads on', async ({ page }) => {
  await page.goto('/404.html');
  await expect(page.getByRole('heading', { level: 1, name: '没有这一页' })).toBeVisible();
  await expect(page.locator('script')).toHaveCount(0);
  await page.getByRole('link', { name: 'To the front page' }).click();
  await expect(page).toHaveURL(/\/en\/$/u);
});
