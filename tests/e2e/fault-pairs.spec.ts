import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { expect, test } from './driver';

const DATA = 'dist/data/kunming-2021';
const bytesOf = (name: string): Buffer => readFileSync(`${DATA}/${name}`);

/** One thing that goes wrong, from before the page is opened until it is healed. */
interface Fault {
  name: string;
  arm: (page: Page) => Promise<unknown>;
  /** Answers to these are undisturbed again once it is healed. */
  routes?: readonly string[];
  /** The interactive map has a part in it; otherwise the test need not wait for it. */
  map?: true;
  /** Nothing can be kept for a reload. */
  forgets?: true;
}

const fulfil = (name: string, status: number, body: () => string | Buffer): Fault['arm'] => {
  return async (page) => page.route(`**/${name}`, (route) => route.fulfill({ status, body: body() }));
};
const script = (run: () => void): Fault['arm'] => {
  return (page) => page.addInitScript(run);
};

const FAULTS: readonly Fault[] = [
  { name: 'a file is missing', routes: ['**/lines.packed.json'], arm: fulfil('lines.packed.json', 404, () => '') },
  { name: 'the server fails', routes: ['**/areas.packed.json'], arm: fulfil('areas.packed.json', 500, () => 'oops') },
  {
    name: 'a file is cut off',
    routes: ['**/points.packed.json'],
    arm: fulfil('points.packed.json', 200, () => bytesOf('points.packed.json').subarray(0, 20_000)),
  },
  {
    name: 'a file has other digits',
    routes: ['**/ground.packed.json'],
    arm: fulfil('ground.packed.json', 200, () => bytesOf('ground.packed.json').toString().replace('102.7', '102.8')),
  },
  {
    name: 'the manifest has another hash',
    routes: ['**/manifest.json'],
    arm: fulfil('manifest.json', 200, () =>
      bytesOf('manifest.json')
        .toString()
        .replaceAll(/(?<="commitments\.json":\{"bytes":\d+,"sha256":")\w{4}/gu, '0000'),
    ),
  },
  {
    name: 'a file never comes',
    routes: ['**/bands.packed.json'],
    arm: (page) => page.route('**/bands.packed.json', () => undefined),
  },
  {
    name: 'the line breaks',
    routes: ['**/places.json'],
    arm: (page) => page.route('**/places.json', (route) => route.abort('connectionreset')),
  },
  {
    name: 'the program of near-me is gone',
    routes: ['**/near-pane-*.js'],
    arm: fulfil('near-pane-*.js', 404, () => ''),
  },
  {
    name: 'the program of the site check is gone',
    routes: ['**/check-pane-*.js'],
    arm: fulfil('check-pane-*.js', 404, () => ''),
  },
  { name: 'the map is gone', map: true, routes: ['**/map-pane-*.js'], arm: fulfil('map-pane-*.js', 404, () => '') },
  {
    name: 'there is no WebGL',
    map: true,
    arm: script(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    }),
  },
  {
    name: 'storing is forbidden',
    forgets: true,
    arm: script(() => {
      const refuse = (): never => {
        throw new DOMException('no', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage', 'caches'])
        Object.defineProperty(window, name, { get: refuse });
    }),
  },
  {
    name: 'the storage is full',
    forgets: true,
    arm: script(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    }),
  },
  {
    name: 'the clock stands at 1970',
    arm: (page) => page.clock.setFixedTime(0),
  },
  {
    name: 'the language is unknown',
    arm: script(() => {
      Object.defineProperty(navigator, 'language', { value: 'xx-unknown' });
      Object.defineProperty(navigator, 'languages', { value: ['xx-unknown'] });
    }),
  },
];

/** Every fault with four others; with `TUCE_NIGHTLY` every fault with every other. */
const DISTANCES = process.env['TUCE_NIGHTLY'] ? [1, 2, 3, 4, 5, 6, 7] : [4, 7];
const PAIRS = FAULTS.flatMap((one, index) =>
  DISTANCES.map((step) => [one, FAULTS[(index + step) % FAULTS.length] ?? one] as const),
);

test.use({ tolerated: [/Failed to load resource|net::ERR|dynamically imported/u] });

for (const [one, other] of PAIRS) {
  test(`${one.name}, and ${other.name}`, async ({ desk, page }) => {
    await one.arm(page);
    await other.arm(page);
    await (one.map || other.map ? desk.open('a/11/') : desk.read('a/11/'));
    await expect(desk.article(11)).toContainText('巫家坝片区');

    // The picture: the interactive map, the one that the page came with, or a word about why there is none.
    const picture = page.locator('#map canvas, #map [data-poster] svg');
    await expect(picture.or(page.getByText(/地图没有载入|没有 WebGL/u)).first()).toBeVisible();

    await page.getByRole('button', { name: '找附近' }).first().click();
    await expect(
      page
        .getByLabel('坐标或地图链接')
        .or(page.getByText(/没有载入|没有取到/u))
        .first(),
    ).toBeVisible();

    const check = page.getByRole('button', { name: '查地块', exact: true });
    await check.click();
    const paste = page.getByRole('button', { name: '粘贴坐标或文字' });
    const field = page.getByRole('textbox', { name: /坐标一行一个/u });
    const missing = page.getByText('“查地块”没有载入');
    await expect(paste.or(field).or(missing).first()).toBeVisible();
    const checks = !(await missing.isVisible());
    if (checks) {
      if (await paste.isVisible()) await paste.click();
      await field.fill('102.7, 25.03');
      await page.getByRole('button', { name: '文件', exact: true }).click();
      await expect(desk.article(11)).toBeVisible();
      await check.click();
      await expect(field).toHaveValue('102.7, 25.03');
    }
    // One sentence for each thing that is wrong, no more, and each has a way on.
    const alerts = page.locator('#map').getByRole('alert');
    expect(await alerts.count()).toBeLessThanOrEqual(2);
    for (const alert of await alerts.all()) await expect(alert.getByRole('button', { name: '重试' })).toBeVisible();

    for (const route of [...(one.routes ?? []), ...(other.routes ?? [])]) await page.unroute(route);
    await page.reload();
    await desk.takenOver();
    await expect(desk.article(11)).toBeAttached();
    await expect(alerts).toHaveCount(0);
    if (checks && !one.forgets && !other.forgets) await expect(field).toHaveValue('102.7, 25.03');
  });
}
