import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from '@playwright/test';
import { preview, type PreviewServer } from 'vite';

import { expect, test } from './driver';

test.use({ serviceWorkers: 'allow' });

/** The first visit, until all of the site is kept. */
async function visit(page: Page, address = '/'): Promise<void> {
  await page.goto(address);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

test('after one visit the whole desk works without a network', async ({ desk, page, context }) => {
  await visit(page);
  await context.setOffline(true);

  await desk.openWithMap('a/11/');
  await expect(desk.articles).toHaveCount(29);
  await expect(desk.article(11)).toBeVisible();

  await page.getByRole('combobox', { name: '查找' }).fill('wujiaba');
  await page.getByRole('listbox', { name: '查找' }).getByRole('option').first().click();
  await expect(desk.card).toContainText('建设巫家坝片区等城市新空间');
  await page.reload();
  await desk.takenOver();
  await expect(desk.card).toContainText('建设巫家坝片区等城市新空间');

  await desk.open('?v=near');
  await page.getByLabel('坐标或地图链接').fill('25.0466 N, 102.7096 E WGS84');
  await page.getByRole('button', { name: '查', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: '五华区 · 老城' })).toBeVisible();

  await desk.open('?v=check');
  const field = page.getByRole('textbox', { name: /坐标一行一个/u });
  if (!(await field.isVisible())) await page.getByRole('button', { name: '粘贴坐标或文字' }).click();
  await field.fill('102.700,25.030\n102.716,25.031\n102.715,25.043\n102.702,25.042');
  await page.getByRole('button', { name: '查', exact: true }).click();
  await page.locator('ol').getByRole('button').filter({ hasText: 'WGS-84' }).click();
  await expect(page.locator('#text [data-list="concerned"]')).toBeVisible();

  await desk.open('en/p/wujiaba/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(desk.card).toContainText('Wujiaba');
  await page.goto('/privacy/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('隐私说明');
});

test('a page that loses the network goes on with what it had not asked for yet', async ({ desk, page, context }) => {
  await visit(page);
  await desk.takenOver();
  await context.setOffline(true);
  await expect(page.getByText('现在没有网络')).toBeVisible();
  await page.getByRole('combobox', { name: '查找' }).fill('cuihu');
  await expect(page.getByRole('listbox', { name: '查找' }).getByRole('option').first()).toContainText('翠湖');
  await page.getByRole('combobox', { name: '查找' }).press('Escape');
  await page.getByRole('button', { name: '找附近' }).first().click();
  await expect(page.getByLabel('坐标或地图链接')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test.describe('with a site that is updated under the visitor', () => {
  let site: string;
  let server: PreviewServer;
  test.beforeEach(async () => {
    site = await mkdtemp(join(tmpdir(), 'tuce-site-'));
    await cp('dist', site, { recursive: true, filter: (path) => !/dist\/(?:en\/)?p\/./u.test(path) });
    server = await preview({
      configFile: false,
      logLevel: 'silent',
      root: site,
      build: { outDir: '.' },
      appType: 'mpa',
      preview: { port: 0, host: 'localhost' },
    });
  });
  test.afterEach(async () => {
    await server.close();
    await rm(site, { recursive: true });
  });

  /** Puts the files of a new build in the place of the old ones: other data, and a worker that wants them. */
  async function deploy(): Promise<void> {
    const places = join(site, 'data/kunming-2021/search.json');
    const before = await readFile(places);
    await writeFile(places, `${before.toString()} `);
    const digest = async (bytes: string): Promise<string> =>
      Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(bytes))).toString('base64');
    const worker = join(site, 'sw.js');
    const code = await readFile(worker, 'utf8');
    const old = await digest(before.toString());
    expect(code).toContain(old);
    await writeFile(
      worker,
      code.replace(old, await digest(`${before.toString()} `)).replace(/(?<="version":")\w+/u, 'next'),
    );
  }

  test('the new version is offered; an open page keeps its own until it is loaded anew', async ({ context }) => {
    const address = server.resolvedUrls?.local[0] ?? '';
    const [first, second] = [await context.newPage(), await context.newPage()];
    await visit(first, address);
    await visit(second, address);
    const length = (page: Page): Promise<number> =>
      page.evaluate(async () => (await (await fetch('data/kunming-2021/search.json')).text()).length);
    const before = await length(second);
    await deploy();
    await first.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    const notice = first.getByText('有新版本');
    await expect(notice).toBeVisible();
    expect(await length(first)).toBe(before);
    await Promise.all([
      first.waitForEvent('load'),
      first.getByRole('status').filter({ hasText: '有新版本' }).getByRole('button', { name: '刷新' }).click(),
    ]);
    await expect.poll(() => length(first)).toBe(before + 1);
    await expect(first.getByText('有新版本')).toHaveCount(0);
    // The other page was not asked.
    await expect(second.getByText('有新版本')).toBeVisible();
    expect(await length(second)).toBe(before);
    expect(await second.evaluate(() => caches.keys())).toHaveLength(2);
    await second.reload();
    await expect.poll(() => length(second)).toBe(before + 1);
  });
});
