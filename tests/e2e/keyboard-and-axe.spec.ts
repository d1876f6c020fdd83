import { AxeBuilder } from '@axe-core/playwright';

import { expect, test } from './driver';

const STATES = [
  ['', 'openWithMap'],
  ['?a=11&p=wujiaba', 'read'],
  ['?at=102.83,24.86&c=102.83,24.86,11', 'openWithMap'],
  ['?v=places&lang=en', 'openWithMap'],
  ['?v=commitments&due=2024-07-03', 'read'],
  ['?a=12&lang=en&read=english', 'read'],
  ['p/dianchi/?v=places', 'read'],
] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [state, open] of STATES) {
    test(`axe finds nothing at “${state}” in ${colorScheme}`, async ({ desk, page }) => {
      await page.emulateMedia({ colorScheme });
      await desk[open](state);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
    });
  }
}

test('axe finds nothing in the page about accessibility, the list of keys and the list of the map', async ({
  desk,
  page,
}) => {
  const look = async (): Promise<string[]> =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  for (const path of ['/accessibility/', '/en/accessibility/', '/privacy/', '/en/privacy/']) {
    await page.goto(path);
    expect(await look()).toEqual([]);
  }
  await desk.openWithMap();
  await page.getByRole('listbox').focus();
  expect(await look()).toEqual([]);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await look()).toEqual([]);
});

test('axe finds nothing on a phone, on its side, and without a map', async ({ desk, page }) => {
  const look = async (): Promise<string[]> =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  await page.setViewportSize({ width: 390, height: 844 });
  await desk.openWithMap('p/wujiaba/');
  expect(await look()).toEqual([]);
  await page.setViewportSize({ width: 844, height: 390 });
  // The card no longer covers the text, which can be reached again.
  await expect(page.locator('#text')).not.toHaveAttribute('inert');
  expect(await look()).toEqual([]);
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await desk.open('p/wujiaba/');
  expect(await look()).toEqual([]);
});

test('a place can be opened and left with the keyboard alone, and the focus comes back', async ({ desk, page }) => {
  await desk.read('?a=11');
  const word = desk.article(11).getByRole('link', { name: '巫家坝片区' });
  await word.focus();
  await page.keyboard.press('Enter');
  await expect(desk.card.getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(desk.card).toBeHidden();
  await expect(word).toBeFocused();
});

test('the first tab stop skips to the text', async ({ desk, page }) => {
  await desk.read();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
});
