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

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the documents lead to each other from their foot, and their pages to each other', async ({ desk, page }) => {
    await page.goto('/');
    await page.getByRole('navigation', { name: '本站的文件' }).getByRole('link').click();
    expect(desk.path).toBe('plan/sample-plan/');
    await expect(page.locator('[data-poster] > svg')).toBeVisible();
    await desk.article(6).getByRole('link', { name: '灯塔广场' }).first().click();
    expect(desk.path).toBe('plan/sample-plan/p/lighthouse-square/');
    await page.getByRole('link', { name: 'English' }).click();
    expect(desk.path).toBe('en/plan/sample-plan/p/lighthouse-square/');
  });
});
