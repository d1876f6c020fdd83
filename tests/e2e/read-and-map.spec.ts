import { expect, test } from './driver';

test('shows the whole document: 29 articles in 8 parts', async ({ desk, page }) => {
  await desk.read();
  await expect(desk.articles).toHaveCount(29);
  await expect(page.locator('h2[id^="p"]')).toHaveCount(8);
  await expect(desk.article(29)).toContainText('加强政策协调配套');
});

test('a word in the text brings the map to the place and opens its card', async ({ desk }) => {
  await desk.openWithMap('?a=11');
  await desk.article(11).getByRole('link', { name: '巫家坝片区' }).click();
  await expect(desk.card.getByRole('heading', { name: '巫家坝片区' })).toBeVisible();
  await expect(desk.card).toContainText('建设巫家坝片区等城市新空间');
  await expect(desk.card).toContainText('±1 公里');
  await expect.poll(() => desk.camera.zoom).toBeGreaterThan(11.5);
  expect(Math.abs(desk.camera.lng - 102.75)).toBeLessThan(0.05);
  expect(Math.abs(desk.camera.lat - 24.99)).toBeLessThan(0.04);
});

test('a spot on the map lists everything there with its sentences, and the address restores it', async ({
  desk,
  page,
}) => {
  await desk.openWithMap('?c=102.98,24.9,10.5');
  await desk.clickMapAt(102.9, 24.87);
  await expect(desk.card.getByRole('link', { name: '呈贡', exact: true })).toBeVisible();
  const newCity = desk.card.getByRole('region', { name: '新城' });
  await expect(newCity.getByRole('link', { name: '第十一条' }).first()).toBeVisible();
  await expect(newCity.getByRole('link', { name: '第十二条' })).toBeVisible();
  await expect(newCity).toContainText('加密呈贡与老城路网');

  const before = await desk.card.textContent();
  const { camera } = desk;
  await page.reload();
  await desk.mapAtRest();
  await expect(desk.card).toHaveText(before ?? '');
  expect(desk.camera).toEqual(camera);
});

test('from the card to the sentence in the document', async ({ desk }) => {
  await desk.read('?p=dianchi-zone-2');
  await desk.card.getByRole('link', { name: '第十八条' }).click();
  await expect(desk.article(18)).toHaveAttribute('data-current', 'true');
  await expect(desk.page.locator('[data-found]')).toContainText('坚决禁止在二级保护区内以文化旅游为名建设房地产项目');
});

test('scrolling to an article makes it the current one and writes it into the address', async ({ desk }) => {
  await desk.read();
  await desk.article(19).evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await expect(desk.article(19)).toHaveAttribute('data-current', 'true');
  await expect.poll(() => desk.path).toBe('a/19/');
});

test('a theme can be switched off in the legend, and stays off after a reload', async ({ desk, page }) => {
  await desk.openWithMap();
  await page.getByRole('checkbox', { name: '轨道铁路' }).click();
  await expect.poll(() => desk.param('off')).toBe('rail');
  await page.reload();
  await expect(page.getByRole('checkbox', { name: '轨道铁路' })).not.toBeChecked();
  await expect(page.getByRole('checkbox', { name: /^庚\s*道路$/u })).toBeChecked();
});

test('back returns to what was open before', async ({ desk, page }) => {
  await desk.read('?a=11');
  await desk.article(11).getByRole('link', { name: '巫家坝片区' }).click();
  await expect(desk.card).toBeVisible();
  await page.goBack();
  await expect(desk.card).toBeHidden();
});

test('a place that nobody could locate says so, with the reason', async ({ desk, page }) => {
  await desk.read('?v=places');
  await page.getByRole('link', { name: '龙箐河水库' }).click();
  await expect(desk.card).toContainText('没有落图');
  await expect(desk.card).toContainText('没有公布具体位置');
  await expect(desk.card).toContainText('龙箐河水库');
});

test('the interface speaks English, the document stays verbatim', async ({ desk, page }) => {
  await desk.read();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('button', { name: 'Places' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(desk.articles).toHaveCount(29);
  await expect(desk.article(1)).toContainText('指导思想');
  await expect(desk.article(18)).toContainText('Protect Dianchi');
});

test('an empty spot is never called free of rules', async ({ desk }) => {
  await desk.openWithMap('?c=102.0,24.2,9');
  await desk.clickMapAt(101.9, 24.2);
  await expect(desk.card).toContainText('适用范围之外');
  await expect(desk.card).not.toContainText('没有限制');
});

test('the map says that it is a sketch until an approval number is configured', async ({ desk, page }) => {
  await desk.openWithMap();
  await expect(page.getByText('示意图 · 审图号待填')).toBeVisible();
  await expect(page.getByText('© OpenStreetMap contributors')).toBeVisible();
});

test('an article’s commitments open below it, with their deadlines', async ({ desk }) => {
  await desk.read('?a=2');
  await desk.article(2).getByText('承诺 7 项').click();
  await expect(desk.article(2)).toContainText('期限：2025年12月31日（“到2025年”）');
  await expect(desk.article(2)).toContainText('图策的说明');
});

test('the reading place is kept while the list of places is open', async ({ desk, page }) => {
  // A browser that has no time to lay the text out until the list is open.
  await page.addInitScript(() => {
    let busy = true;
    const later = window.requestIdleCallback.bind(window);
    window.requestIdleCallback = (act) => later(busy ? () => void window.requestIdleCallback(act) : act);
    window.addEventListener('time', () => (busy = false));
  });
  await desk.read('?a=5');
  await desk.article(20).evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await expect(desk.article(20)).toHaveAttribute('data-current', 'true');
  await page.getByRole('button', { name: '地点' }).click();
  await expect(desk.article(20)).toBeHidden();
  await page.evaluate(async () => {
    window.dispatchEvent(new Event('time'));
    for (let moment = 0; moment < 60; moment += 1) await new Promise((resolve) => window.requestIdleCallback(resolve));
  });
  await page.getByRole('button', { name: '文件' }).click();
  await expect(desk.article(20)).toBeInViewport();
  await expect(desk.article(20)).toHaveAttribute('data-current', 'true');
});

test('the preamble has an address of its own', async ({ desk, page }) => {
  await desk.read('?a=0');
  await expect(page.locator('output')).toHaveCount(1);
  await expect(page.getByText('为深入贯彻落实国家')).toBeInViewport();
});
