import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { expect, test } from './driver';

/** The search box, unfolded first where it is a button. */
async function openBox(page: Page): Promise<Locator> {
  const box = page.getByRole('search').getByRole('combobox');
  if (!(await box.isVisible())) await page.getByRole('search').getByRole('button').first().click();
  await expect(box).toBeVisible();
  await box.click();
  return box;
}

const list = (page: Page): Locator => page.getByRole('search').getByRole('listbox');
const firstOption = (page: Page): Locator => list(page).getByRole('option').first();

for (const [query, name] of [
  ['翠湖', '翠湖'],
  ['cuihu', '翠湖'],
  ['ch', '翠湖'],
  ['Green Lake', '翠湖'],
  ['wujiaba', '巫家坝片区'],
  ['wjb', '巫家坝片区'],
  ['changyaoshan', '长腰山'],
] as const) {
  test(`“${query}” and Enter open the card of ${name}`, async ({ desk, page }) => {
    await desk.read();
    const box = await openBox(page);
    await box.pressSequentially(query);
    await expect(firstOption(page)).toContainText(name);
    await box.press('Enter');
    await expect(desk.card.getByRole('heading', { level: 2, name })).toBeFocused();
    await expect(list(page)).toBeHidden();
  });
}

test('a piece of a sentence leads to that sentence', async ({ desk, page }) => {
  await desk.read();
  const box = await openBox(page);
  await box.fill('以文化旅游为名');
  await expect(firstOption(page)).toContainText('第十八条');
  await expect(page.locator('mark').first()).toHaveText('以文化旅游为名');
  await box.press('Enter');
  await expect(page.locator('[data-found]')).toContainText('坚决禁止在二级保护区内以文化旅游为名建设房地产项目');
  await expect(desk.article(18)).toHaveAttribute('data-current', 'true');
});

test('a coordinate is asked about in the datum that the visitor chooses', async ({ desk, page }) => {
  await desk.read();
  const box = await openBox(page);
  await box.fill('25.0406, 102.7123');
  const ways = page.getByRole('group', { name: /^坐标/u }).getByRole('option');
  await expect(ways).toHaveCount(3);
  await expect(ways.first()).toContainText('WGS-84');
  await box.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: /区 · 老城$/u })).toBeVisible();
  expect(page.url()).not.toContain('102.712');
});

test('a term is explained and leads to its first use', async ({ desk, page }) => {
  await desk.read();
  const box = await openBox(page);
  await box.fill('三张牌');
  const term = page.getByRole('group', { name: /^词语/u }).getByRole('option').first();
  await expect(term).toContainText('健康生活目的地牌');
  await term.click();
  await expect(page.locator('[data-found]')).toContainText('三张牌');
});

test('nothing is fetched for the search before anyone goes to the box, and nothing typed before is lost', async ({
  desk,
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  let arrive = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/search.json', async (route) => {
    await held;
    await route.continue();
  });
  await desk.read();
  expect(asked.filter((url) => /search|find-list/u.test(url))).toEqual([]);
  const box = await openBox(page);
  await box.pressSequentially('cuihu');
  await expect(page.getByText('正在准备查找……')).toBeVisible();
  arrive();
  await expect(firstOption(page)).toContainText('翠湖');
  await expect(box).toHaveValue('cuihu');
});

test('a missing file costs the sound of names, says so, and can be fetched again', async ({ desk, page }) => {
  let broken = true;
  await page.route('**/search.json', (route) =>
    broken ? route.fulfill({ status: 200, body: '{' }) : route.continue(),
  );
  await desk.read();
  const box = await openBox(page);
  await box.fill('翠湖');
  await expect(firstOption(page)).toContainText('翠湖');
  const fault = page.getByRole('search').getByRole('alert');
  await expect(fault).toContainText('search.json');
  broken = false;
  await fault.getByRole('button', { name: '重试' }).click();
  await box.fill('cuihu');
  await expect(firstOption(page)).toContainText('翠湖');
  await expect(fault).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const query of ['滇池保护', 'qqqzzz']) {
    test(`axe finds nothing with “${query}” in the box in ${colorScheme}`, async ({ desk, page }) => {
      await page.emulateMedia({ colorScheme });
      await desk.read('?lang=en');
      const box = await openBox(page);
      await box.fill(query);
      await expect(query === 'qqqzzz' ? page.getByText('Nothing found for').first() : firstOption(page)).toBeVisible();
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
    });
  }
}

test('the keys bring one to the box and out of it again', async ({ desk, page }) => {
  await desk.read();
  await page.locator('body').press('/');
  const box = page.getByRole('search').getByRole('combobox');
  await expect(box).toBeFocused();
  await box.pressSequentially('翠湖');
  await expect(firstOption(page)).toHaveAttribute('aria-selected', 'true');
  await box.press('Escape');
  await expect(box).toHaveValue('');
  await expect(list(page)).toBeHidden();
  await page.locator('body').press('Control+k');
  await expect(box).toBeFocused();
});
