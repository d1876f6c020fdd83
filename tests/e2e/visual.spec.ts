import { expect, test } from './driver';

/** Places where the map was looked at with care, as `lng,lat,zoom` in the address, and what is open there. */
const CAMERAS: readonly [name: string, camera: string, more?: string][] = [
  ['whole-plan', '102.75,25.2,7.8'],
  ['whole-city', '102.73,24.98,9.5'],
  ['rings', '102.72,25.03,11'],
  ['old-city', '102.708,25.046,13'],
  ['cuihu', '102.702,25.048,13.9'],
  ['wujiaba', '102.74,25,12.6'],
  ['lake-north-shore', '102.665,24.965,12'],
  ['changyaoshan', '102.72,24.77,11.2'],
  ['chenggong', '102.84,24.86,11.4'],
  ['airport', '102.92,25.09,11'],
  ['anning', '102.5,24.93,10.6'],
  ['water-works', '102.98,25.47,9.4'],
  ['dongchuan', '103.1,26,8.6'],
  ['metro-8-selected', '102.73,25.02,10.8', '&p=metro-8'],
  ['rings-english', '102.72,25.0,10.4', '&lang=en'],
  ['airport-turned', '102.92,25.09,10.6,40'],
];

/** Windows in which the map has these pictures: a desk of which it takes the right, a phone that it fills. */
const WINDOWS = { desk: { width: 860, height: 270 }, phone: { width: 290, height: 303 } } as const;

/**
 * Another machine has another Chromium, another rasteriser of glyphs and other hinting, so single pixels at edges
 * differ while nothing has changed. Little more than that is let through: with ten times as much, a sparse map passed
 * for another one.
 */
const TOLERANCE = { maxDiffPixelRatio: 0.002, threshold: 0.1 } as const;

/** Only the map: what lies on it has tests of its own and changes with the words. */
const MAP_ONLY = '#map > :not(.map-canvas), #text, [data-card], header { visibility: hidden !important }';

// The policy of the page would not let a test hide anything either.
test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' }, colorScheme: 'light' });

for (const [name, camera, more = ''] of CAMERAS) {
  test(`the map at ${name} looks as it did`, async ({ desk, page }) => {
    await page.setViewportSize(WINDOWS.desk);
    await desk.openWithMap(`?c=${camera}${more}`);
    await page.addStyleTag({ content: MAP_ONLY });
    const map = page.locator('.map-canvas');
    for (const [window, size] of Object.entries(WINDOWS)) {
      await page.setViewportSize(size);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await expect.soft(map).toHaveScreenshot(`${name}-${window}-${colorScheme}.png`, TOLERANCE);
      }
    }
  });
}

test('the map says what a click would ask about', async ({ desk, page }) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await desk.openWithMap('?c=102.745,25.0,12.5');
  const canvas = page.locator('.map-canvas canvas');
  await desk.pointAt(102.752, 25.002);
  await expect(canvas).toHaveCSS('cursor', 'pointer');
  // Bare land between two things of the plan: the old city lies nearly everywhere and does not answer.
  await desk.pointAt(102.722, 25.02);
  await expect(canvas).not.toHaveCSS('cursor', 'pointer');
});
