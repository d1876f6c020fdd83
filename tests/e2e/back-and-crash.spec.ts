import { expect, test as base } from '@playwright/test';
import * as v from 'valibot';

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

const ADDRESS = '?v=check&c=102.708,25.036,14';
const button = (text: string): string =>
  `[...document.querySelectorAll('#root button')].findLast((one) => one.textContent.trim() === '${text}')`;
const says = (text: string): string => `document.body.innerText.includes('${text}')`;
const field = "document.querySelector('#text textarea')";
const answered = 'document.querySelector(\'#text [data-list="concerned"]\')';
const idle = "document.querySelector('.map-canvas[data-idle]')";

async function press(tab: RawTab, text: string): Promise<void> {
  await tab.until(`${button(text)} && !${button(text)}.disabled`);
  await tab.value(`${button(text)}.click()`);
}

/** Clicks the map so many pixels beside its middle. */
async function touchMap(tab: RawTab, x: number, y: number): Promise<void> {
  const middle = await tab.value(`(() => {
    const { left, top, width, height } = document.querySelector('.map-canvas').getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  })()`);
  const [left, top] = v.parse(v.tuple([v.number(), v.number()]), middle);
  await tab.click(left + x, top + y);
}

/** Writes something that is not asked yet, and begins a line with two corners. */
async function begin(tab: RawTab): Promise<void> {
  await tab.until(idle);
  await press(tab, '粘贴坐标或文字');
  await tab.until(field);
  await tab.value(`(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(${field}, '102.7, 25.03');
    ${field}.dispatchEvent(new Event('input', { bubbles: true }));
  })()`);
  await press(tab, '线');
  await tab.until(says('0 个点'));
  await touchMap(tab, -60, -60);
  await tab.until(says('1 个点'));
  await touchMap(tab, 60, -60);
  await tab.until(says('2 个点'));
}

/** Goes on with the line, has it answered, and finds what was written. */
async function goOn(tab: RawTab): Promise<void> {
  await touchMap(tab, 60, 60);
  await tab.until(says('3 个点'));
  await press(tab, '画完');
  await tab.until(answered);
  await press(tab, '收起画笔');
  await press(tab, '‹ 返回');
  // What is written keeps its field open.
  await tab.until(field);
  expect(await tab.value(`${field}.value`)).toBe('102.7, 25.03');
}

test('a tab that comes back as it was left goes on: text, map, drawing, worker', async ({ tab, baseURL }) => {
  await tab.go(`${baseURL ?? ''}/${ADDRESS}`);
  await begin(tab);
  await tab.value(
    "window.kept = 'this very page'; addEventListener('pageshow', (event) => (window.came = event.persisted))",
  );

  await tab.go(`${baseURL ?? ''}/privacy/`);
  await tab.until("location.pathname === '/privacy/' && document.readyState === 'complete'");
  await tab.value('setTimeout(() => history.back())');
  await tab.until("location.pathname === '/'");
  // Where the browser did not keep the page it says why.
  expect(await tab.value("performance.getEntriesByType('navigation')[0].notRestoredReasons")).toBeNull();
  expect(await tab.value('[window.kept, window.came]')).toEqual(['this very page', true]);

  await goOn(tab);
  const before = await tab.value('location.search');
  await tab.value("document.querySelector('.map-canvas canvas').focus()");
  for (const type of ['keyDown', 'keyUp'])
    await tab.send('Input.dispatchKeyEvent', {
      type,
      key: 'ArrowRight',
      code: 'ArrowRight',
      windowsVirtualKeyCode: 39,
    });
  await tab.until(`location.search !== ${JSON.stringify(before)}`);
  await press(tab, '文件');
  await tab.until('document.querySelector(\'article[data-article="11"]\')');
  expect(tab.deaths()).toBe(0);
});

test('a page that dies has what was written and the drawing that was begun when it is loaded again', async ({
  tab,
  baseURL,
}) => {
  await tab.go(`${baseURL ?? ''}/${ADDRESS}`);
  await begin(tab);
  // It never answers this.
  void tab.send('Page.crash').catch(() => undefined);
  await expect.poll(tab.deaths).toBe(1);
  await tab.send('Page.reload');
  await tab.until(says('2 个点'));
  await tab.until(idle);
  await goOn(tab);
});
