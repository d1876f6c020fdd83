import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser, CDPSession, Page } from '@playwright/test';

import type { Figure, Part } from '../figures';
import { DESK } from './measure';
import { ROOT, withSite } from './with-site';

const TIMES = 20;
/** What is made once and kept (compiled code, caches of the app) is there by then. */
const SETTLED = 5;
/**
 * Growth that is none. A map that stayed would cost megabytes, hundreds of nodes and tens of listeners in every cycle.
 * What the engine keeps for itself (compiled code, feedback of functions) still grows after twenty cycles of the desk, of
 * two maps each, and levels off: over 45 of them, by 12 KB a cycle in the last fifteen.
 */
const TOLERANCE = { heapKB: 100, listeners: 0.5, nodes: 0.5, workers: 0.05 } as const;
type Kept = Record<keyof typeof TOLERANCE, number>;

/** A page of somebody else into which the element can be put, and taken out of again. */
const HOST_PAGE = `<!doctype html><meta charset="utf-8"><title>host</title><div id="here"></div><script src="/tuce-map.js"></script>`;

/** What a page holds once all that can be collected is. */
async function kept(page: Page, client: CDPSession): Promise<Kept> {
  for (let times = 0; times < 3; times += 1) await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN;
  return {
    heapKB: of('JSHeapUsedSize') / 1024,
    listeners: of('JSEventListeners'),
    nodes: of('Nodes'),
    workers: page.workers().length,
  };
}

/** Slope of the line through some values that fits best. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  let [along, across] = [0, 0];
  values.forEach((value, at) => {
    along += (at - middle) * (value - mean);
    across += (at - middle) ** 2;
  });
  return along / across;
}

async function cycled(
  browser: Browser,
  address: string,
  what: string,
  cycle: (page: Page) => Promise<void>,
): Promise<Figure[]> {
  const context = await browser.newContext({ viewport: DESK.viewport, serviceWorkers: 'block' });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Performance.enable');
  await client.send('HeapProfiler.enable');
  await page.goto(address);
  const all: Kept[] = [];
  for (let count = 0; count < TIMES; count += 1) {
    await cycle(page);
    all.push(await kept(page, client));
  }
  await context.close();
  const settled = all.slice(SETTLED - 1);
  const units = { heapKB: 'KB', listeners: 'listeners', nodes: 'nodes', workers: 'workers' } as const;
  return (['heapKB', 'listeners', 'nodes', 'workers'] as const).map((name) => ({
    what: `${what}: ${units[name]} kept by a cycle`,
    value: slope(settled.map((one) => one[name])),
    unit: units[name],
    goal: { atMost: TOLERANCE[name] },
    of: `cycles ${SETTLED} to ${TIMES}, from ${Math.round(settled[0]?.[name] ?? NaN)} to ${Math.round(settled.at(-1)?.[name] ?? NaN)}`,
  }));
}

/** The desk of one plan goes, map and all, and that of another comes; and back. */
async function anotherPlan(page: Page): Promise<void> {
  const choice = page.getByRole('combobox', { name: '选择文件' });
  for (const index of [1, 0]) {
    await choice.selectOption({ index });
    // The map of the plan before may still be there.
    await page.waitForFunction(
      (first) => document.querySelectorAll('article[data-article]').length > 20 === first,
      index === 0,
    );
    await page.locator('.map-canvas[data-idle]').waitFor({ state: 'attached', timeout: 60_000 });
    await drawn(page);
  }
}

/** What is out of sight is drawn when there is time: until nothing more comes, the nodes cannot be compared. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const IDLE_TIMES = 10;
    let [nodes, since] = [0, 0];
    while (since < IDLE_TIMES) {
      await new Promise((resolve) => requestIdleCallback(resolve));
      const now = document.querySelectorAll('*').length;
      since = now === nodes && !document.querySelector('article:not([data-laid])') ? since + 1 : 0;
      nodes = now;
    }
  });
}

/** The element comes with its interactive map, and goes. */
async function anotherElement(page: Page): Promise<void> {
  await page.evaluate(() => {
    const map = document.createElement('tuce-map');
    for (const [name, value] of Object.entries({ view: 'a/11', start: 'visible', height: '500' }))
      map.setAttribute(name, value);
    document.querySelector('#here')?.append(map);
  });
  await page.frameLocator('iframe').locator('.map-canvas[data-idle]').waitFor({ state: 'attached', timeout: 60_000 });
  await page.evaluate(() => document.querySelector('tuce-map')?.remove());
}

async function measure(): Promise<Figure[]> {
  const pages = join(ROOT, 'test-results', 'bench-host');
  mkdirSync(join(pages, 'host'), { recursive: true });
  writeFileSync(join(pages, 'host', 'index.html'), HOST_PAGE);
  return withSite([pages], async (browser, { addresses: { fast } }) => [
    ...(await cycled(browser, `${fast}/`, 'map of the desk', anotherPlan)),
    ...(await cycled(browser, `${fast}/host/`, 'map as an element', anotherElement)),
  ]);
}

/** Interactive maps that come and go twenty times. */
export const CYCLES: Part = { name: 'cycles', measure };
