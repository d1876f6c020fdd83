import { readFileSync } from 'node:fs';

import * as v from 'valibot';

import { PlanIndexSchema } from '../../src/contract/manifest';
import { expect, test } from './driver';

const { plans } = v.parse(PlanIndexSchema, JSON.parse(readFileSync('dist/data/plans.json', 'utf8')));

test.use({ javaScriptEnabled: false });

for (const [name, viewport] of [
  ['a desk', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test.describe(`without script, on ${name}`, () => {
    test.use({ viewport });

    test('the front page is the whole document beside its map', async ({ desk, page }) => {
      expect(plans[0]?.id).toBe('kunming-2021');
      expect(plans.length).toBeGreaterThan(1);
      await page.goto('/');
      await expect(desk.articles).toHaveCount(29);
      await expect(desk.article(29)).toContainText('加强政策协调配套');
      await expect(page.locator('[data-poster] > svg')).toBeVisible();
      await expect(page.locator('[data-poster] text:visible', { hasText: '滇池' }).first()).toBeVisible();
      await expect(page).toHaveTitle(/昆明/u);
    });

    test('links lead from article to place and back, and to the next article', async ({ desk, page }) => {
      await page.goto('/a/11/');
      await expect(desk.articles).toHaveCount(1);
      await desk.article(11).getByRole('link', { name: '巫家坝片区' }).click();
      expect(desk.path).toBe('p/wujiaba/');
      await expect(desk.card).toContainText('建设巫家坝片区等城市新空间');
      await expect(desk.card).toContainText('怎么知道的');
      await expect(page.locator('[data-poster] > svg')).toBeVisible();
      await desk.card.getByRole('link', { name: '第十一条' }).click();
      expect(desk.path).toBe('a/11/');
      await page.getByRole('link', { name: '下一条' }).click();
      expect(desk.path).toBe('a/12/');
    });

    test('each language leads to the same thing in the other', async ({ desk, page }) => {
      await page.goto('/p/wujiaba/');
      await page.getByRole('link', { name: 'English' }).click();
      expect(desk.path).toBe('en/p/wujiaba/');
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await expect(desk.card).toContainText('Wujiaba');
      await page.getByRole('link', { name: '中文' }).click();
      expect(desk.path).toBe('p/wujiaba/');
    });

    test('a place that is on no map has its reason and no map', async ({ desk, page }) => {
      await page.goto('/p/longqinghe-reservoir/');
      await expect(desk.card).toContainText('没有公布具体位置');
      await expect(page.locator('[data-poster]')).toHaveCount(0);
    });

    test('every place is in the list of the front page', async ({ desk, page }) => {
      await page.goto('/a/11/');
      await page.getByRole('navigation').getByRole('link', { name: '地点' }).click();
      await expect(page.locator('#places')).toBeInViewport();
      await page.locator('#places').getByRole('link', { name: '龙箐河水库' }).click();
      await expect(desk.card).toContainText('没有落图');
    });

    test('nothing is offered that does nothing, and nothing scrolls sideways', async ({ page }) => {
      for (const path of ['', 'a/11/', 'en/p/wujiaba/']) {
        await page.goto(`/${path}`);
        await expect(page.locator('button:visible, input:visible')).toHaveCount(0);
        const body = await page.locator('body').boundingBox();
        const desk = await page.locator('[data-static]').boundingBox();
        expect(desk?.width).toBeLessThanOrEqual(body?.width ?? 0);
      }
    });
  });
}

test('on a phone the map stands above the text, and the page scrolls as any other', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/a/11/');
  const map = await page.locator('#map').boundingBox();
  const text = await page.locator('article').boundingBox();
  expect(map?.height).toBeCloseTo(844 * 0.46, -1);
  expect(text?.y).toBeGreaterThan((map?.y ?? 0) + (map?.height ?? 0));
  await page.getByRole('link', { name: '下一条' }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('link', { name: '下一条' })).toBeInViewport();
});

test('what is no page is not found', async ({ request }) => {
  expect((await request.get('/a/99/')).status()).toBe(404);
});
