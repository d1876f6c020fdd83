import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';

import { KEEP_NAMES } from '../bench/pages/measure';
import { framesWhilePulled } from '../bench/pages/pulled';
import { CHROMIUM_ARGS, chromiumPath } from '../e2e/chromium';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

/**
 * Builds the site of a project that begins with a large plan, opens it in a browser, pulls the map, asks it by a click,
 * near a spot and about a site, and prints how long everything took, unthrottled; leaves pictures of it in `pictures`.
 */
export async function inBrowser(root: string, pictures: string): Promise<void> {
  const started = performance.now();
  const { status } = spawnSync('npx', ['--no-install', 'vite', 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TUCE_DESK_ONLY: '1' },
  });
  if (status !== 0) throw new Error(`the site of ${root} could not be built`);
  console.log(`site built in ${seconds(performance.now() - started)}, without embeds and previews`);
  const server = await preview({ root, configFile: false, preview: { host: '127.0.0.1' }, logLevel: 'error' });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] });
  try {
    const address = server.resolvedUrls?.local[0] ?? '';
    for (const viewport of SIZES) {
      const context = await browser.newContext({ viewport, serviceWorkers: 'block' });
      const page = await context.newPage();
      await page.addInitScript(KEEP_NAMES);
      const ranges: number[] = [];
      page.on('response', (response) => {
        if (response.status() === 206) ranges.push(Number(response.headers()['content-length'] ?? 0));
      });
      console.log(`at ${viewport.width}×${viewport.height}`);
      const picture = (name: string): string => join(pictures, `${viewport.width}-${name}.png`);
      console.log(`  map at rest after ${seconds(await open(page, address))}, tiles ${said(ranges)}`);
      await page.screenshot({ path: picture('opened') });
      if (viewport === SIZES[0]) await use(page, address, ranges, picture);
      await page.emulateMedia({ colorScheme: 'dark' });
      await open(page, address);
      await page.screenshot({ path: picture('opened-dark') });
      await context.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

async function use(page: Page, address: string, ranges: number[], picture: (name: string) => string): Promise<void> {
  const frame = (await page.locator('canvas.maplibregl-canvas').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [frame.x + frame.width * 0.5, frame.y + frame.height * 0.4];
  await page.mouse.move(x, y);
  for (let step = 0; step < 4; step += 1) {
    await page.mouse.wheel(0, -450);
    await rest(page);
  }
  ranges.length = 0;
  console.log(`  ${(await framesWhilePulled(page, x, y)).toFixed(1)} frames a second while it is pulled`);
  await rest(page);
  console.log(`  further tiles ${said(ranges)}`);
  await page.screenshot({ path: picture('near') });
  const answer = page.locator('[data-card]').getByText(/zone/u).first();
  const asked = async (atX: number): Promise<number> => {
    const before = performance.now();
    await page.mouse.click(atX, y);
    await answer.waitFor();
    return performance.now() - before;
  };
  console.log(`  first click answered after ${seconds(await asked(x))}, with all its pieces fetched`);
  await page.screenshot({ path: picture('asked') });
  await page.keyboard.press('Escape');
  await answer.waitFor({ state: 'detached' });
  console.log(`  second click after ${seconds(await asked(x - 60))}`);
  const [lng, lat] = [-139.95, -29.95];
  let before = performance.now();
  await page.goto(`${address}?v=near&near=${lng},${lat},2000`);
  await page
    .getByText(/公里以内/u)
    .first()
    .waitFor();
  console.log(`  near me answered after ${seconds(performance.now() - before)}, opening the page included`);
  await page.screenshot({ path: picture('near-me') });
  await page.goto(`${address}?v=check`);
  await page.getByRole('button', { name: '粘贴坐标或文字' }).click();
  const site = [
    [lng, lat],
    [lng + 0.01, lat],
    [lng + 0.01, lat + 0.01],
  ].map((corner) => corner.join(','));
  await page.getByRole('textbox', { name: /坐标一行一个/u }).fill(site.join('\n'));
  await page.getByRole('button', { name: '查', exact: true }).click();
  const offer = page.locator('ol').getByRole('button').first();
  await offer.waitFor();
  before = performance.now();
  await offer.click();
  await page.locator('#text [data-list="concerned"]').waitFor();
  console.log(`  a site of 1 km answered after ${seconds(performance.now() - before)}`);
  await page.screenshot({ path: picture('site') });
}

async function open(page: Page, address: string): Promise<number> {
  const before = performance.now();
  await page.goto(address);
  await rest(page);
  return performance.now() - before;
}

async function rest(page: Page): Promise<void> {
  await page.locator('.map-canvas[data-idle]').waitFor({ state: 'attached', timeout: 60_000 });
}

function said(ranges: readonly number[]): string {
  const bytes = ranges.reduce((sum, one) => sum + one, 0);
  return `${(bytes / 1e6).toFixed(2)} MB in ${ranges.length} ranges`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
