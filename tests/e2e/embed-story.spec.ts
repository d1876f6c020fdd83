import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { frame, inside, openHost, SCRIPT, TEXT, TUCE } from './embed-host';

test.describe('a story', () => {
  const STORY = 'embed/story/old-city-to-lake/';

  test('goes step by step with buttons, and takes the map along', async ({ page }) => {
    await page.goto(`${TUCE}/${STORY}`);
    const steps = page.locator('#steps > li');
    await expect(page.getByText('第 1 步，共 4 步')).toBeVisible();
    expect(await steps.evaluateAll((all) => all.map((one) => one.checkVisibility()))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    await expect(page.getByRole('button', { name: '上一步' })).toBeDisabled();
    await page.getByRole('button', { name: '下一步' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('点名写到一块地方')).toBeVisible();
    await expect(page.getByText('第 2 步，共 4 步')).toBeVisible();
    await expect(page.locator('.map-canvas[data-idle]')).toBeAttached({ timeout: 40_000 });
    await expect(page.locator('.told')).toContainText('巫家坝片区');
    const { violations } = await new AxeBuilder({ page }).disableRules(['page-has-heading-one', 'region']).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  test('is an article on paper and without script', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${TUCE}/${STORY}`);
    await expect(page.locator('#steps > li:visible')).toHaveCount(4);
    await expect(page.getByRole('button')).toHaveCount(0);
    await context.close();
  });

  test('follows the reader of a host with the script of ours', async ({ page }) => {
    await openHost(page, { body: `${TEXT}${TEXT}${frame(STORY)}${TEXT}${TEXT}${SCRIPT}` });
    const story = inside(page);
    await expect(story.locator('main')).toHaveAttribute('data-scrolling', '');
    await expect(story.locator('#steps > li:visible')).toHaveCount(4);
    const height = (): Promise<number> => page.locator('iframe').evaluate((one) => one.getBoundingClientRect().height);
    await expect.poll(height).toBeGreaterThan(1200);
    await page.locator('iframe').evaluate((one) => scrollTo(0, one.getBoundingClientRect().top + scrollY + 700));
    await expect(story.locator('#steps > li[aria-current]')).not.toHaveText(/依托昆明/u);
    await expect(story.locator('#stage')).toHaveAttribute('style', /translateY\(\d{3}px\)/u);
  });
});

test.describe('a story of chosen articles', () => {
  const STEPS = 'embed/story/?steps=18,11,12';
  const visible = '#steps > li:visible';

  test('is drawn of what the build has drawn, within the budget of any embed', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${TUCE}/${STEPS}`);
    await expect(page.getByText('第 1 步，共 3 步')).toBeVisible();
    await expect(page.getByRole('img', { name: '地图：第十八条' })).toBeVisible();
    const files = asked
      .filter((path) => !path.endsWith('icon.svg'))
      .map((path) => readFileSync(`dist${path.endsWith('/') ? `${path}index.html` : path}`));
    expect(files).toHaveLength(4);
    expect(files.reduce((sum, file) => sum + gzipSync(file).length, 0)).toBeLessThanOrEqual(40_000);
  });

  test('goes in the order of its address, and back', async ({ page }) => {
    await page.goto(`${TUCE}/${STEPS}`);
    await expect(page.locator('#steps cite:visible')).toHaveText('第十八条');
    await page.getByRole('button', { name: '下一步' }).click();
    await expect(page.locator('#steps cite:visible')).toHaveText('第十一条');
    await page.getByRole('button', { name: '下一步' }).click();
    await expect(page.locator('#steps cite:visible')).toHaveText('第十二条');
    await expect(page.getByRole('button', { name: '下一步' })).toBeDisabled();
    await page.getByRole('button', { name: '上一步' }).click();
    await expect(page.locator('#steps cite:visible')).toHaveText('第十一条');
    await expect(page.locator('.map-canvas[data-idle]')).toBeAttached({ timeout: 40_000 });
  });

  test('is an article on paper', async ({ page }) => {
    await page.goto(`${TUCE}/${STEPS}`);
    await expect(page.getByText('第 1 步，共 3 步')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator(visible)).toHaveCount(3);
    await expect(page.locator('#stepper')).toBeHidden();
  });

  test('is every article in its order without any script', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${TUCE}/${STEPS}`);
    await expect(page.locator(visible)).toHaveCount(29);
    await context.close();
  });

  test('is drawn in a sandbox too, and takes the host along', async ({ page }) => {
    const body = `${TEXT}${TEXT}${frame(STEPS, 'sandbox="allow-scripts"')}${TEXT}${TEXT}${SCRIPT}`;
    const complaints = await openHost(page, { body });
    const story = inside(page);
    await expect(story.getByRole('img', { name: '地图：第十八条' })).toBeAttached();
    await expect(story.locator('main')).toHaveAttribute('data-scrolling', '');
    expect(complaints).toEqual([]);
  });

  test('with steps that the document has not is told without them, and the host hears of it', async ({ page }) => {
    const complaints = await openHost(page, {
      head: '<script>errors=[];addEventListener("message",({data})=>data.event==="error"&&errors.push(data.detail))</script>',
      body:
        frame('embed/story/?steps=11,999') + frame('embed/story/?steps=%3Cscript%3E') + frame('embed/story/#s=AAAA'),
    });
    await expect(inside(page, 0).getByText('第 1 步，共 1 步')).toBeVisible();
    await expect(inside(page, 1).getByText('第 1 步，共 29 步')).toBeVisible();
    await expect(inside(page, 2).getByText('第 1 步，共 29 步')).toBeVisible();
    await expect.poll(() => page.evaluate('errors.toSorted()')).toEqual(['steps', 'steps', 'story']);
    expect(complaints).toEqual([]);
  });

  for (const [width, scheme] of [
    [280, 'dark'],
    [1280, 'light'],
  ] as const) {
    test(`${width} wide, ${scheme}, fits and has nothing that axe minds`, async ({ page }) => {
      await page.setViewportSize({ width, height: 640 });
      await page.goto(`${TUCE}/${STEPS}&theme=${scheme}`);
      await expect(page.getByText('第 1 步，共 3 步')).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const { violations } = await new AxeBuilder({ page }).disableRules(['page-has-heading-one', 'region']).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    });
  }
});
