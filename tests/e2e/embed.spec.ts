import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { frame, inside, mapIn, openHost, SCRIPT, TEXT, TUCE, watchShifts } from './embed-host';

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

test('links have a picture of their own for previews, in both languages', async ({ page }) => {
  const seen = new Set<string>();
  for (const address of ['', 'en/', 'a/11/', 'en/a/11/', 'p/wujiaba/', 'en/p/wujiaba/']) {
    const html = readFileSync(`dist/${address}index.html`, 'utf8');
    const named = /<meta property="og:image" content="([^"]+)"/u.exec(html)?.[1] ?? '';
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>');
    const picture = new URL(named, `${TUCE}/${address}`).href;
    seen.add(picture);
    const response = await page.goto(picture);
    expect([picture, response?.headers()['content-type']]).toEqual([picture, 'image/png']);
    expect(
      await page.locator('img').evaluate((one: HTMLImageElement) => [one.naturalWidth, one.naturalHeight]),
    ).toEqual([1200, 630]);
    // A blank one of that size is some two KB.
    expect((await response?.body())?.length).toBeGreaterThan(30_000);
  }
  expect(seen.size).toBe(6);
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

/** In a host: collects what frames say, and sends the first of them a command; answers how it was acknowledged. */
const HOST_OF_COMMANDS = `<script>
  const heard = [];
  addEventListener('message', ({ data, ports }) => heard.push({ ...data, ports: ports.length }));
  let count = 0;
  const ask = (command, at = 0) => new Promise((done) => {
    count += 1;
    const id = 'ask-' + count;
    addEventListener('message', ({ data }) => { if (data.ack === id) done(data.ok ? 'ok' : data.reason); });
    document.querySelectorAll('iframe')[at].contentWindow.postMessage({ tuce: 1, id, ...command }, '${TUCE}');
  });
</script>`;

test('every command does what it says and is acknowledged, with the reason where it cannot', async ({ page }) => {
  const complaints = await openHost(page, { head: HOST_OF_COMMANDS, body: frame('embed/a/11/') });
  const embed = inside(page);
  const ask = (command: object): Promise<unknown> => page.evaluate(`ask(${JSON.stringify(command)})`);
  const heard = (event: string): Promise<Record<string, unknown>[]> =>
    page.evaluate(`heard.filter((one) => one.event === '${event}')`);
  await expect(embed.locator('#start')).toBeVisible();
  expect(await ask({ command: 'hello' })).toBe('ok');
  expect((await heard('ready')).at(-1)).toMatchObject({ lang: 'zh', kind: 'map', ports: 1 });
  expect((await heard('height')).at(-1)).toMatchObject({ height: expect.any(Number), least: expect.any(Number) });
  expect(await ask({ command: 'progress', top: -100, height: 700 })).toBe('ok');
  expect(await ask({ command: 'setTheme', theme: 'dark' })).toBe('ok');
  await expect(embed.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await ask({ command: 'goTo', target: { place: 'wujiaba' } })).toBe('ok');
  await expect(embed.locator('.told')).toContainText('巫家坝片区');
  await expect(mapIn(embed)).toBeAttached({ timeout: 40_000 });
  await embed.locator('.told button').press('Enter');
  await expect.poll(async () => (await heard('select')).at(-1)).toMatchObject({ place: null });
  expect(await ask({ command: 'goTo', target: { article: 18 } })).toBe('ok');
  await expect(embed.locator('.told')).toHaveCount(0);
  expect(await ask({ command: 'goTo', target: { camera: [102.7, 25, 11] } })).toBe('ok');
  await expect
    .poll(async () => ((await heard('view')).at(-1)?.['camera'] as number[] | undefined)?.[0])
    .toBeCloseTo(102.7, 2);
  expect(await ask({ command: 'setLayers', hidden: ['rail'] })).toBe('ok');
  expect(await ask({ command: 'highlight', places: ['dianchi'] })).toBe('ok');
  expect(await ask({ command: 'goTo', target: { place: 'no-such' } })).toBe('unknown-place');
  expect(await ask({ command: 'goTo', target: { article: 99 } })).toBe('unknown-article');
  expect(await ask({ command: 'setLayers', hidden: ['no-such'] })).toBe('unknown-layer');
  expect(await ask({ command: 'highlight', places: ['no-such'] })).toBe('unknown-place');
  // The page in the other language, with what is shown now.
  expect(await ask({ command: 'goTo', target: { place: 'wujiaba' } })).toBe('ok');
  expect(await ask({ command: 'setLanguage', lang: 'en' })).toBe('ok');
  await expect(embed.locator('html')).toHaveAttribute('lang', 'en');
  await expect(embed.getByRole('heading', { name: 'Wujiaba' })).toBeVisible();
  await expect(embed.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(async () => (await heard('ready')).at(-1)).toMatchObject({ lang: 'en' });
  expect(complaints).toEqual([]);
});

test('a card stays the card it is in another language', async ({ page }) => {
  await openHost(page, { head: HOST_OF_COMMANDS, body: frame('embed/a/11/1/?accent=008800') });
  await expect(inside(page).locator('#start')).toBeVisible();
  expect(await page.evaluate("ask({ command: 'goTo', target: { place: 'wujiaba' } })")).toBe('ok');
  expect(await page.evaluate("ask({ command: 'setLanguage', lang: 'en' })")).toBe('ok');
  await expect(inside(page).locator('html')).toHaveAttribute('lang', 'en');
  await expect(inside(page).locator('blockquote')).toContainText('依托昆明“三山一水”');
});

test('commands are refused where the map cannot be had, and the picture stays', async ({ page }) => {
  await page.route('**/assets/embed-live-*', (route) => route.abort());
  await openHost(page, { head: HOST_OF_COMMANDS, body: frame('embed/a/11/') });
  await expect(inside(page).locator('#start')).toBeVisible();
  expect(await page.evaluate("ask({ command: 'goTo', target: { place: 'wujiaba' } })")).toBe('no-map');
  await expect(inside(page).getByText('图仍然是这一幅')).toBeVisible();
  await expect(inside(page).getByRole('img').first()).toBeVisible();
  await expect
    .poll(() => page.evaluate("heard.some((one) => one.event === 'error' && one.reason === 'no-map')"))
    .toBe(true);
});

test('words of a host move the map in a sandbox, on the line that came with it, and no stranger gets one', async ({
  page,
}) => {
  const complaints = await openHost(page, {
    head: HOST_OF_COMMANDS,
    body:
      `<p>去<a data-tuce="place:wujiaba" href="#">巫家坝</a>看看。</p>` +
      frame('embed/a/11/', 'sandbox="allow-scripts"') +
      frame('embed/a/11/?host=https://other.example', 'sandbox="allow-scripts"') +
      SCRIPT,
  });
  await expect(inside(page).locator('#start')).toBeVisible();
  // The script of ours has greeted the frame.
  await expect.poll(() => page.evaluate("heard.some((one) => 'ack' in one)")).toBe(true);
  await page.getByRole('link', { name: '巫家坝' }).click();
  await expect(inside(page).locator('.told')).toContainText('巫家坝片区', { timeout: 40_000 });
  await expect(inside(page, 1).locator('.told')).toHaveCount(0);
  expect(await page.evaluate('new Set(heard.filter((one) => one.ports > 0).map((one) => one.event)).size')).toBe(1);
  expect(complaints).toEqual([]);
});

test('a host that may run no script, as in AMP, has a map that can be opened', async ({ page }) => {
  const complaints = await openHost(page, {
    headers: { 'Content-Security-Policy': `default-src 'none'; frame-src ${TUCE}; style-src 'unsafe-inline'` },
    body: frame('embed/a/11/', 'sandbox="allow-scripts allow-popups"'),
  });
  const embed = inside(page);
  await expect(embed.getByRole('img', { name: '地图：第十一条' })).toBeVisible();
  await embed.getByRole('button', { name: '打开可操作的地图' }).click();
  await expect(mapIn(embed)).toBeAttached({ timeout: 40_000 });
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
