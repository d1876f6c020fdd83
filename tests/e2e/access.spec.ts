import { expect, test } from './driver';

const LIST = '地图上这一带的地点';

test('the list of what the map shows is walked through and opened by key', async ({ desk, page }) => {
  await desk.openWithMap('?a=11&c=102.74,25.0,13');
  const list = page.getByRole('listbox', { name: LIST });
  await list.focus();
  await expect(list).toBeVisible();
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  const second = list.getByRole('option').nth(1);
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await expect(list).toHaveAttribute('aria-activedescendant', (await second.getAttribute('id')) ?? '');
  const said = (await second.textContent()) ?? '';
  expect(said).toMatch(/^[^，]+，[^，]+，.+ ±/u);
  await page.keyboard.press('Enter');
  const [name = ''] = said.split('，');
  await expect(desk.card.getByRole('heading', { name })).toBeFocused();
  await expect(page.locator('#map > [aria-live="polite"]')).toHaveText(said);
  await page.keyboard.press('Escape');
  await expect(list).toBeFocused();
});

test('the map moves and answers by key', async ({ desk, page }) => {
  await desk.openWithMap('?c=102.72,25.03,12');
  const canvas = page.locator('.maplibregl-canvas');
  await expect(canvas).toHaveAttribute('aria-label', /方向键移动/u);
  await canvas.focus();
  const before = desk.camera;
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => desk.camera.lng).toBeGreaterThan(before.lng);
  await page.keyboard.press('Enter');
  await expect.poll(() => desk.param('at')).not.toBeNull();
  await expect(desk.card.getByRole('heading', { name: '此处', exact: true })).toBeFocused();
});

test('the keys are listed, and those of one character can be switched off for good', async ({ desk, page }) => {
  await desk.read('a/11/');
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: '键盘操作' });
  await expect(dialog).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await dialog.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('n');
  await page.keyboard.press('/');
  await page.keyboard.press('?');
  expect(desk.path).toBe('a/11/');
  await expect(page.getByRole('search').getByRole('combobox')).not.toBeFocused();
  await expect(dialog).toBeHidden();
  await page.reload();
  await desk.takenOver();
  await page.keyboard.press('n');
  expect(desk.path).toBe('a/11/');
  // Without the key the list is still there, at the top and under the text.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: '关闭' }).click();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.keyboard.press('n');
  await expect.poll(() => desk.path).toMatch(/^p\//u);
});

test('the foot of the text leads to the statement, in both languages', async ({ desk, page }) => {
  await desk.open();
  await page.getByRole('link', { name: '无障碍说明' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '无障碍说明' })).toBeVisible();
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Accessibility' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to the document' }).click();
  await desk.takenOver();
  expect(desk.path).toBe('en/');
});

test('with forced colours, what is chosen can still be seen', async ({ desk, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await desk.read('?a=11&p=wujiaba');
  const word = desk.article(11).getByRole('link', { name: '巫家坝片区' });
  await expect(word).toHaveCSS('outline-style', 'solid');
  await page.goto('/?v=commitments&due=2024-07-03');
  const stops = page.locator('fieldset label:has(input[name="due"]) > span[aria-hidden]');
  await expect(stops.first()).toBeVisible();
  const colours = await stops.evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
  expect(new Set(colours).size).toBe(2);
});

test('with less motion wanted nothing glides', async ({ desk, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 390, height: 844 });
  await desk.read();
  await page.getByRole('button', { name: '调整文件的高度' }).press('ArrowUp');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

for (const [name, width, height] of [
  ['on a phone', 390, 844],
  ['on a small phone', 320, 640],
  ['on its side', 844, 390],
  ['on a desk', 1280, 800],
] as const) {
  test(`text of twice the size fits ${name}`, async ({ desk, page }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = '32px';
      });
    });
    await desk.read('a/11/');
    const cut = await page.evaluate(() => {
      const inside = [...document.querySelectorAll('header, #text, [data-scroller], nav')];
      return [
        document.documentElement.scrollWidth - window.innerWidth,
        ...inside.filter((one) => !one.closest('#map')).map((one) => one.scrollWidth - one.clientWidth),
      ].filter((over) => over > 0);
    });
    expect(cut).toEqual([]);
    await expect(desk.article(11)).toBeInViewport();
    await expect(page.getByRole('button', { name: '文件', exact: true })).toBeInViewport();
  });
}
