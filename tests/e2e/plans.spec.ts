import { expect, test } from './driver';

test('the head of the desk leads to another document and back, each at its own address', async ({ desk, page }) => {
  await desk.read();
  const choice = page.getByRole('combobox', { name: '选择文件' });
  await choice.selectOption({ label: '虚构示例：望汐镇规划' });
  await expect(desk.article(5)).toContainText('修建环湾线');
  expect(desk.path).toBe('plan/sample-plan/');
  await choice.selectOption({ index: 0 });
  await expect(desk.articles).toHaveCount(29);
  expect(desk.path).toBe('');
  await page.goBack();
  await expect(desk.article(5)).toContainText('修建环湾线');
});

test('another document has its places, its map and its language', async ({ desk, page }) => {
  await desk.read('en/plan/sample-plan/p/bay-line/');
  await expect(desk.card).toContainText('Bay Line');
  await page.getByRole('button', { name: '中文' }).click();
  await expect.poll(() => desk.path).toBe('plan/sample-plan/p/bay-line/');
  await expect(desk.card).toContainText('附件1');
});

test('a spot is asked of the document that is open', async ({ desk }) => {
  await desk.read('plan/sample-plan/?at=-140.01500,-29.99000');
  await expect(desk.card).toContainText('旧港区');
  await desk.read('?at=-140.01500,-29.99000');
  await expect(desk.card).not.toContainText('旧港区');
});

test('the card of a shared place has what the other document says, and leads there and back', async ({ desk }) => {
  await desk.read('plan/sample-plan/p/mirror-lake/');
  await expect(desk.card).toContainText('其他文件怎么说');
  const theirs = desk.card.locator('q[lang=en]', {
    hasText: 'Mirror Lake is protected as the drinking water of Wangxi.',
  });
  await expect(theirs).toBeVisible();
  await desk.card.getByRole('link', { name: '虚构示例：镜湖保护令' }).click();
  await desk.takenOver();
  expect(desk.path).toBe('plan/sample-lake-order/p/mirror-lake/');
  await expect(desk.card.locator('q[lang=zh-CN]', { hasText: '镜湖水质达到二类' })).toBeVisible();
  await expect(desk.card).toContainText('±60 米');
  await desk.card.getByRole('link', { name: '虚构示例：望汐镇规划' }).click();
  await desk.takenOver();
  expect(desk.path).toBe('plan/sample-plan/p/mirror-lake/');
});

test('a place that only another document draws is drawn here too, and found under the pointer', async ({ desk }) => {
  await desk.openWithMap('plan/sample-lake-order/?c=-139.99,-30,13');
  await expect.poll(() => desk.param('c')).not.toBeNull();
  await desk.clickMapAt(-139.985, -29.991);
  await expect(desk.card).toContainText('镜湖');
});

test('a site is asked of one document after the other', async ({ desk, page }) => {
  await desk.read('plan/sample-plan/?v=check#site=a-139.988,-29.994_-139.984,-29.994_-139.984,-29.99_-139.988,-29.99');
  const concerned = page.locator('#text [data-list="concerned"]');
  await expect(concerned.getByRole('link', { name: '镜湖' }).first()).toBeVisible();
  const asked = page.getByText('同一块地，再问：');
  await expect(asked.getByRole('link')).toHaveCount(2);
  await asked.getByRole('link', { name: '虚构示例：镜湖保护令' }).click();
  await desk.takenOver();
  expect(desk.path).toBe('plan/sample-lake-order/');
  await expect(concerned).toContainText('By the end of 2034, no sewage enters Mirror Lake.');
  await expect(asked.getByRole('link', { name: '虚构示例：望汐镇' })).toBeVisible();
});

test('a document in English stands as it is printed in both languages of the desk', async ({ desk, page }) => {
  for (const address of ['plan/sample-lake-order/', 'en/plan/sample-lake-order/']) {
    await desk.read(address);
    await expect(desk.article(1)).toContainText('Mirror Lake is protected as the drinking water of Wangxi.');
    await expect(desk.article(1).locator('xpath=ancestor-or-self::*[@lang][1]')).toHaveAttribute('lang', 'en');
    await expect(page.getByText('undefined')).toHaveCount(0);
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the documents lead to each other from their foot, and their pages to each other', async ({ desk, page }) => {
    await page.goto('/');
    await page.getByRole('navigation', { name: '本站的文件' }).getByRole('link', { name: '望汐镇' }).click();
    expect(desk.path).toBe('plan/sample-plan/');
    await expect(page.locator('[data-poster] > svg')).toBeVisible();
    await desk.article(6).getByRole('link', { name: '灯塔广场' }).first().click();
    expect(desk.path).toBe('plan/sample-plan/p/lighthouse-square/');
    await page.getByRole('link', { name: 'English' }).click();
    expect(desk.path).toBe('en/plan/sample-plan/p/lighthouse-square/');
  });
});
