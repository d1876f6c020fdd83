import { readFileSync } from 'node:fs';

import { AxeBuilder } from '@axe-core/playwright';

import { expect, test } from './driver';

const FILES = [
  'seeds/sample-plan/plan.json',
  'seeds/sample-plan/document.txt',
  ...['layers.json', 'sources.json'].map((name) => `geo/sample-plan/${name}`),
  ...['ports', 'shore', 'works', 'ground'].map((name) => `geo/sample-plan/places/${name}.geojson`),
];

test('a plan is opened from files, given a place out of a phrase, drawn, checked and exported', async ({ page }) => {
  await page.goto('/author/');
  await page.locator('input[type=file]').setInputFiles(FILES);
  await expect(page.getByRole('heading', { name: '虚构示例：望汐镇海湾更新规划' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '检查没有发现问题' })).toBeVisible();
  await page.getByRole('textbox', { name: '文件里的词' }).fill('没有的词');
  await expect(page.getByText('文件里没有这几个字。')).toBeVisible();
  await page.getByRole('textbox', { name: '文件里的词' }).fill('渔获拍卖');
  await page.getByRole('button', { name: '作为新地点' }).click();
  await expect(page.getByText('TC013')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await expect(page.locator('.map-canvas[data-idle]')).toBeAttached({ timeout: 40_000 });
  await page.getByRole('button', { name: '画点' }).click();
  await page.getByRole('button', { name: '在图中央加一点' }).click();
  await page.getByRole('button', { name: '用这个形状' }).click();
  await expect(page.getByText('TC013')).toBeHidden();
  await expect(page.getByText('TC008')).toBeVisible();
  await page.getByLabel('精度').fill('200');
  await expect(page.getByRole('heading', { name: '检查没有发现问题' })).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 places.geojson' }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toContain('"text":"渔获拍卖"');
  expect(text).toContain('"accuracyM":200');
  expect(text).toMatch(
    /"type":"Point","coordinates":\[-1(?:39|40)\.\d{1,5},-30(?:\.\d{1,5})?\]|"coordinates":\[-140,-30\]/u,
  );
});

test('files that are no plan are named', async ({ page }) => {
  await page.goto('/en/author/');
  await page.locator('input[type=file]').setInputFiles(FILES.slice(1));
  await expect(page.getByRole('alert')).toHaveText('plan.json was not chosen.');
});
