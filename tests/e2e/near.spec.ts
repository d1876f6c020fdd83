import { readFile } from 'node:fs/promises';

import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';

import { expect, test } from './driver';

/** A spot in the old city, with digits that nothing else on the page has. */
const LNG = 102.733_57;
const LAT = 25.020_53;
const SECRET = /102\.73[34]|25\.020|25\.0205|25\.021/u;

async function standAt(context: BrowserContext, longitude = LNG, latitude = LAT, accuracy = 30): Promise<void> {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ longitude, latitude, accuracy });
}

/** From the first screen to the answer for the place of the device. */
async function findNear(page: Page): Promise<void> {
  await page.getByRole('button', { name: '找附近' }).first().click();
  await page.getByRole('button', { name: '用我的位置' }).click();
  await expect(page.getByRole('heading', { level: 2, name: '官渡区 · 老城' })).toBeVisible();
}

async function type(page: Page, text: string): Promise<void> {
  await page.getByLabel('坐标或地图链接').fill(text);
  await page.getByRole('button', { name: '查', exact: true }).click();
}

test('one button and the device’s place give the answer, and another radius another one', async ({
  desk,
  page,
  context,
}) => {
  await standAt(context);
  await desk.openWithMap();
  await findNear(page);
  await expect(page.getByText('二环路内外说不准，三环快速路以内')).toBeVisible();
  await expect(page.getByText(/2 公里以内画有 \d+ 处规划/u)).toBeVisible();
  await expect(page.getByRole('link', { name: '轨道交通8号线' }).first()).toBeAttached();
  await page.getByRole('radio', { name: '500 米' }).check();
  await expect(page.getByText(/500 米以内画有 \d+ 处规划/u)).toBeVisible();
});

test('a thing that is near opens on the map, and the answer is still there', async ({ desk, page, context }) => {
  await standAt(context);
  await desk.openWithMap();
  await findNear(page);
  await page.getByRole('list').getByRole('link', { name: '巫家坝片区' }).first().click();
  await expect(desk.card.getByRole('heading', { name: '巫家坝片区' })).toBeVisible();
  await page.getByRole('button', { name: '关闭' }).click();
  await page.getByRole('button', { name: '在图上回到这里' }).click();
  await expect(page.getByRole('heading', { level: 2, name: '官渡区 · 老城' })).toBeVisible();
});

test('a refusal is a sentence with a way on', async ({ desk, page, context }) => {
  await context.clearPermissions();
  await desk.read();
  await page.getByRole('button', { name: '找附近' }).first().click();
  await page.getByRole('button', { name: '用我的位置' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '没有允许定位' })).toBeVisible();
  await type(page, '25.0466, 102.7096');
  await page.getByRole('radio', { name: /GCJ-02/u }).check();
  await expect(page.getByRole('heading', { level: 2, name: '五华区 · 老城' })).toBeVisible();
});

test('a spot outside says how far, and still answers', async ({ desk, page }) => {
  await desk.read('?v=near');
  await type(page, '39.9042 N, 116.4074 E WGS84');
  await expect(page.getByText(/在文件适用的范围之外，离它约 \d/u)).toBeVisible();
  await expect(page.getByText('没有画出的规划。这不等于没有限制').first()).toBeVisible();
});

test('nothing of the spot leaves the page before it is shared', async ({ desk, page, context }) => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await standAt(context);
  await desk.openWithMap();
  await findNear(page);
  await page.getByRole('radio', { name: '1 公里', exact: true }).check();
  await page.getByRole('list').getByRole('link', { name: '轨道交通8号线' }).first().click();
  await page.getByRole('button', { name: '关闭' }).click();
  await page.getByRole('button', { name: '在图上回到这里' }).click();
  await desk.mapAtRest();
  // Longer than the address waits before it follows the map.
  await expect.poll(() => page.evaluate(() => performance.now())).toBeGreaterThan(1500);
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, document.cookie, document.title]),
  );
  expect([...sent, page.url(), kept].filter((text) => SECRET.test(text))).toEqual([]);
  await page.goBack();
  expect(page.url()).not.toMatch(SECRET);
});

test('a shared link gives the same answer, rounded as it was shared', async ({ desk, page, context, browser }) => {
  await standAt(context);
  await desk.read();
  await findNear(page);
  await page.getByRole('radio', { name: '约 1 米' }).check();
  await page.getByRole('button', { name: /复制链接，并/u }).click();
  await expect.poll(() => desk.param('near')).toBe('102.73357,25.02053,2000');
  const answer = await page.getByText(/2 公里以内画有/u).textContent();
  const other = await browser.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('heading', { level: 2, name: '官渡区 · 老城' })).toBeVisible();
  await expect(other.getByText(/取整到约/u)).toBeVisible();
  expect((await other.getByText(/2 公里以内画有/u).textContent())?.split('。')[0]).toBe(answer?.split('。')[0]);
  await other.close();
});

for (const [lang, address, button] of [
  ['Chinese', '', '存为图片'],
  ['English', 'en/', 'Save as picture'],
] as const) {
  test(`the answer is saved as a picture without asking anyone, in ${lang}`, async ({ desk, page, context }) => {
    await desk.read(`${address}?v=near&near=102.734,25.021,2000`);
    const asked: string[] = [];
    const save = async (): Promise<Buffer> => {
      const waiting = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      const file = await waiting;
      expect(file.suggestedFilename()).toMatch(/^\D+-\d{4}-\d\d-\d\d\.png$/u);
      return readFile(await file.path());
    };
    await expect(page.getByRole('button', { name: button })).toBeVisible();
    // The code that draws comes with the first picture; the page may still be asking what its site has set.
    page.on('request', (request) => asked.push(request.url()));
    await save();
    expect(asked.filter((url) => !/^(?:data|blob):|\/(?:assets\/[\w-]+\.m?js|config\.json)$/u.test(url))).toEqual([]);
    asked.length = 0;
    const png = await save();
    expect(asked.filter((url) => !/^(?:data|blob):/u.test(url))).toEqual([]);
    expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001A\n');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(width).toBe(1080);
    expect(height).toBeGreaterThan(1500);
    const viewer = await context.newPage();
    const colours = await viewer.evaluate(
      async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.width, image.height];
        const paper = canvas.getContext('2d');
        paper?.drawImage(image, 0, 0);
        const pixels = new Uint32Array(paper?.getImageData(0, 0, canvas.width, canvas.height).data.buffer ?? []);
        // The head, the map and the foot of the card.
        return [0, 0.4, 0.8].map((from) => {
          const part = pixels.subarray(from * pixels.length, (from + 0.2) * pixels.length);
          return new Set(part).size;
        });
      },
      `data:image/png;base64,${png.toString('base64')}`,
    );
    await viewer.close();
    for (const count of colours) expect(count).toBeGreaterThan(50);
  });
}

test('a saved spot is there after a reload, and two spots can be compared', async ({ desk, page, context }) => {
  await standAt(context);
  await desk.read();
  await findNear(page);
  await page.locator('summary', { hasText: '记在这台设备上' }).click();
  await page.getByLabel('名字').fill('家');
  await page.getByRole('button', { name: '记下' }).click();
  await expect(page.getByText('记下了。')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: '家', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: '官渡区 · 老城' })).toBeVisible();
  await page.getByRole('button', { name: '和另一处比较' }).click();
  await type(page, '24.8530 N, 102.8300 E WGS84');
  const table = page.getByRole('table', { name: '两处的比较' });
  await expect(table.getByRole('row', { name: /所在的区/u })).toContainText('不同');
});

test('a press on the map asks about that spot', async ({ desk, page, isMobile }) => {
  await desk.openWithMap('?v=near');
  const map = page.locator('.map-canvas');
  if (isMobile) {
    const client = await page.context().newCDPSession(page);
    const at = [{ x: 200, y: 260 }];
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at });
    await expect(page.getByText('图上点的一处')).toBeVisible();
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    // The click that follows a long press is not meant as a question.
    await desk.mapAtRest();
  } else {
    await map.click({ button: 'right', position: { x: 300, y: 250 } });
  }
  await expect(page.getByText('图上点的一处')).toBeVisible();
  expect(desk.param('at')).toBeNull();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the answer, in ${colorScheme}`, async ({ desk, page }) => {
    await page.emulateMedia({ colorScheme });
    await desk.openWithMap('?v=near&near=102.734,25.021,2000');
    await expect(page.getByRole('heading', { level: 2, name: '官渡区 · 老城' })).toBeVisible();
    await page.locator('summary:visible').filter({ hasText: /^承诺/u }).first().click();
    await page.getByRole('button', { name: '和另一处比较' }).click();
    await type(page, '25.0466, 102.7096');
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
  });
}
