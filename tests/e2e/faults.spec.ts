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
  await page.route('**/areas.geojson', async (route) => {
    if (broken) await route.fulfill({ json: { type: 'FeatureCollection', features: [{ type: 'Feature' }] } });
    else await route.continue();
  });
  await desk.openWithMap();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('areas.geojson');
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
    await page.route('**/areas.geojson', (route) => route.fulfill({ status: 404, body: '' }));
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
