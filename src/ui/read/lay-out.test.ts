// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { layOutInPieces } from './lay-out';

/** What waits for a moment of the browser, oldest first. */
let waiting: (() => void)[] = [];
const moment = (): void => waiting.shift()?.();
const laid = (): (string | undefined)[] => [...document.querySelectorAll('[data-laid]')].map(({ id }) => id);

/** A scroller at the top of the window with three articles, 100 px each before they are laid out and 150 px after. */
function page(scrolledPx: number): HTMLElement {
  document.body.innerHTML =
    '<div data-scroller><div id="text"><article id="a"></article><article id="b"></article><article id="c"></article></div></div>';
  const articles = [...document.querySelectorAll('article')];
  const heightOf = (article: HTMLElement): number => (article.dataset['laid'] === undefined ? 100 : 150);
  for (const [index, article] of articles.entries()) {
    Object.defineProperty(article, 'offsetHeight', { get: () => heightOf(article) });
    article.getBoundingClientRect = () => {
      const above = articles.slice(0, index).reduce((sum, one) => sum + heightOf(one), 0);
      return new DOMRect(0, above - scrolledPx, 300, heightOf(article));
    };
  }
  const text = document.querySelector<HTMLElement>('#text');
  const scroller = document.querySelector<HTMLElement>('[data-scroller]');
  if (!text || !scroller) throw new Error('there is no page');
  scroller.scrollTop = scrolledPx;
  return text;
}

describe('layOutInPieces', () => {
  beforeEach(() => {
    waiting = [];
    vi.stubGlobal('requestIdleCallback', (act: () => void) => waiting.push(act));
    vi.stubGlobal('cancelIdleCallback', () => (waiting = []));
  });
  afterEach(() => vi.unstubAllGlobals());

  it('lays out one article whenever there is time, in their order', () => {
    layOutInPieces(page(0));
    expect(laid()).toEqual([]);
    moment();
    expect(laid()).toEqual(['a']);
    moment();
    moment();
    expect(laid()).toEqual(['a', 'b', 'c']);
    moment();
    expect(waiting).toEqual([]);
  });

  it('waits while the document is hidden', async () => {
    const text = page(0);
    const scroller = text.closest<HTMLElement>('[data-scroller]');
    layOutInPieces(text);
    moment();
    scroller?.setAttribute('hidden', '');
    await Promise.resolve();
    moment();
    expect(laid()).toEqual(['a']);
    scroller?.removeAttribute('hidden');
    await Promise.resolve();
    moment();
    expect(laid()).toEqual(['a', 'b']);
  });

  it('ends when it is told to', () => {
    const end = layOutInPieces(page(0));
    moment();
    end();
    moment();
    expect(laid()).toEqual(['a']);
  });

  it('keeps the line before the reader where it is, unless the browser does', () => {
    for (const [holds, after] of [
      [false, 350],
      [true, 250],
    ] as const) {
      vi.stubGlobal('CSS', { supports: () => holds });
      const text = page(250);
      layOutInPieces(text);
      for (let step = 0; step < 3; step += 1) moment();
      expect(text.closest('[data-scroller]')?.scrollTop).toBe(after);
    }
  });
});
