import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { expect, test } from './driver';

const SITES = join(import.meta.dirname, '..', 'fixtures', 'sites');
const CORNERS = '102.700,25.030\n102.716,25.031\n102.715,25.043\n102.702,25.042';
/** The beginning of the coordinates of `CORNERS`, in any notation that a request could carry. */
const OURS = /102\.7\d|25\.0[34]/u;

const list = (page: Page, name: string) => page.locator(`main, body`).locator(`#text [data-list="${name}"]`);
const choose = (page: Page, files: string | string[] | { name: string; mimeType: string; buffer: Buffer }) =>
  page.locator('input[type=file]').setInputFiles(files);
const paste = async (page: Page, text: string): Promise<void> => {
  const field = page.getByRole('textbox', { name: /坐标一行一个/u });
  if (!(await field.isVisible())) await page.getByRole('button', { name: '粘贴坐标或文字' }).click();
  await field.fill(text);
  await page.getByRole('button', { name: '查', exact: true }).click();
};
const many = (count: number): Buffer => {
  const square = (index: number): number[][] => {
    const [west, south] = [102.6 + (index % 100) * 0.002, 24.9 + Math.floor(index / 100) * 0.002];
    const corner = (x: number, y: number): number[] => [west + x * 0.0009, south + y * 0.0009];
    return [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)];
  };
  const features = Array.from({ length: count }, (_, index) => ({
    type: 'Feature',
    properties: { name: `地块${index + 1}` },
    geometry: { type: 'Polygon', coordinates: [square(index)] },
  }));
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
};

test('a pasted list asks for its system, answers in four parts, and sends nothing away', async ({ desk, page }) => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await desk.openWithMap('?v=check');
  await paste(page, CORNERS);
  await expect(page.getByText('粘贴 1 没有说明用的是什么坐标系。')).toBeVisible();
  const offers = page.locator('ol').getByRole('button');
  await expect(offers).toHaveCount(3);
  await offers.filter({ hasText: 'WGS-84' }).click();
  await expect(page.getByText('您选定的')).toBeVisible();
  for (const name of ['concerned', 'too-close', 'silent', 'not-concerned'])
    await expect(list(page, name)).toBeVisible();
  await expect(list(page, 'concerned').getByRole('link', { name: '主城区' }).first()).toBeVisible();
  await expect(
    list(page, 'concerned')
      .getByText(/= .* 亩 = .* 公顷/u)
      .first(),
  ).toBeVisible();
  await expect(page.getByText('在文件适用范围之内。').first()).toBeVisible();
  await expect.poll(() => desk.camera.zoom).toBeGreaterThan(13);
  expect(sent.filter((one) => OURS.test(one))).toEqual([]);
  expect(page.url()).not.toContain('site=');

  await page.reload();
  await expect(list(page, 'concerned')).toBeVisible();
});

for (const [file, system] of [
  ['shp-4543-gbk-cpg.zip', 'EPSG:4543'],
  ['sites.kml', 'WGS-84'],
  ['sites-4543.fgb', 'EPSG:4543'],
] as const) {
  test(`reads ${file} and says in which system`, async ({ desk, page }) => {
    await desk.read('?v=check');
    await choose(page, join(SITES, file));
    await expect(page.getByRole('region', { name: file }).getByText(system)).toBeVisible();
    await expect(page.getByRole('table').getByRole('row')).not.toHaveCount(1);
  });
}

test('a drawing without a system offers where it could lie', async ({ desk, page }) => {
  await desk.read('?v=check');
  await choose(page, join(SITES, 'sites-4543.dxf'));
  await page.locator('ol').getByRole('button').first().click();
  await expect(page.getByText('您选定的')).toBeVisible();
});

test('a parcel file in GBK gives its answer, and a wrong area is said', async ({ desk, page }) => {
  await desk.read('?v=check');
  const text = [
    '[属性描述]',
    '坐标系=2000国家大地坐标系',
    '几度分带=3',
    '投影类型=高斯克吕格',
    '计量单位=米',
    '带号=34',
    '[地块坐标]',
    '4,9.9999,01,Parcel,面,,,,@',
    'J1,1,2766236.609,34570666.201',
    'J2,1,2766236.609,34570866.201',
    'J3,1,2766436.609,34570866.201',
    'J4,1,2766436.609,34570666.201',
  ].join('\r\n');
  // GB 18030 by hand: the reader takes what is no UTF-8 for it.
  const gbk = new Map(
    Array.from('属性描述坐标系国家大地几度分带投影类型高斯克吕格计量单位米号块面').map(
      (letter, index) =>
        [
          letter,
          Buffer.from(
            'cafcd0d4c3e8caf6d7f8b1eacfb5b9fabcd2b4f3b5d8bcb8b6c8b7d6b4f8cdb6d3b0c0e0d0cdb8dfcbb9bfcbc2c0b8f1bcc6c1bfb5a5cebbc3d7bac5bfe9c3e6',
            'hex',
          ).subarray(index * 2, index * 2 + 2),
        ] as const,
    ),
  );
  const buffer = Buffer.concat([...text].map((letter) => gbk.get(letter) ?? Buffer.from(letter)));
  await choose(page, { name: 'dk.txt', mimeType: 'text/plain', buffer });
  await expect(list(page, 'concerned')).toBeVisible();
  await expect(page.getByText('EPSG:4543').first()).toBeVisible();
  await expect(page.getByText(/申报面积 .* 不符/u).first()).toBeVisible();
});

test('what cannot be read is named, and what was there stays', async ({ desk, page }) => {
  await desk.read('?v=check');
  await choose(page, join(SITES, 'sites-4326.geojson'));
  await expect(page.getByRole('table')).toBeVisible();
  await choose(page, { name: 'broken.geojson', mimeType: '', buffer: Buffer.from('{"type":') });
  await expect(page.getByText('broken.geojson 读不懂。')).toBeVisible();
  await expect(page.getByRole('table')).toBeVisible();
});

test('a parcel drawn on the map is answered, and its corners can be taken back', async ({ desk, page }) => {
  await desk.openWithMap('?v=check&c=102.708,25.036,14');
  await page.getByRole('button', { name: '地块', exact: true }).last().click();
  await expect(page.getByText('0 个点')).toBeVisible();
  await desk.clickMapAt(102.704, 25.032);
  await desk.clickMapAt(102.712, 25.032);
  await desk.clickMapAt(102.712, 25.04);
  await desk.clickMapAt(102.704, 25.04);
  await expect(page.getByText('4 个点')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText('3 个点')).toBeVisible();
  await page.getByRole('button', { name: '画完' }).click();
  await expect(list(page, 'concerned')).toBeVisible();
  await expect(page.getByText('可以拖动角点改形状')).toBeVisible();
  expect(desk.param('at')).toBeNull();
});

test('a parcel can be drawn from the keyboard', async ({ desk, page }) => {
  await desk.openWithMap('?v=check&c=102.708,25.036,14');
  await page.getByRole('button', { name: '地块', exact: true }).last().press('Enter');
  const add = page.getByRole('button', { name: '在图中央加一点' });
  const canvas = page.locator('.map-canvas canvas');
  await expect(add).toBeEnabled();
  for (const [index, key] of ['ArrowRight', 'ArrowDown', ''].entries()) {
    await add.press('Enter');
    await expect(page.getByText(`${index + 1} 个点`)).toBeVisible();
    if (key === '') continue;
    const before = page.url();
    await canvas.focus();
    await page.keyboard.press(key);
    await expect.poll(() => page.url()).not.toBe(before);
    await desk.mapAtRest();
  }
  await page.getByRole('button', { name: '画完' }).press('Enter');
  await expect(list(page, 'concerned')).toBeVisible();
});

test('ten thousand parcels leave the page alive, can be stopped, and keep what is answered', async ({ desk, page }) => {
  // A machine that does other things too needs minutes for so many; what counts is that the page is alive meanwhile.
  test.setTimeout(240_000);
  await desk.openWithMap('?v=check');
  await page.evaluate(() => {
    const longest = { ms: 0 };
    Object.assign(window, { longest });
    new PerformanceObserver((entries) => {
      for (const { duration } of entries.getEntries()) longest.ms = Math.max(longest.ms, duration);
    }).observe({ type: 'longtask' });
  });
  await choose(page, { name: 'many.geojson', mimeType: '', buffer: many(10_000) });
  await page.getByRole('button', { name: '停下' }).click();
  await expect(page.getByText(/停在 \d+ \/ \d+/u)).toBeVisible();
  // Handing the file over is the driver's own work on the page, so the clock starts here.
  await page.evaluate(() => Object.assign((window as unknown as { longest: { ms: number } }).longest, { ms: 0 }));
  const started = Date.now();
  await page.getByRole('button', { name: '重算' }).click();
  await expect(page.getByRole('progressbar')).toBeHidden({ timeout: 180_000 });
  await expect(page.getByText('300 / 10000 行')).toBeVisible();
  const longestMs = await page.evaluate(() => (window as unknown as { longest: { ms: number } }).longest.ms);
  console.log(
    `10,000 parcels: ${((Date.now() - started) / 1000).toFixed(1)} s, longest task ${longestMs.toFixed(0)} ms`,
  );
  expect(longestMs).toBeLessThan(1000);
  await page.getByRole('searchbox', { name: '筛名称' }).fill('地块9999');
  await expect(page.getByText('1 / 10000 行')).toBeVisible();
  await page.getByRole('button', { name: '地块9999' }).click();
  await expect(list(page, 'concerned')).toBeVisible();
});

test('what is saved can be read again', async ({ desk, page }) => {
  await desk.read('?v=check');
  await choose(page, join(SITES, 'sites-4326.geojson'));
  const rows = page.getByRole('table').locator('tbody tr');
  const first = page.getByRole('region', { name: 'sites-4326.geojson' });
  let count = parseInt((await first.getByText(/^\d+ 个地块/u).textContent()) ?? '', 10);
  for (const [format, ending] of [
    ['CSV 表格', 'csv'],
    ['GeoJSON', 'geojson'],
    ['KML', 'kml'],
    ['国土 TXT', 'txt'],
  ] as const) {
    // Everything has its answer, so everything is in the file.
    await expect(rows).toHaveCount(count);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: format, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`, 'u'));
    const path = await download.path();
    const text = readFileSync(path, 'utf8');
    if (ending === 'csv') expect(text.startsWith('\uFEFF')).toBe(true);
    if (ending !== 'txt') expect(text).toContain('涉及');
    await choose(page, { name: `again-${ending}.${ending}`, mimeType: '', buffer: readFileSync(path) });
    await expect(
      page.getByRole('region', { name: `again-${ending}.${ending}` }).getByText(`${count} 个地块`),
    ).toBeVisible();
    count *= 2;
  }
});

test('a file is dropped on the page, and its answer is copied as text and shared as a link', async ({
  desk,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await desk.read('?v=check');
  const ring = [
    [102.704, 25.032],
    [102.712, 25.032],
    [102.712, 25.04],
    [102.704, 25.04],
    [102.704, 25.032],
  ];
  const text = JSON.stringify({ type: 'Polygon', coordinates: [ring] });
  const transfer = await page.evaluateHandle((geojson) => {
    const made = new DataTransfer();
    made.items.add(new File([geojson], 'plot.geojson'));
    return made;
  }, text);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText('松手，查这些文件里的地块')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(list(page, 'concerned')).toBeVisible();
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: '复制为文本' }).click();
  await expect.poll(copied).toContain('主城区');
  expect(await copied()).toMatch(/第六条（p\d+\.a6\.s\d+）：“/u);
  await page.getByRole('button', { name: '复制这块地的链接' }).click();
  await expect.poll(copied).toContain('#site=');
  // The list comes part by part; it is whole when the last one is there.
  await expect(list(page, 'not-concerned')).toBeVisible();
  const facts = await list(page, 'concerned').textContent();
  const link = await copied();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(list(page, 'concerned')).toHaveText(facts ?? '');
});

test('a drawing outlives a reload and a lost picture of the map', async ({ desk, page }) => {
  await desk.openWithMap('?v=check&c=102.708,25.036,14');
  await page.getByRole('button', { name: '线', exact: true }).last().click();
  await expect(page.getByText('0 个点')).toBeVisible();
  await desk.clickMapAt(102.704, 25.032);
  await desk.clickMapAt(102.712, 25.04);
  await expect(page.getByText('2 个点')).toBeVisible();
  await page.getByRole('button', { name: '画完' }).click();
  await expect(list(page, 'concerned')).toBeVisible();
  // The list comes part by part; it is whole when the last one is there.
  await expect(list(page, 'not-concerned')).toBeVisible();
  const facts = await list(page, 'concerned').textContent();
  await page.evaluate(() =>
    document
      .querySelector<HTMLCanvasElement>('.maplibregl-canvas')
      ?.getContext('webgl2')
      ?.getExtension('WEBGL_lose_context')
      ?.loseContext(),
  );
  await expect(list(page, 'concerned')).toHaveText(facts ?? '');
  await page.reload();
  await expect(list(page, 'concerned')).toHaveText(facts ?? '');
});

test.describe('without the script that answers', () => {
  test.use({ tolerated: [/404|net::|Failed to load|worker/iu] });

  test('the page says so, keeps what was handed in, and answers once the script is there', async ({ desk, page }) => {
    let lost = true;
    await page.route('**/assets/check-worker-*.js', (route) =>
      lost ? route.fulfill({ status: 404, body: '' }) : route.continue(),
    );
    await desk.read('?v=check');
    await choose(page, join(SITES, 'sites-4326.geojson'));
    await expect(page.getByRole('alert').filter({ hasText: '出错了' })).toBeVisible();
    lost = false;
    await page.getByRole('button', { name: '重算' }).click();
    await expect(page.getByRole('table')).toBeVisible();
  });
});

test('the sheet on paper has the map, the words, the hash and a code, and not the desk', async ({ desk, page }) => {
  await desk.read('?v=check#site=a102.704,25.032_102.712,25.032_102.712,25.04_102.704,25.04');
  await expect(list(page, 'concerned')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('[data-print-sheet]');
  await expect(sheet.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('#root')).toBeHidden();
  await expect(sheet.getByText(/数据 SHA-256 [0-9a-f]{64}/u)).toBeVisible();
  await expect(sheet.locator('svg[data-qr]')).toBeVisible();
  await expect(sheet.getByText('审图号待填')).toBeVisible();
  await expect(sheet.locator('figure svg').first()).toBeVisible();
});

test('the spot asked about can be checked', async ({ desk, page }) => {
  await desk.read('?at=102.708,25.036');
  await page.getByRole('button', { name: '查这里' }).click();
  await expect(list(page, 'concerned')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in ${colorScheme}`, async ({ desk, page }) => {
    await page.emulateMedia({ colorScheme });
    await desk.read('?v=check');
    const found = async (): Promise<string[]> => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
    };
    await paste(page, CORNERS);
    await expect(page.locator('ol').getByRole('button').first()).toBeVisible();
    expect(await found()).toEqual([]);
    await page.locator('ol').getByRole('button').first().click();
    await expect(list(page, 'concerned')).toBeVisible();
    expect(await found()).toEqual([]);
    await page.getByRole('button', { name: '返回' }).click();
    await expect(page.getByRole('table')).toBeVisible();
    expect(await found()).toEqual([]);
  });
}
