import { readFileSync } from 'node:fs';

import { expect, test } from './driver';

test('an address that means nothing falls back with a short notice', async ({ desk, page }) => {
  await desk.openWithMap('?plan=nowhere&a=99&p=no-such-place&off=no-such-layer&c=abc&theme=pink');
  await expect(page.getByText('没有第 99 条')).toBeVisible();
  await expect(page.getByText('没有叫“no-such-place”的地点')).toBeVisible();
  await expect(page.getByText('没有图层“no-such-layer”')).toBeVisible();
  await expect(page.getByText('没有文件“nowhere”')).toBeVisible();
  await expect(page.getByText('链接里的“c”看不懂')).toBeVisible();
  await page.getByRole('button', { name: '知道了' }).first().click();
  await expect(page.getByText('没有文件“nowhere”')).toBeHidden();
  await expect(desk.articles).toHaveCount(29);
});

test('a data file that fails its schema is named, and the rest works; retrying heals it', async ({ desk, page }) => {
  let broken = true;
  await page.route('**/areas.packed.json', async (route) => {
    if (broken) await route.fulfill({ json: { type: 'FeatureCollection', features: [{ type: 'Feature' }] } });
    else await route.continue();
  });
  await desk.openWithMap();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('areas.packed.json');
  await expect(alert).toContainText('格式不符');
  await expect(desk.articles).toHaveCount(29);
  broken = false;
  await alert.getByRole('button', { name: '重试' }).click();
  await expect(alert).toBeHidden();
});

test.describe('with a missing file', () => {
  test.use({ tolerated: [/404/u] });

  test('without the gazetteer the document still stands', async ({ desk, page }) => {
    await page.route('**/places.json', (route) => route.fulfill({ status: 404, body: '' }));
    await desk.open();
    await expect(page.getByRole('alert')).toContainText('places.json');
    await expect(desk.articles).toHaveCount(29);
  });
});

test.describe('with a file that cannot be had', () => {
  test.use({ tolerated: [/404|ERR_FAILED|net::|dynamically imported/u] });

  test('an asked spot is never answered “nothing” while data are missing', async ({ desk, page }) => {
    await page.route('**/areas.packed.json', (route) => route.fulfill({ status: 404, body: '' }));
    await desk.openWithMap('?at=102.71,25.04&c=102.71,25.04,11');
    await expect(desk.card).toContainText('答案不完整');
    await expect(desk.card).not.toContainText('没有一处在这里');
  });

  test('a map that cannot be loaded leaves the document and the list', async ({ desk, page }) => {
    await page.route('**/assets/map-pane-*.js', (route) => route.abort());
    await desk.open();
    await expect(page.getByText('地图没有载入')).toBeVisible();
    await expect(desk.articles).toHaveCount(29);
    await page.getByRole('button', { name: '地点' }).click();
    await page.getByRole('link', { name: '巫家坝片区' }).click();
    await expect(desk.card).toContainText('建设巫家坝片区等城市新空间');
  });
});

test('without WebGL the text and the list of places stand', async ({ desk, page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await desk.open();
  await expect(page.getByText('没有 WebGL 2')).toBeVisible();
  await expect(desk.articles).toHaveCount(29);
  await page.getByRole('button', { name: '地点' }).click();
  await page.getByRole('link', { name: '巫家坝片区' }).click();
  await expect(desk.card).toContainText('建设巫家坝片区等城市新空间');
});

test('a file of another version is not mixed in, and loading the page anew heals it', async ({ desk, page }) => {
  let asked = 0;
  await page.route('**/lines.packed.json', (route) => {
    asked += 1;
    return route.fulfill({ body: `${readFileSync('dist/data/kunming-2021/lines.packed.json', 'utf8')} ` });
  });
  await desk.read('?v=near');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('lines.packed.json 与本页不是同一个版本');
  // Once more, past whatever keeps files on the way.
  expect(asked).toBe(2);
  await page.unroute('**/lines.packed.json');
  await alert.getByRole('button', { name: '重试' }).click();
  await expect(alert).toHaveCount(0);
  await expect(desk.articles).toHaveCount(29);
});

test.describe('with a part of the program that is gone', () => {
  test.use({ tolerated: [/404|net::ERR|dynamically imported/u] });

  test('after a new deployment the page offers to be loaded anew', async ({ desk, page }) => {
    await page.route('**/near-pane-*.js', (route) => route.fulfill({ status: 404, body: '' }));
    await desk.read('a/11/');
    await page.getByRole('button', { name: '找附近' }).first().click();
    const notice = page.getByRole('status').filter({ hasText: '网站刚刚更新过' });
    await expect(notice).toBeVisible();
    await page.unroute('**/near-pane-*.js');
    await notice.getByRole('button', { name: '刷新' }).click();
    await expect(page.getByLabel('坐标或地图链接')).toBeVisible();
    await expect(notice).toHaveCount(0);
  });

  test('a site check whose worker does not start says so, keeps the site, and can be asked again', async ({
    desk,
    page,
  }) => {
    await page.route('**/check-worker-*.js', (route) => route.abort());
    await desk.read('?v=check');
    await page.getByRole('button', { name: '粘贴坐标或文字' }).click();
    const field = page.getByRole('textbox', { name: /坐标一行一个/u });
    await field.fill('102.700 E, 25.030 N WGS84');
    await page.getByRole('button', { name: '查', exact: true }).click();
    await expect(page.getByText('算到一半出错了')).toBeVisible();
    await page.unroute('**/check-worker-*.js');
    await page.getByRole('button', { name: '重算' }).click();
    await expect(page.getByText('算到一半出错了')).toHaveCount(0);
    await expect(page.locator('#text [data-list="concerned"]')).toBeVisible();
  });
});

test('a worker that falls silent is ended, and the site can be asked again', async ({ desk, page }) => {
  await page.clock.install();
  await page.route('**/check-worker-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await desk.read('?v=check');
  await page.getByRole('button', { name: '粘贴坐标或文字' }).click();
  await page.getByRole('textbox', { name: /坐标一行一个/u }).fill('102.700 E, 25.030 N WGS84');
  const workers = new Set(page.workers());
  await page.getByRole('button', { name: '查', exact: true }).click();
  const progress = page.getByRole('progressbar');
  await expect(progress).toBeVisible();
  await page.clock.fastForward('01:50');
  await expect(progress).toBeVisible();
  const [silent] = page.workers().filter((worker) => !workers.has(worker));
  expect(silent).toBeDefined();
  await page.clock.fastForward('00:15');
  await expect(page.getByText('算到一半出错了')).toBeVisible();
  await expect.poll(() => page.workers().some((worker) => worker === silent)).toBe(false);
  await page.unroute('**/check-worker-*.js');
  await page.getByRole('button', { name: '重算' }).click();
  await expect(page.locator('#text [data-list="concerned"]')).toBeVisible();
});

test('what was written is still there after the visitor went to another page and back', async ({ desk, page }) => {
  await desk.read('?v=check');
  await page.getByRole('button', { name: '粘贴坐标或文字' }).click();
  await page.getByRole('textbox', { name: /坐标一行一个/u }).fill('102.7, 25.03');
  await page.goto('/privacy/');
  await page.goBack();
  await desk.takenOver();
  await expect(page.getByRole('textbox', { name: /坐标一行一个/u })).toHaveValue('102.7, 25.03');
});
