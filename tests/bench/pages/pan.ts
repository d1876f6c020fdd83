import type { Browser } from '@playwright/test';

import { type Figure, median, type Part, type PartOptions, ratioFigure } from '../figures';
import { buildRivals } from './build-rivals';
import { DESK, KEEP_NAMES, watch } from './measure';
import { framesWhilePulled } from './pulled';
import { withSite } from './with-site';

const [LNG, LAT, ZOOM] = [102.75, 25, 9.5] as const;

interface Panned {
  /** Frames a second while a mouse pulls the map to and fro, unthrottled. */
  rate: number;
  box: { x: number; y: number; width: number; height: number };
}

async function pan(browser: Browser, address: string): Promise<Panned> {
  const context = await browser.newContext({ viewport: DESK.viewport, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.addInitScript(KEEP_NAMES);
    await page.addInitScript(watch);
    await page.goto(address);
    await page.waitForFunction(() => performance.getEntriesByName('map-idle').length > 0);
    const box = await page.locator('canvas.maplibregl-canvas').boundingBox();
    if (!box) throw new Error(`${address}: there is no map`);
    // The right half: a card or the sheet may lie over the other.
    const rate = await framesWhilePulled(page, box.x + box.width * 0.65, box.y + box.height / 2);
    return { rate, box };
  } finally {
    await context.close();
  }
}

async function measure({ rounds }: PartOptions): Promise<Figure[]> {
  return withSite([await buildRivals()], async (browser, { addresses: { fast } }) => {
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      const { rate, box } = await pan(browser, `${fast}/?c=${LNG},${LAT},${ZOOM}`);
      ours.push(rate);
      const query = Object.entries({ ...box, lng: LNG, lat: LAT, zoom: ZOOM }).map(([key, value]) => `${key}=${value}`);
      theirs.push((await pan(browser, `${fast}/same-layers/?${query.join('&')}`)).rate);
    }
    const of = `${rounds} rounds, software GL, unthrottled`;
    return [
      { what: 'frames while the map of the desk is pulled', value: median(ours), unit: 'a second', of },
      { what: 'frames with bare MapLibre and the same layers', value: median(theirs), unit: 'a second', of },
      ratioFigure(
        'frames of the desk beside bare MapLibre with the same layers',
        ours.map((rate, round) => rate / (theirs[round] ?? NaN)),
        { atLeast: 0.95 },
      ),
    ];
  });
}

/** How smoothly the interactive map follows a hand. */
export const PAN: Part = { name: 'pan', measure };
