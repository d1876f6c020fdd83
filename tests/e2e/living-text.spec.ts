import { expect, test } from './driver';

test('a mark in the margin opens the commitment of its sentence', async ({ desk }) => {
  await desk.read('?a=2');
  const sentence = desk.article(2).locator('[data-sentence]', { hasText: '到2025年' }).first();
  await sentence.getByRole('button', { name: /本句的承诺/u }).click();
  const lit = desk.article(2).locator('[data-lit]').first();
  await expect(lit).toBeInViewport();
  await expect(lit).toContainText('期限：2025年12月31日（“到2025年”） 期限已过');
});

test('deadlines are stepped through with the arrow keys, and the list follows', async ({ desk, page }) => {
  await desk.read('?v=commitments');
  await expect(page.getByText('共 232 项承诺')).toBeVisible();
  await page.getByRole('radio', { name: '全部期限' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('232 项承诺中的 2 项')).toBeVisible();
  await expect(page.getByRole('radio', { name: '2021年12月31日，2 项，期限已过' })).toBeChecked();
  await expect(page.getByText('只说明日子到了')).toBeVisible();
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '2035年12月31日，3 项' })).toBeChecked();
  await expect(page.getByText('期限未到')).toBeVisible();
  await expect.poll(() => desk.param('due')).toBe('2035-12-31');
});

test('the list is filtered by kind, theme and place, and the address restores it', async ({ desk, page }) => {
  await desk.openWithMap('?v=commitments');
  const before = desk.camera;
  await page.getByLabel('种类').selectOption('project');
  await page.getByLabel('主题').selectOption('rail');
  const rows = page.locator('[data-promises] li');
  await expect(rows.first()).toContainText('渝昆高铁');
  const count = await rows.count();
  expect(count).toBeGreaterThan(0);
  await expect.poll(() => desk.camera).not.toEqual(before);
  // The address follows within a quarter of a second.
  await expect.poll(() => desk.param('of')).toBe('rail');
  await page.reload();
  await expect(rows).toHaveCount(count);
  await page.getByRole('button', { name: '全部显示' }).click();
  await expect(rows).toHaveCount(232);
  // The map follows the timeline too.
  const filtered = desk.camera;
  await page.getByRole('radio', { name: /^2024年7月3日/u }).check();
  await expect(rows).toHaveCount(5);
  await expect.poll(() => desk.camera).not.toEqual(filtered);
});

test('a commitment in the list leads to its places and to its article', async ({ desk, page }) => {
  await desk.read('?v=commitments&where=wujiaba');
  await page.locator('[data-promises] li').getByRole('link', { name: '巫家坝片区' }).first().click();
  await expect(desk.card.getByRole('heading', { name: '巫家坝片区' })).toBeVisible();
  await page.getByRole('link', { name: '第十一条' }).first().click();
  await expect(desk.article(11)).toHaveAttribute('data-current', 'true');
});

test('the document reads in Chinese, in English, or in both', async ({ desk, page }) => {
  await desk.read('?a=11');
  const language = page.getByRole('combobox', { name: '正文语言' });
  await language.selectOption('english');
  await expect(desk.article(11)).toContainText('Wujiaba area');
  await expect(desk.article(11).locator('[data-sentence]', { hasText: '巫家坝片区' })).toHaveCount(0);
  await desk.article(11).getByRole('link', { name: 'Wujiaba area' }).click();
  await expect(desk.card.getByRole('heading', { name: '巫家坝片区' })).toBeVisible();
  await language.selectOption('both');
  await expect(desk.article(11)).toContainText('Wujiaba area');
  await expect(desk.article(11).locator('[data-sentence]', { hasText: '巫家坝片区' })).toHaveCount(1);
  // The marks of commitments stay with the original: nothing stands on the words beside it.
  const translation = await desk.article(11).locator('p[lang=en]').boundingBox();
  const marks = await desk
    .article(11)
    .getByRole('button', { name: /本句的承诺/u })
    .all();
  expect(marks.length).toBeGreaterThan(3);
  for (const mark of marks) {
    const box = await mark.boundingBox();
    expect((box?.x ?? Infinity) + (box?.width ?? 0)).toBeLessThan(translation?.x ?? 0);
  }
});

test('a word of the trade explains itself under the mouse and under the focus; Escape puts it away', async ({
  desk,
  page,
}) => {
  await desk.read('?a=12');
  const word = desk.article(12).getByRole('link', { name: '微循环' });
  await word.hover();
  await expect(page.getByRole('tooltip')).toContainText('microcirculation');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await page.mouse.move(5, 5);
  await word.focus();
  await expect(page.getByRole('tooltip')).toContainText('图策的解释');
  await expect(word).toHaveAttribute('aria-describedby', /./u);
});

test('a word of the trade explains itself in the translation too, under a mouse and under a finger', async ({
  desk,
  page,
}) => {
  await desk.read('en/?a=12&read=english');
  const word = desk.article(12).getByRole('link', { name: 'microcirculation' });
  await word.hover();
  await expect(page.getByRole('tooltip')).toContainText('side streets');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await page.mouse.move(5, 5);
  await word.click();
  await expect(page.getByRole('tooltip')).toContainText('side streets');
});

test('pointing at a place shows where it is on a small map', async ({ desk, page }) => {
  await desk.read('?a=11');
  await desk.article(11).getByRole('link', { name: '巫家坝片区' }).hover();
  await expect(page.getByRole('tooltip')).toContainText('±1 公里');
  await expect(page.getByRole('tooltip').locator('svg circle, svg path').last()).toBeVisible();
});

test('n and p walk through the places in reading order', async ({ desk, page }) => {
  await desk.read('?a=11');
  await expect(desk.article(11)).toHaveAttribute('data-current', 'true');
  await page.keyboard.press('n');
  await expect(desk.card.getByRole('heading')).toContainText(['三山一水']);
  await page.keyboard.press('n');
  await expect(desk.card.getByRole('heading')).toContainText(['老城']);
  await expect(desk.article(11).getByRole('link', { name: '老城' }).first()).toBeFocused();
  await page.keyboard.press('p');
  await expect(desk.card.getByRole('heading')).toContainText(['三山一水']);
  await page.getByRole('button', { name: '下一处地点（n）' }).click();
  await expect(desk.card.getByRole('heading')).toContainText(['老城']);
});

test('the articles that speak of what is in view are named, and change with the view', async ({ desk, page }) => {
  await desk.openWithMap('?c=102.72,25.04,12');
  const nav = page.getByRole('navigation', { name: '说到当前图面的条文' });
  await expect(nav.getByRole('link').first()).toBeVisible();
  const before = await nav.textContent();
  await desk.openWithMap('?c=102.70,24.75,11.5');
  await expect.poll(() => nav.textContent()).not.toBe(before);
  await expect(nav).toContainText('第十八条');
  await nav.getByRole('link', { name: '第十八条' }).click();
  await expect(desk.article(18)).toHaveAttribute('data-current', 'true');
});

test('marked words are copied as whole sentences with article, title, date and link', async ({
  desk,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await desk.read('?a=18');
  const sentence = desk.article(18).locator('[data-sentence]', { hasText: '坚决禁止在二级保护区内' });
  await sentence.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(range);
  });
  await page.getByRole('button', { name: '复制引文' }).first().click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('坚决禁止在二级保护区内以文化旅游为名建设房地产项目');
  expect(copied).toContain('第十八条，2021年7月3日');
  expect(copied).toContain('支持昆明高质量发展的若干意见');
  expect(copied).toMatch(/#p4\.a18\.s\d+$/u);
  const link = copied.split('\n').at(-1) ?? '';
  await page.goto('about:blank');
  await page.goto(link);
  await desk.takenOver();
  const cited = page.locator(`[id="${new URL(link).hash.slice(1)}"]`);
  await expect(cited).toBeInViewport();
  await expect(cited).toContainText('坚决禁止在二级保护区内');
});
