import { readFileSync } from 'node:fs';

import { AxeBuilder } from '@axe-core/playwright';

import { expect, test } from './driver';

const FILES = [
  'seeds/sample-plan/plan.json',
  'seeds/sample-plan/commitments.csv',
  'seeds/sample-plan/progress.csv',
  'seeds/sample-plan/glossary.csv',
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

test('a plan whose document is a Word file is opened, and held to the same rules', async ({ page }) => {
  const plan: unknown = JSON.parse(readFileSync('seeds/sample-plan/plan.json', 'utf8'));
  const word = { ...Object(plan), document: 'notice.docx' };
  await page.goto('/author/');
  await page.locator('input[type=file]').setInputFiles([
    { name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(word)) },
    {
      name: 'notice.docx',
      mimeType: 'application/octet-stream',
      buffer: readFileSync('tests/golden/parse/word-document/input.docx'),
    },
    ...['layers.json', 'sources.json', 'places/works.geojson'].map((name) => ({
      name: name.split('/').at(-1) ?? '',
      mimeType: 'application/json',
      buffer: readFileSync(`geo/sample-plan/${name}`),
    })),
  ]);
  await expect(page.getByRole('heading', { name: '虚构示例：望汐镇海湾更新规划' })).toBeVisible();
  // It is another document than the one that the places are of, and not the one whose hash the plan states.
  for (const code of ['TC001', 'TC014', 'TC017']) await expect(page.getByText(code).first()).toBeVisible();
});

test('files that are no plan are named', async ({ page }) => {
  await page.goto('/en/author/');
  await page.locator('input[type=file]').setInputFiles(FILES.slice(1));
  await expect(page.getByRole('alert')).toHaveText('plan.json was not chosen.');
});
