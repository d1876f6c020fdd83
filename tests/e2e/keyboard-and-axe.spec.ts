import { AxeBuilder } from '@axe-core/playwright';

import { expect, test } from './driver';

const STATES = [
  '',
  '?a=11&p=wujiaba',
  '?at=102.83,24.86&c=102.83,24.86,11',
  '?v=places&lang=en',
  '?v=commitments&due=2024-07-03',
  '?a=12&lang=en&read=english',
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const state of STATES) {
    test(`axe finds nothing at “${state}” in ${colorScheme}`, async ({ desk, page }) => {
      await page.emulateMedia({ colorScheme });
      await desk.openWithMap(state);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
    });
  }
}

test('a place can be opened and left with the keyboard alone, and the focus comes back', async ({ desk, page }) => {
  await desk.openWithMap('?a=11');
  const word = desk.article(11).getByRole('link', { name: '巫家坝片区' });
  await word.focus();
  await page.keyboard.press('Enter');
  await expect(desk.card.getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(desk.card).toBeHidden();
  await expect(word).toBeFocused();
});

test('the first tab stop skips to the text', async ({ desk, page }) => {
  await desk.openWithMap();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
});
