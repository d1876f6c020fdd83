import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { mapArchive } from '../../geo/pipeline/tiles/map-archive';
import { DRAWN_FILES, type DrawnFile, type DrawnFileName } from '../../src/contract/features';
import { expect, test } from './driver';

const FOLDER = 'dist/data/kunming-2021/';
const json = <T>(name: string): T => JSON.parse(readFileSync(`${FOLDER}${name}`, 'utf8')) as T;
const ARCHIVE = '**/map.pmtiles*';

/** Has the first plan drawn from tiles of the same features, as a plan is that outgrows GeoJSON. Says what was asked. */
async function asTiles(page: Page): Promise<{ ranges: string[]; exact: string[] }> {
  const of = (name: DrawnFileName): DrawnFile['features'] => json<DrawnFile>(`${name}.geojson`).features;
  const { bytes, minzoom, maxzoom } = mapArchive({
    ground: of('ground'),
    areas: of('areas'),
    bands: of('bands'),
    lines: of('lines'),
    points: of('points'),
  });
  const manifest = json<object>('manifest.json');
  await page.route('**/kunming-2021/manifest.json', (route) =>
    route.fulfill({ json: { ...manifest, tiles: { file: 'map.pmtiles', minzoom, maxzoom } } }),
  );
  const asked = { ranges: [] as string[], exact: [] as string[] };
  await page.route(ARCHIVE, (route) => {
    const range = route.request().headers()['range'] ?? '';
    asked.ranges.push(range);
    const [from = 0, to = 0] = /bytes=(\d+)-(\d+)/u.exec(range)?.slice(1).map(Number) ?? [];
    const body = Buffer.from(bytes.subarray(from, to + 1));
    const headers = { 'content-range': `bytes ${from}-${from + body.length - 1}/${bytes.length}`, etag: '"one"' };
    return route.fulfill({ status: 206, body, headers });
  });
  // The page of such a plan does not ask for what is exact.
  await page.route(/\/(?:\?.*)?$/u, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll(/<link [^>]*\.packed\.json">/gu, '') });
  });
  page.on('request', (request) => {
    if (request.url().endsWith('.packed.json')) asked.exact.push(request.url());
  });
  return asked;
}

test('a plan in tiles is drawn from ranges, pointed at and asked; what is exact comes with the first question', async ({
  desk,
  page,
}) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  const asked = await asTiles(page);
  await desk.openWithMap('?c=102.745,25.0,12.5');
  expect(asked.ranges.length).toBeGreaterThan(1);
  expect(asked.exact).toEqual([]);
  const canvas = page.locator('.map-canvas canvas');
  await desk.pointAt(102.752, 25.002);
  await expect(canvas).toHaveCSS('cursor', 'pointer');
  await desk.pointAt(102.722, 25.02);
  await expect(canvas).not.toHaveCSS('cursor', 'pointer');
  await desk.clickMapAt(102.752, 25.002);
  await expect(desk.card).toContainText('巫家坝片区');
  expect(asked.exact).toHaveLength(DRAWN_FILES.length);
});

test('near me answers for a plan in tiles', async ({ desk, page }) => {
  await asTiles(page);
  await desk.read('?v=near');
  await page.getByLabel('坐标或地图链接').fill('25.0205 N, 102.7336 E WGS84');
  await page.getByRole('button', { name: '查', exact: true }).click();
  await expect(page.getByText(/公里以内画有/u)).toBeVisible();
});

test.describe('when the tiles cannot be had', () => {
  test.use({ tolerated: [/ERR_FAILED|net::|Failed to fetch|AJAXError/u] });

  test('it says so and leaves the text', async ({ desk, page }) => {
    await asTiles(page);
    await page.route(ARCHIVE, (route) => route.abort());
    await desk.open();
    await expect(page.getByRole('alert')).toContainText('map.pmtiles');
    await expect(desk.articles).toHaveCount(29);
  });
});
