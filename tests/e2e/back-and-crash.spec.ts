import { expect, test as base } from '@playwright/test';

import { CHROMIUM_ARGS } from './chromium';
import { openRawTab, type RawTab } from './raw-tab';

/** A tab such as a visitor has: pages are kept for “back”, and the service worker is let in. */
const test = base.extend<{ tab: RawTab }>({
  // eslint-disable-next-line no-empty-pattern
  tab: async ({}, use) => {
    const tab = await openRawTab(CHROMIUM_ARGS, 1280, 900);
    await use(tab);
    await tab.end();
    expect(tab.complaints).toEqual([]);
  },
});

const button = (text: string): string =>
  `[...document.querySelectorAll('#text button, [role=toolbar] button, header button, nav button')].find((one) => one.textContent.trim() === '${text}')`;
const field = "document.querySelector('#text textarea')";
const answered = 'document.querySelector(\'#text [data-list="concerned"]\')';
const write = (text: string): string => `(() => {
  const field = ${field};
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, ${JSON.stringify(text)});
  field.dispatchEvent(new Event('input', { bubbles: true }));
})()`;

async function paste(tab: RawTab, text: string): Promise<void> {
  await tab.until(`${field} ?? ${button('粘贴坐标或文字')}`);
  await tab.value(`${field} ?? ${button('粘贴坐标或文字')}.click()`);
  await tab.until(field);
  await tab.value(write(text));
}

test('a tab that comes back as it was left goes on: text, map, drawing, worker', async ({ tab, baseURL }) => {
  await tab.go(`${baseURL ?? ''}/?v=check&c=102.708,25.036,14`);
  await tab.until("document.querySelector('.map-canvas[data-idle]')");
  await paste(tab, '102.700 E, 25.030 N WGS84');
  await tab.value(`${button('查')}.click()`);
  await tab.until(answered);
  await tab.value(
    "window.kept = 'this very page'; addEventListener('pageshow', (event) => (window.came = event.persisted))",
  );

  await tab.go(`${baseURL ?? ''}/privacy/`);
  await tab.until("location.pathname === '/privacy/' && document.readyState === 'complete'");
  await tab.value('history.back()').catch(() => undefined);
  await tab.until("location.pathname === '/'");
  const reasons = "JSON.stringify(performance.getEntriesByType('navigation')[0].notRestoredReasons)";
  console.log(await tab.value(reasons));
  await tab.until('window.came');
  expect(await tab.value('window.kept')).toBe('this very page');
});
