import { readFile } from 'node:fs/promises';

import { preview, type PreviewServer } from 'vite';

import { expect, test } from './driver';

/** The site from a server whose line breaks in the middle of a file. */
const FILE = '/data/kunming-2021/lines.packed.json';
let server: PreviewServer;
let broken = true;
let asked = 0;
let site = '';

test.use({ tolerated: [/Failed to load resource|net::ERR/u] });
test.beforeEach(async () => {
  broken = true;
  asked = 0;
  const bytes = await readFile(`dist${FILE}`);
  server = await preview({
    configFile: false,
    logLevel: 'silent',
    appType: 'mpa',
    preview: { port: 0, host: 'localhost' },
    plugins: [
      {
        name: 'broken-line',
        configurePreviewServer: ({ middlewares }) => {
          middlewares.use(FILE, (_, response, next) => {
            asked += 1;
            if (!broken) return next();
            response.writeHead(200, { 'Content-Type': 'application/geo+json', 'Content-Length': bytes.length });
            response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
          });
        },
      },
    ],
  });
  site = server.resolvedUrls?.local[0] ?? '';
});
test.afterEach(() => server.close());

test('a line that breaks in the middle of a file costs one sentence, and a retry heals it', async ({ desk, page }) => {
  await page.route('**/assets/map-pane-*.js', () => undefined);
  // A question needs what is drawn, with a map or without.
  await page.goto(`${site}a/11/?v=near`);
  await desk.takenOver();
  const alert = page.getByRole('alert');
  await expect(alert).toHaveCount(1);
  await expect(alert).toContainText('lines.packed.json');
  await expect(desk.articles).toHaveCount(29);
  await expect(page.locator('[data-poster] > svg')).toBeVisible();
  broken = false;
  await alert.getByRole('button', { name: '重试' }).click();
  await expect(alert).toHaveCount(0);
});

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('half a site is never kept, and all of it once the line holds', async ({ page }) => {
    await page.goto(site);
    // Once for the page, once for what is to be kept.
    await expect.poll(() => asked).toBeGreaterThanOrEqual(2);
    const kept = (): Promise<number> => page.evaluate(async () => (await caches.keys()).length);
    await expect.poll(kept).toBe(0);
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    broken = false;
    await page.reload();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await expect.poll(kept).toBe(1);
    await page.context().setOffline(true);
    await page.goto(`${site}a/11/`);
    await expect(page.locator('article[data-article="11"]')).toContainText('巫家坝片区');
  });
});
