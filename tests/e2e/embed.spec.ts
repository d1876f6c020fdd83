import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type FrameLocator, type Page, test } from '@playwright/test';

const TUCE = 'http://localhost:4174';
const TEXT = '<p>正文。</p>'.repeat(30);

/** Servers of others, each an origin of its own. */
const servers: Server[] = [];
test.afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

interface HostPage {
  body: string;
  head?: string;
  headers?: Record<string, string>;
}

/** Opens a page of somebody else; collects what goes wrong in it and in its frames. */
async function openHost(page: Page, { body, head = '', headers = {} }: HostPage): Promise<string[]> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/favicon/u.test(message.location().url)) complaints.push(message.text());
  });
  const html = `<!doctype html><html lang="zh-CN"><head><title>报道</title>${head}</head><body>${body}</body></html>`;
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(html);
  });
  servers.push(server);
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/article`);
  return complaints;
}

const frame = (address: string, more = ''): string =>
  `<iframe src="${TUCE}/${address}" title="地图" width="100%" height="520" style="border:0" referrerpolicy="strict-origin-when-cross-origin" ${more}></iframe>`;
const SCRIPT = `<script src="${TUCE}/embed.js" async></script>`;

const inside = (page: Page, at = 0): FrameLocator => page.frameLocator('iframe').nth(at);
const mapIn = (embed: FrameLocator) => embed.locator('.map-canvas[data-idle]');

/** Shifts of the layout of the host, but for those that follow a touch of the reader. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const store = window as unknown as { shifted: number };
    store.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) store.shifted += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifted: number }).shifted);
}

test.describe('budgets', () => {
  const weight = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length;
  const assets = readdirSync('dist/assets');
  const loaded = assets.filter((name) => /^embed-page-.*\.js$|^embed-(?!live)[\w-]*\.css$/u.test(name));
  const pages = ['dist/embed', 'dist/en/embed'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.name === 'index.html')
      .map((entry) => join(entry.parentPath, entry.name)),
  );

  test('all that any embed transfers before it is touched stays within 40 KB', () => {
    expect(loaded).toHaveLength(2);
    expect(pages.length).toBeGreaterThan(300);
    const rest = loaded.reduce((sum, name) => sum + weight(join('dist/assets', name)), 0);
    const heavy = pages.map((path) => ({ path, bytes: weight(path) + rest })).filter(({ bytes }) => bytes > 40_000);
    expect(heavy).toEqual([]);
  });

  test('no picture is in a page twice', () => {
    for (const path of pages)
      expect([path, readFileSync(path, 'utf8').match(/<svg xmlns/gu)?.length]).toEqual([path, 1]);
  });

  test('what hosts load is small', () => {
    expect(weight('dist/embed.js')).toBeLessThanOrEqual(1500);
    expect(weight('dist/tuce-map.js')).toBeLessThanOrEqual(6000);
  });

  test('nothing but the page, its style and its script is asked for', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${TUCE}/embed/a/11/`);
    await expect(page.locator('#start')).toBeVisible();
    const own = asked.filter((path) => !path.endsWith('icon.svg'));
    expect(own).toEqual(
      ['/embed/a/11/', ...loaded.map((name) => `/assets/${name}`).toSorted()].toSorted(
        (a, b) => asked.indexOf(a) - asked.indexOf(b),
      ),
    );
    expect(own).toHaveLength(3);
  });
});

test('a plain page shows the picture, and the map once it is touched', async ({ page }) => {
  const shifts = await watchShifts(page);
  const complaints = await openHost(page, { body: `${TEXT.slice(0, 60)}${frame('embed/p/wujiaba/')}${TEXT}` });
  const embed = inside(page);
  await expect(embed.getByRole('img', { name: '地图：巫家坝片区' })).toBeVisible();
  await expect(embed.getByText('来源：《中共云南省委')).toBeVisible();
  await expect(embed.getByText('审图号待填')).toBeVisible();
  expect(await shifts()).toBe(0);
  await embed.getByRole('button', { name: '打开可操作的地图' }).click();
  await expect(mapIn(embed)).toBeAttached({ timeout: 40_000 });
  expect(complaints).toEqual([]);
  expect(await shifts()).toBe(0);
});

test('the wheel over an open map scrolls the article', async ({ page }) => {
  await openHost(page, { body: `${frame('embed/p/wujiaba/')}${TEXT}${TEXT}` });
  const embed = inside(page);
  await embed.getByRole('button', { name: '打开可操作的地图' }).click();
  await expect(mapIn(embed)).toBeAttached({ timeout: 40_000 });
  const box = await page.locator('iframe').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 250);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  await expect(embed.getByText('按住 Ctrl 再滚动')).toBeAttached();
});

test('a page without any script has picture, words and links', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await openHost(page, { body: frame('embed/a/11/') });
  const embed = inside(page);
  await expect(embed.getByRole('heading', { name: '优化城市空间布局' })).toBeVisible();
  await expect(embed.getByRole('img').first()).toBeVisible();
  await expect(embed.getByRole('button')).toHaveCount(0);
  await expect(embed.getByRole('link', { name: /在图策打开/u })).toHaveAttribute('href', '../../../a/11/');
  await context.close();
});

test('a sandbox that lets scripts run only still gets picture, map and height', async ({ page }) => {
  const body = `${TEXT}${TEXT}${frame('embed/p/wujiaba/', 'sandbox="allow-scripts"')}${SCRIPT}`;
  const complaints = await openHost(page, { body });
  const embed = inside(page);
  await expect(embed.getByRole('img').first()).toBeVisible();
  await expect(page.locator('iframe')).not.toHaveAttribute('style', 'border:0');
  await embed.getByRole('button', { name: '打开可操作的地图' }).click();
  await expect(mapIn(embed)).toBeAttached({ timeout: 40_000 });
  expect(complaints).toEqual([]);
});

test('a host with a strict policy and the script of ours can have words that move the map', async ({ page }) => {
  const policy = `default-src 'none'; frame-src ${TUCE}; script-src ${TUCE}; style-src 'unsafe-inline'`;
  const complaints = await openHost(page, {
    headers: { 'Content-Security-Policy': policy },
    body: `<p>去<a data-tuce="place:wujiaba" href="${TUCE}/p/wujiaba/">巫家坝</a>看看，或去<a data-tuce="place:no-such" href="#">别处</a>。</p>${frame('embed/a/11/')}${SCRIPT}${TEXT}`,
  });
  const embed = inside(page);
  await expect(embed.locator('#start')).toBeVisible();
  await page.getByRole('link', { name: '巫家坝' }).click();
  await expect(mapIn(embed)).toBeAttached({ timeout: 40_000 });
  await expect(embed.getByText('巫家坝片区', { exact: true })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/article');
  expect(complaints).toEqual([]);
});

test('commands are acknowledged, and strangers are not heard', async ({ page }) => {
  await openHost(page, { body: frame('embed/a/11/?host=https://other.example') + frame('embed/a/11/') });
  await expect(inside(page, 1).locator('#start')).toBeVisible();
  const acks = await page.evaluate(async () => {
    const got: unknown[] = [];
    addEventListener('message', ({ data }: MessageEvent<Record<string, unknown>>) => {
      if ('ack' in data) got.push(data);
    });
    for (const one of document.querySelectorAll('iframe')) {
      const say = (message: unknown): void => one.contentWindow?.postMessage(message, 'http://localhost:4174');
      say({ tuce: 1, id: 'a', command: 'setTheme', theme: 'dark' });
      say({ tuce: 1, id: 'b', command: 'setTheme', theme: 'pink' });
      say('garbage');
    }
    await new Promise((done) => setTimeout(done, 400));
    return got;
  });
  expect(acks).toEqual([{ tuce: 1, ack: 'a', ok: true }]);
  await expect(inside(page, 0).locator('html')).toHaveAttribute('data-ignored', '3 0 0');
  await expect(inside(page, 0).locator('html')).toHaveAttribute('data-theme', 'auto');
  await expect(inside(page, 1).locator('html')).toHaveAttribute('data-ignored', '0 2 0');
  await expect(inside(page, 1).locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the element of ours opens, answers and speaks', async ({ page }) => {
  const shifts = await watchShifts(page);
  const complaints = await openHost(page, {
    head: `<script src="${TUCE}/tuce-map.js"></script>`,
    body: `<p>前文</p><tuce-map view="a/11" name="昆明" theme="dark" height="500"></tuce-map>${TEXT}`,
  });
  const embed = page.frameLocator('tuce-map iframe');
  await expect(embed.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('tuce-map iframe')).toHaveAttribute('title', '昆明');
  const answers = await page.evaluate(async () => {
    const map = document.querySelector('tuce-map') as unknown as { goTo: (target: object) => Promise<object> };
    return [await map.goTo({ place: 'wujiaba' }), await map.goTo({ place: 'nowhere' })];
  });
  expect(answers).toMatchObject([{ ok: true }, { ok: false, reason: 'unknown-place' }]);
  expect(await shifts()).toBe(0);
  expect(complaints).toEqual([]);
});

test('two embeds on one dark page keep to themselves', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const complaints = await openHost(page, {
    head: '<style>html{color-scheme:dark;background:#111;color:#eee}</style>',
    body: `${frame('embed/p/wujiaba/?theme=dark')}${frame('embed/a/11/1/?theme=light&accent=008800')}${SCRIPT}`,
  });
  const paper = (at: number) =>
    inside(page, at)
      .locator('body')
      .evaluate((body) => getComputedStyle(body).backgroundColor);
  await expect(inside(page, 0).getByRole('heading', { name: '巫家坝片区' })).toBeVisible();
  await expect(inside(page, 1).getByText('依托昆明“三山一水”')).toBeVisible();
  await expect.poll(() => paper(0)).toBe('rgb(18, 20, 22)');
  await expect.poll(() => paper(1)).toBe('rgb(251, 249, 244)');
  expect(complaints).toEqual([]);
});

test('a host that takes the frame away while it loads hears nothing of it', async ({ page }) => {
  const complaints = await openHost(page, { body: `${frame('embed/p/wujiaba/?start=visible')}${SCRIPT}${TEXT}` });
  await expect(inside(page).locator('#live')).toBeAttached();
  await page.evaluate(() => document.querySelector('iframe')?.remove());
  await page.mouse.wheel(0, 400);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(complaints).toEqual([]);
});

test('hostile addresses run nothing and show the plan', async ({ page }) => {
  const complaints = await openHost(page, {
    body: frame(
      `embed/?c=${encodeURIComponent('"><script>parent.hurt=1</script>')}&accent=javascript:1&off=../..&host=*`,
    ),
  });
  await expect(inside(page).getByRole('img').first()).toBeVisible();
  await expect(inside(page).locator('#start')).toBeVisible();
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
  expect(complaints).toEqual([]);
});

for (const [width, scheme] of [
  [280, 'light'],
  [600, 'dark'],
  [1280, 'light'],
] as const) {
  test(`an embed ${width} wide, ${scheme}, fits and has nothing that axe minds`, async ({ page }) => {
    await page.setViewportSize({ width, height: 560 });
    for (const address of ['embed/a/11/', 'en/embed/p/wujiaba/', 'embed/a/11/1/', 'embed/near/']) {
      await page.goto(`${TUCE}/${address}?theme=${scheme}`);
      await expect(page.locator('#start')).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const { violations } = await new AxeBuilder({ page }).disableRules(['page-has-heading-one', 'region']).analyze();
      expect([address, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([address, []]);
    }
  });
}

test.describe('a story', () => {
  const STORY = 'embed/story/old-city-to-lake/';

  test('goes step by step with buttons, and takes the map along', async ({ page }) => {
    await page.goto(`${TUCE}/${STORY}`);
    const steps = page.locator('#steps > li');
    await expect(page.getByText('第 1 步，共 4 步')).toBeVisible();
    expect(await steps.evaluateAll((all) => all.map((one) => one.checkVisibility()))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    await expect(page.getByRole('button', { name: '上一步' })).toBeDisabled();
    await page.getByRole('button', { name: '下一步' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('点名写到一块地方')).toBeVisible();
    await expect(page.getByText('第 2 步，共 4 步')).toBeVisible();
    await expect(page.locator('.map-canvas[data-idle]')).toBeAttached({ timeout: 40_000 });
    await expect(page.locator('.told')).toContainText('巫家坝片区');
    const { violations } = await new AxeBuilder({ page }).disableRules(['page-has-heading-one', 'region']).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  test('is an article on paper and without script', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${TUCE}/${STORY}`);
    await expect(page.locator('#steps > li:visible')).toHaveCount(4);
    await expect(page.getByRole('button')).toHaveCount(0);
    await context.close();
  });

  test('follows the reader of a host with the script of ours', async ({ page }) => {
    await openHost(page, { body: `${TEXT}${TEXT}${frame(STORY)}${TEXT}${TEXT}${SCRIPT}` });
    const story = inside(page);
    await expect(story.locator('main')).toHaveAttribute('data-scrolling', '');
    await expect(story.locator('#steps > li:visible')).toHaveCount(4);
    const height = (): Promise<number> => page.locator('iframe').evaluate((one) => one.getBoundingClientRect().height);
    await expect.poll(height).toBeGreaterThan(1200);
    await page.locator('iframe').evaluate((one) => scrollTo(0, one.getBoundingClientRect().top + scrollY + 700));
    await expect(story.locator('#steps > li[aria-current]')).not.toHaveText(/依托昆明/u);
    await expect(story.locator('#stage')).toHaveAttribute('style', /translateY\(\d{3}px\)/u);
  });
});

test.describe('the studio', () => {
  test('has nothing that axe minds', async ({ page }) => {
    await page.route('**/assets/map-pane-*.js', () => undefined);
    await page.goto(`${TUCE}/a/11/`);
    await expect(page.locator('[data-static]')).toHaveCount(0);
    await page.getByRole('button', { name: '嵌入' }).first().click();
    await expect(page.getByRole('dialog', { name: '嵌入到您的文章' })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('dialog[open]').options({ iframes: false }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  test('makes snippets that work, of what is on the screen', async ({ page }) => {
    await page.route('**/assets/map-pane-*.js', () => undefined);
    await page.goto(`${TUCE}/p/wujiaba/`);
    await expect(page.locator('[data-static]')).toHaveCount(0);
    await page.locator('[data-card]').getByRole('button', { name: '嵌入' }).click();
    const studio = page.getByRole('dialog', { name: '嵌入到您的文章' });
    await studio.getByRole('radio', { name: '深色' }).check();
    await expect(studio.frameLocator('iframe').locator('html')).toHaveAttribute('data-theme', 'dark');
    const snippet = await studio.getByLabel(/^框架（任何/u).inputValue();
    expect(snippet).toContain(`src="${TUCE}/embed/p/wujiaba/?theme=dark"`);
    for (const part of [
      'title="',
      'loading="lazy"',
      'allow="',
      'referrerpolicy="',
      'height="540"',
      'color-scheme:dark',
    ])
      expect(snippet).toContain(part);
    const component = await studio.getByLabel(/^网页组件/u).inputValue();
    const download = page.waitForEvent('download');
    await studio.getByRole('button', { name: 'PNG 2 倍' }).press('Enter');
    const png = readFileSync(await (await download).path());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2400, 2000]);
    // A blank picture of that size is some ten KB.
    expect(png.length).toBeGreaterThan(100_000);
    await studio.getByRole('radio', { name: '一句原文' }).press('Space');
    await expect(studio.frameLocator('iframe').locator('blockquote')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(studio).toHaveCount(0);
    await expect(page.locator('[data-card] h2')).toHaveText('巫家坝片区');

    const other = await page.context().newPage();
    await openHost(other, { body: snippet + component });
    await expect(other.frameLocator('iframe').first().getByRole('heading', { name: '巫家坝片区' })).toBeVisible();
    await expect(other.frameLocator('tuce-map iframe').locator('html')).toHaveAttribute('data-theme', 'dark');
  });
});
