import { expect, test } from './driver';

test('a drawing that is not finished outlives a lost picture of the map, twice, and a reload', async ({
  desk,
  page,
}) => {
  const answer = page.locator('#text [data-list="concerned"]');
  await desk.openWithMap('?v=check&c=102.708,25.036,14');
  await page.getByRole('button', { name: '地块', exact: true }).last().click();
  await expect(page.getByText('0 个点')).toBeVisible();
  await desk.clickMapAt(102.704, 25.032);
  await desk.clickMapAt(102.712, 25.032);
  await expect(page.getByText('2 个点')).toBeVisible();
  await desk.loseMap(true);
  await desk.mapAtRest();
  await desk.clickMapAt(102.712, 25.04);
  await expect(page.getByText('3 个点')).toBeVisible();
  await desk.loseMap(true);
  await page.getByRole('button', { name: '再试一次' }).click();
  await desk.mapAtRest();
  await expect(page.getByText('3 个点')).toBeVisible();
  await page.reload();
  await desk.mapAtRest();
  await expect(page.getByText('3 个点')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText('2 个点')).toBeVisible();
  await desk.clickMapAt(102.704, 25.04);
  await expect(page.getByText('3 个点')).toBeVisible();
  await page.getByRole('button', { name: '画完' }).click();
  await expect(answer).toBeVisible();
  // What is finished is not begun any more.
  await page.getByRole('button', { name: '收起画笔' }).click();
  await page.reload();
  await expect(answer).toBeVisible();
  await expect(page.getByText(/个点/u)).toHaveCount(0);
});
