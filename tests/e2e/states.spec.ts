import { expect, test } from './driver';

test.use({ tolerated: [/ERR_FAILED|ERR_INTERNET_DISCONNECTED|net::|Failed to fetch|dynamically imported/u] });

test('a page whose document cannot be opened stays as it came, and says so', async ({ page }) => {
  await page.route('**/document.json', (route) => route.abort());
  await page.goto('/a/11/');
  await expect(page.getByRole('alert')).toContainText('交互部分没有取到');
  await expect(page.locator('[data-static] article[data-article="11"]')).toContainText('巫家坝片区');
  await page.unroute('**/document.json');
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.locator('[data-static]')).toHaveCount(0);
  await expect(page.locator('article[data-article="11"]')).toBeVisible();
});

test('several files that cannot be had are one sentence, and one retry heals them', async ({ desk, page }) => {
  const lost = /(?:areas|lines|points)\.packed\.json/u;
  await page.route(lost, (route) => route.abort());
  await desk.open();
  const alert = page.getByRole('alert');
  await expect(alert).toHaveCount(1);
  await expect(alert).toContainText('有 3 个文件没有取到');
  await page.unroute(lost);
  await alert.getByRole('button', { name: '重试' }).click();
  await expect(alert).toHaveCount(0);
});

test('without a network it says so once, and fetches what is missing when it is back', async ({
  desk,
  page,
  context,
}) => {
  await page.route('**/lines.packed.json', (route) => route.abort());
  await desk.openWithMap('a/11/');
  await expect(page.getByRole('alert')).toContainText('lines.packed.json');
  await context.setOffline(true);
  await expect(page.getByText('现在没有网络')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(desk.article(11)).toBeVisible();
  await page.unroute('**/lines.packed.json');
  await context.setOffline(false);
  await expect(page.getByText('现在没有网络')).toBeHidden();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a map that loses its picture once comes back; after the second time it stops and can be tried again', async ({
  desk,
  page,
}) => {
  await desk.openWithMap('a/11/');
  await desk.loseMap(true);
  await desk.mapAtRest();
  await expect(page.getByText('显卡两次收回了画面')).toHaveCount(0);
  await desk.loseMap(false);
  await expect(page.getByText('显卡两次收回了画面')).toBeVisible();
  await expect(desk.article(11)).toBeVisible();
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByText('显卡两次收回了画面')).toBeHidden();
  await desk.mapAtRest();
});

test('a link to a place is as useful without WebGL', async ({ desk, page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await desk.open('p/wujiaba/');
  await expect(desk.card).toContainText('建设巫家坝片区等城市新空间');
  await expect(desk.card).toContainText('位置约 ±');
  await expect(page.locator('[data-poster] > svg')).toBeVisible();
  await page.getByRole('button', { name: '地点', exact: true }).click();
  await expect(
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: '巫家坝片区', exact: true }) })
      .last(),
  ).toContainText('±');
});
