import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { build, preview, type PreviewServer } from 'vite';

import { expect, test } from './driver';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

let tiles: Server;
let site: PreviewServer;
let address = '';
let asked = 0;
let broken = false;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  tiles = createServer((_, response) => {
    asked += 1;
    response.writeHead(broken ? 503 : 200, { 'Content-Type': 'image/png', 'Access-Control-Allow-Origin': '*' });
    response.end(broken ? '' : PNG);
  });
  await new Promise<void>((resolve) => {
    tiles.listen(0, 'localhost', resolve);
  });
  const { port } = tiles.address() as AddressInfo;
  mkdirSync('test-results', { recursive: true });
  writeFileSync(
    'test-results/online-config.json',
    JSON.stringify({ baseMap: { tiles: [`http://localhost:${port}/{z}/{x}/{y}.png`], attribution: 'Test tiles' } }),
  );
  process.env['TUCE_CONFIG'] = 'test-results/online-config.json';
  const outDir = 'test-results/online-site';
  await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } });
  site = await preview({ build: { outDir }, preview: { host: 'localhost', port: 0 } });
  address = site.resolvedUrls?.local[0] ?? '';
});

test.afterAll(async () => {
  await site.close();
  tiles.close();
});

test('asks the tile server only after the visitor turned the online base map on', async ({ desk, page }) => {
  await page.goto(address);
  await desk.mapAtRest();
  expect(asked).toBe(0);
  await page.locator('summary', { hasText: '底图' }).click();
  await page.getByRole('checkbox', { name: '在线底图' }).click();
  await expect.poll(() => asked).toBeGreaterThan(3);
  await expect(page.getByText('Test tiles')).toBeVisible();
  await page.getByRole('checkbox', { name: '在线底图' }).click();
  await expect(page.getByText('Test tiles')).toBeHidden();
});

test.describe('with a server that is down', () => {
  test.use({ tolerated: [/503/u] });

  test('the plan stays up and a notice says so', async ({ desk, page }) => {
    broken = true;
    await page.goto(address);
    await desk.mapAtRest();
    await page.locator('summary', { hasText: '底图' }).click();
    await page.getByRole('checkbox', { name: '在线底图' }).click();
    await expect(page.getByText('在线底图连不上')).toBeVisible();
    await desk.article(11).getByRole('link', { name: '巫家坝片区' }).click();
    await expect(desk.card).toContainText('建设巫家坝片区等城市新空间');
  });
});
