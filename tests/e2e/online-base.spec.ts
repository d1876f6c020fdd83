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
const sites: PreviewServer[] = [];
let rasterSite = '';
let styleSite = '';
let asked = 0;
let broken = false;

test.describe.configure({ mode: 'serial' });

/** Builds the site with a configuration of its own and serves it. */
async function siteWith(name: string, baseMap: unknown): Promise<string> {
  const outDir = `test-results/online-${name}`;
  const config = `test-results/online-${name}.json`;
  mkdirSync('test-results', { recursive: true });
  writeFileSync(config, JSON.stringify({ baseMap }));
  process.env['TUCE_CONFIG'] = config;
  process.env['TUCE_DESK_ONLY'] = '1';
  await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const site = await preview({ build: { outDir }, preview: { host: 'localhost', port: 0 } });
  sites.push(site);
  return site.resolvedUrls?.local[0] ?? '';
}

test.beforeAll(async () => {
  // Two builds of the site.
  test.setTimeout(180_000);
  tiles = createServer((request, response) => {
    asked += 1;
    const style = request.url === '/style.json';
    response.writeHead(broken ? 503 : 200, {
      'Content-Type': style ? 'application/json' : 'image/png',
      'Access-Control-Allow-Origin': '*',
    });
    response.end(broken ? '' : style ? foreignStyle() : PNG);
  });
  await new Promise<void>((resolve) => {
    tiles.listen(0, 'localhost', resolve);
  });
  rasterSite = await siteWith('raster', { tiles: [`${origin()}/{z}/{x}/{y}.png`], attribution: 'Test tiles' });
  styleSite = await siteWith('style', { style: `${origin()}/style.json`, attribution: 'Test style' });
});

test.afterAll(async () => {
  await Promise.all(sites.map((site) => site.close()));
  tiles.close();
});

function origin(): string {
  return `http://localhost:${(tiles.address() as AddressInfo).port}`;
}

/** A style as others publish them, with a label layer that must stay behind. */
function foreignStyle(): string {
  return JSON.stringify({
    version: 8,
    glyphs: 'https://fonts.example/{fontstack}/{range}.pbf',
    sources: { land: { type: 'raster', tiles: [`${origin()}/{z}/{x}/{y}.png`], tileSize: 256 } },
    layers: [
      { id: 'paper', type: 'background' },
      { id: 'land', type: 'raster', source: 'land' },
      { id: 'names', type: 'symbol', source: 'land', layout: { 'text-field': 'x' } },
    ],
  });
}

test('asks the tile server only after the visitor turned the online base map on', async ({ desk, page }) => {
  await page.goto(rasterSite);
  await desk.mapAtRest();
  expect(asked).toBe(0);
  await page.locator('summary', { hasText: '底图' }).click();
  await page.getByRole('checkbox', { name: '在线底图' }).click();
  await expect.poll(() => asked).toBeGreaterThan(3);
  await expect(page.getByText('Test tiles')).toBeVisible();
  await page.getByRole('checkbox', { name: '在线底图' }).click();
  await expect(page.getByText('Test tiles')).toBeHidden();
});

test('takes the ground of a foreign style and leaves its labels', async ({ desk, page }) => {
  await page.goto(styleSite);
  await desk.mapAtRest();
  const before = asked;
  await page.locator('summary', { hasText: '底图' }).click();
  await page.getByRole('checkbox', { name: '在线底图' }).click();
  await expect(page.getByText('Test style')).toBeVisible();
  // The style itself and some tiles; the driver fails the test if its fonts were asked for.
  await expect.poll(() => asked - before).toBeGreaterThan(3);
});

test.describe('with a server that is down', () => {
  test.use({ tolerated: [/503/u] });

  test('the plan stays up and a notice says so', async ({ desk, page }) => {
    broken = true;
    await page.goto(rasterSite);
    await desk.mapAtRest();
    await page.locator('summary', { hasText: '底图' }).click();
    await page.getByRole('checkbox', { name: '在线底图' }).click();
    await expect(page.getByText('在线底图连不上')).toBeVisible();
    await desk.article(11).getByRole('link', { name: '巫家坝片区' }).click();
    await expect(desk.card).toContainText('建设巫家坝片区等城市新空间');
  });
});
