import { join } from 'node:path';

import { expect, test } from './driver';

/** A spot and corners of a site with digits that nothing else on the page has. */
const SPOT = '25.046613 N, 102.709643 E WGS84';
const CORNERS = '102.733573,25.030531\n102.746571,25.031532\n102.745573,25.043534';
const SECRET = /0466|7096|7335|0305|7465|0315|7455|0435/u;
const SITES = join(import.meta.dirname, '..', 'fixtures', 'sites');

test('through all that the desk can do, nothing goes elsewhere and no position is sent or kept', async ({
  desk,
  page,
  context,
}) => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ longitude: 102.709643, latitude: 25.046613, accuracy: 20 });
  const kept = async (session: boolean): Promise<string> =>
    page.evaluate(
      async (tab) =>
        JSON.stringify([
          { ...localStorage },
          tab ? { ...sessionStorage } : {},
          history.state,
          document.cookie,
          document.title,
          await indexedDB.databases(),
          await caches.keys(),
        ]),
      session,
    );

  await desk.read('a/11/');
  await page.getByRole('combobox', { name: '查找' }).fill(SPOT);
  await expect(page.getByRole('search').getByRole('option').first()).toBeVisible();
  await page.getByRole('combobox', { name: '查找' }).fill('wujiaba');
  await page.getByRole('combobox', { name: '查找' }).press('Enter');
  await page.getByRole('button', { name: '关闭' }).click();
  for (const pane of ['承诺', '地点']) await page.getByRole('button', { name: pane, exact: true }).click();

  await page.getByRole('button', { name: '找附近' }).first().click();
  await page.getByRole('button', { name: '用我的位置' }).click();
  await expect(page.getByRole('heading', { level: 2, name: '五华区 · 老城' })).toBeVisible();
  await page.getByRole('radio', { name: '1 公里', exact: true }).check();
  const picture = page.waitForEvent('download');
  await page.getByRole('button', { name: '存为图片' }).click();
  await picture;
  expect(await kept(true)).not.toMatch(SECRET);

  await page.getByRole('button', { name: '查地块', exact: true }).click();
  await page.locator('input[type=file]').setInputFiles(join(SITES, 'sites.kml'));
  await expect(page.getByRole('region', { name: 'sites.kml' })).toBeVisible();
  await page.getByRole('button', { name: '粘贴坐标或文字' }).click();
  await page.getByRole('textbox', { name: /坐标一行一个/u }).fill(CORNERS);
  await page.getByRole('button', { name: '查', exact: true }).click();
  await page.locator('ol').getByRole('button').filter({ hasText: 'WGS-84' }).click();
  await expect(page.locator('#text [data-list="concerned"]')).toBeVisible();
  // What was pasted is in this tab, for a reload of it, and nowhere else.
  expect(await kept(true)).toMatch(SECRET);
  expect(await kept(false)).not.toMatch(SECRET);

  await page.getByRole('button', { name: '文件', exact: true }).click();
  await page.getByRole('link', { name: '隐私说明' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '隐私说明' })).toBeVisible();
  await expect(page.getByText(/约 \d+\.\d MB/u)).toBeVisible();
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Privacy' })).toBeVisible();

  // That every request stays on this origin is held by the driver for each test.
  expect(sent.filter((one) => SECRET.test(one) || /^(?!GET)/u.test(one))).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});

test('links that lead elsewhere tell the other page nothing of this one', async ({ desk, page }) => {
  await desk.read('p/wujiaba/');
  await expect(desk.card).toBeVisible();
  const open = await page
    .locator('a[target=_blank]')
    .evaluateAll(
      (links) => links.filter((link) => !/noopener|noreferrer/u.test(link.getAttribute('rel') ?? '')).length,
    );
  expect(open).toBe(0);
});

test('a script that gets into the page from anywhere does not run', async ({ desk, page }) => {
  const refused = page.waitForEvent('console', (message) => /Content Security Policy/u.test(message.text()));
  await desk.read();
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.name = "run"';
    document.body.append(script);
    const link = document.createElement('img');
    link.setAttribute('onerror', 'window.name = "run"');
    link.src = 'data:,';
    document.body.append(link);
  });
  await refused;
  expect(await page.evaluate(() => window.name)).toBe('');
  // These two are what was asked for.
  desk.complaints.length = 0;
});
