import { readFileSync } from 'node:fs';

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';

import { openHost, TUCE } from './embed-host';

/** Opens the studio by its button; without the interactive map, which these tests have no use for. */
async function openStudio(page: Page, address: string): Promise<Locator> {
  await page.route('**/assets/map-pane-*.js', () => undefined);
  await page.goto(`${TUCE}/${address}`);
  await expect(page.locator('[data-static]')).toHaveCount(0);
  const near = address.startsWith('p/') ? page.locator('[data-card]') : page;
  await near.getByRole('button', { name: '嵌入' }).first().click();
  const studio = page.getByRole('dialog', { name: '嵌入到您的文章' });
  await expect(studio).toBeVisible();
  return studio;
}

/**
 * Waits until the browser has noticed where a button is: a frame of another process, scrolled from under the pointer,
 * still gets what is meant for the button until the next picture has been drawn.
 */
async function settled(button: Locator): Promise<Locator> {
  await expect(async () => {
    await button.hover();
    expect(await button.evaluate((one) => one.matches(':hover'))).toBe(true);
  }).toPass();
  return button;
}

test.describe('the studio', () => {
  test('has nothing that axe minds', async ({ page }) => {
    await openStudio(page, 'a/11/');
    const { violations } = await new AxeBuilder({ page }).include('dialog[open]').options({ iframes: false }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  test('makes snippets that work, of what is on the screen', async ({ page }) => {
    await page.route('**/assets/map-pane-*.js', () => undefined);
    await page.goto(`${TUCE}/p/wujiaba/`);
    await expect(page.locator('[data-static]')).toHaveCount(0);
    await page.locator('[data-card]').getByRole('button', { name: '嵌入' }).click();
    const studio = page.getByRole('dialog', { name: '嵌入到您的文章' });
    await studio.getByRole('radio', { name: '深色' }).check();
    await expect(studio.frameLocator('iframe').locator('html')).toHaveAttribute('data-theme', 'dark');
    const snippet = await studio.getByLabel(/^框架（任何/u).inputValue();
    expect(snippet).toContain(`src="${TUCE}/embed/p/wujiaba/?theme=dark"`);
    for (const part of [
      'title="',
      'loading="lazy"',
      'allow="',
      'referrerpolicy="',
      'height="540"',
      'color-scheme:dark',
    ])
      expect(snippet).toContain(part);
    const component = await studio.getByLabel(/^网页组件/u).inputValue();
    const download = page.waitForEvent('download');
    await (await settled(studio.getByRole('button', { name: 'PNG 2 倍' }))).click();
    const png = readFileSync(await (await download).path());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2400, 2000]);
    // A blank picture of that size is some ten KB.
    expect(png.length).toBeGreaterThan(100_000);
    await (await settled(studio.getByRole('radio', { name: '一句原文' }))).click();
    await expect(studio.frameLocator('iframe').locator('blockquote')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(studio).toHaveCount(0);
    await expect(page.locator('[data-card] h2')).toHaveText('巫家坝片区');

    const other = await page.context().newPage();
    await openHost(other, { body: snippet + component });
    await expect(other.frameLocator('iframe').first().getByRole('heading', { name: '巫家坝片区' })).toBeVisible();
    await expect(other.frameLocator('tuce-map iframe').locator('html')).toHaveAttribute('data-theme', 'dark');
  });
});

test.describe('a story in the studio', () => {
  const stepsIn = (studio: Locator): Locator =>
    studio.getByRole('list', { name: '已选的条，按顺序' }).getByRole('listitem');

  test('is made of articles by mouse, in an order, and is there after a reload', async ({ page }) => {
    let studio = await openStudio(page, '');
    await studio.getByRole('radio', { name: '故事，一步一步看' }).click();
    await expect(studio.getByText('选好或写好步骤')).toBeVisible();
    for (const article of ['11', '12', '18']) await studio.getByLabel('加一条').selectOption(article);
    await expect(stepsIn(studio)).toHaveCount(3);
    await (await settled(studio.getByRole('button', { name: /^提前：第十八条/u }))).click();
    await (await settled(studio.getByRole('button', { name: /^提前：第十八条/u }))).click();
    await (await settled(studio.getByRole('button', { name: /^去掉：第十二条/u }))).click();
    await expect(studio.getByLabel('链接', { exact: true })).toHaveValue(`${TUCE}/embed/story/?steps=18,11`);
    const preview = studio.frameLocator('iframe');
    await expect(preview.getByText('第 1 步，共 2 步')).toBeVisible();
    await expect(preview.getByRole('img', { name: '地图：第十八条' })).toBeVisible();

    await page.reload();
    studio = await openStudio(page, '');
    await studio.getByRole('radio', { name: '故事，一步一步看' }).click();
    await expect(stepsIn(studio)).toHaveText([/^第十八条/u, /^第十一条/u]);
    const snippet = await studio.getByLabel(/^网页组件/u).inputValue();
    expect(snippet).toContain('view="story" steps="18,11"');
    await openHost(page, { body: snippet });
    await expect(page.frameLocator('tuce-map iframe').getByText('第 1 步，共 2 步')).toBeVisible();
  });

  test('is written, told by line what is wrong with it, and tells it in pages of others', async ({ page }) => {
    const studio = await openStudio(page, '');
    await studio.getByRole('radio', { name: '故事，一步一步看' }).click();
    await studio.getByRole('radio', { name: '自己写' }).click();
    const text = studio.getByLabel(/^或者在这里粘贴/u);
    await text.fill('text,place\n先看这里,wujiaba\n再看那里,nowhere\n');
    await expect(studio.getByText('第 3 行： 没有这个地点：nowhere')).toBeVisible();
    await expect(studio.locator('iframe')).toHaveCount(0);
    await text.fill('text,place,article\n先看这里,wujiaba,\n<b>再看</b>那里,dianchi,\n,,18\n');
    await studio.getByLabel('标题').fill('两处地方');
    const preview = studio.frameLocator('iframe');
    await expect(preview.getByRole('heading', { name: '两处地方' })).toBeVisible();
    await expect(preview.getByText('先看这里')).toBeVisible();
    await expect(preview.getByText('其余的话由编写者撰写')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('dialog[open]').options({ iframes: false }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    const snippets = [
      await studio.getByLabel(/^框架（任何/u).inputValue(),
      await studio.getByLabel(/^网页组件/u).inputValue(),
    ];
    const complaints = await openHost(page, { body: snippets.join('') });
    for (const embed of [page.frameLocator('iframe').first(), page.frameLocator('tuce-map iframe')]) {
      await expect(embed.getByText('第 1 步，共 3 步')).toBeVisible();
      await embed.getByRole('button', { name: '下一步' }).click();
      await expect(embed.getByText('<b>再看</b>那里')).toBeVisible();
      await expect(embed.locator('.told')).toContainText('滇池', { timeout: 40_000 });
    }
    expect(complaints).toEqual([]);
  });

  test('is opened from a file, whatever the letters of Chinese are written in', async ({ page }) => {
    const studio = await openStudio(page, '');
    await studio.getByRole('radio', { name: '故事，一步一步看' }).click();
    await studio.getByRole('radio', { name: '自己写' }).click();
    // 中文 in GBK, as a spreadsheet saves it.
    const buffer = Buffer.concat([
      Buffer.from('text,article\n'),
      Buffer.from([0xd6, 0xd0, 0xce, 0xc4]),
      Buffer.from(',11\n'),
    ]);
    await studio.locator('input[type=file]').setInputFiles({ name: 'story.csv', mimeType: 'text/csv', buffer });
    await expect(studio.frameLocator('iframe').getByText('中文')).toBeVisible();
    await expect(studio.frameLocator('iframe').getByText('第十一条')).toBeVisible();
    const json = { name: 'story.json', mimeType: 'application/json', buffer: Buffer.from('{"title": 1,\n"steps": [') };
    await studio.locator('input[type=file]').setInputFiles(json);
    await expect(studio.getByText(/不是完整的 JSON/u)).toBeVisible();
  });
});

test.describe('the share sheet of a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  /** A sheet that notes what it is given, and answers as a test wants. */
  const withSheet = (page: Page, files: boolean, refusals: readonly string[] = []): Promise<unknown> =>
    page.addInitScript(
      ([takesFiles, refuse]) => {
        const shared: object[] = [];
        const sheet = {
          canShare: (data: ShareData) => takesFiles || !data.files,
          share: async ({ title, url, files: pictures }: ShareData) => {
            shared.push({
              title,
              url,
              files: pictures?.map(({ name, type, size }) => ({ name, type, large: size > 5e4 })),
            });
            const name = refuse[shared.length - 1];
            await Promise.resolve();
            if (name) throw new DOMException('no', name);
          },
        };
        for (const [key, value] of Object.entries({ ...sheet, shared }))
          Object.defineProperty(navigator, key, { value });
      },
      [files, refusals] as const,
    );
  const shared = (page: Page): Promise<unknown> => page.evaluate('navigator.shared');

  test('gets a short link that can be read, and the picture where it takes files', async ({ page }) => {
    await withSheet(page, true);
    const studio = await openStudio(page, 'p/wujiaba/');
    await (await settled(studio.getByRole('button', { name: '分享链接' }))).tap();
    await expect.poll(() => shared(page)).toEqual([{ title: '巫家坝片区', url: `${TUCE}/p/wujiaba/` }]);
    await (await settled(studio.getByRole('button', { name: '分享图片' }))).tap();
    await expect
      .poll(() => shared(page))
      .toMatchObject([
        {},
        { url: `${TUCE}/p/wujiaba/`, files: [{ name: 'wujiaba.png', type: 'image/png', large: true }] },
      ]);
  });

  test('that takes no files is offered the link alone', async ({ page }) => {
    await withSheet(page, false);
    const studio = await openStudio(page, 'p/wujiaba/');
    await expect(studio.getByRole('button', { name: '分享链接' })).toBeVisible();
    await expect(studio.getByRole('button', { name: '分享图片' })).toHaveCount(0);
  });

  test('may be closed, or want another press, without a word too many', async ({ page }) => {
    await withSheet(page, true, ['AbortError', 'NotAllowedError', '', 'DataError']);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    const studio = await openStudio(page, 'p/wujiaba/');
    await (await settled(studio.getByRole('button', { name: '分享链接' }))).tap();
    await expect.poll(() => shared(page)).toHaveLength(1);
    await expect(studio.locator('fieldset output').last()).toHaveText('');
    await (await settled(studio.getByRole('button', { name: '分享图片' }))).tap();
    await expect(studio.getByText('请再按一次')).toBeVisible();
    await (await settled(studio.getByRole('button', { name: '分享图片' }))).tap();
    await expect.poll(() => shared(page)).toHaveLength(3);
    await expect(studio.getByText('请再按一次')).toHaveCount(0);
    await (await settled(studio.getByRole('button', { name: '分享链接' }))).tap();
    await expect(studio.getByText('没有分享成')).toBeVisible();
    expect(complaints).toEqual([]);
  });

  test('is not offered where there is none', async ({ page }) => {
    await page.addInitScript(() => {
      for (const key of ['share', 'canShare']) Reflect.deleteProperty(Navigator.prototype, key);
    });
    const studio = await openStudio(page, 'p/wujiaba/');
    await expect(studio.getByRole('button', { name: 'SVG' })).toBeVisible();
    await expect(studio.getByRole('button', { name: /^分享/u })).toHaveCount(0);
  });
});
