// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { bindHistory } from './history';
import { createStore, type Store } from './store';
import { INITIAL_STATE, type ViewState } from './view-state';

const LATER_MS = 1000;
let store: Store;
let unbind: () => void;
const push = vi.spyOn(window.history, 'pushState');
const replace = vi.spyOn(window.history, 'replaceState');
const counts = (): [pushed: number, replaced: number] => [push.mock.calls.length, replace.mock.calls.length];
const address = (): string => window.location.href.replace('http://localhost', '');
const camera = (zoom: number): ViewState['camera'] => ({ center: [102, 25], zoom, bearing: 0 });

/** What the browser does when its back button is pressed. */
function goBackTo(page: string): void {
  window.history.replaceState(null, '', `/sub/${page}`);
  replace.mockClear();
  window.dispatchEvent(new PopStateEvent('popstate'));
}

beforeEach(() => {
  vi.useFakeTimers();
  window.location.href = 'http://localhost/sub/';
  store = createStore(INITIAL_STATE);
  unbind = bindHistory(store, window, '/sub/');
  push.mockClear();
  replace.mockClear();
});
afterEach(() => {
  unbind();
  vi.useRealTimers();
});

describe('bindHistory', () => {
  it.each<Partial<ViewState>>([{ place: 'lake' }, { at: [102, 25] }, { pane: 'places' }, { plan: 'other' }])(
    'makes a step of %j that one can go back from, at once',
    (change) => {
      store.set(change);
      expect(counts()).toEqual([1, 0]);
      expect(address()).not.toBe('/sub/');
      vi.advanceTimersByTime(LATER_MS);
      expect(counts()).toEqual([1, 0]);
    },
  );

  it.each<Partial<ViewState>>([
    { lang: 'en' },
    { article: 3 },
    { camera: camera(9) },
    { hidden: ['rail'] },
    { themeMode: 'dark' },
  ])('only rewrites the address for %j', (change) => {
    store.set(change);
    vi.advanceTimersByTime(LATER_MS);
    expect(counts()).toEqual([0, 1]);
    expect(address()).not.toBe('/sub/');
  });

  it('rewrites once for many small changes, with the last of them', () => {
    for (let zoom = 5; zoom < 15; zoom += 0.5) store.set({ camera: camera(zoom) });
    expect(counts()).toEqual([0, 0]);
    vi.advanceTimersByTime(LATER_MS);
    expect(counts()).toEqual([0, 1]);
    expect(window.location.search).toBe('?c=102.0000,25.0000,14.5');
  });

  it('does not rewrite more than four times a second, however long a movement lasts', () => {
    for (let tick = 0; tick < 100; tick += 1) {
      store.set({ camera: camera(5 + tick / 10) });
      vi.advanceTimersByTime(20);
    }
    vi.advanceTimersByTime(LATER_MS);
    expect(counts()[1]).toBeGreaterThan(4);
    expect(counts()[1]).toBeLessThanOrEqual(8);
  });

  it('carries a waiting change along with a step and does not rewrite after it', () => {
    store.set({ lang: 'en' });
    store.set({ place: 'lake' });
    vi.advanceTimersByTime(LATER_MS);
    expect(counts()).toEqual([1, 0]);
    expect(address()).toBe('/sub/en/p/lake/');
  });

  it('keeps the path, so that the product works under any sub-path', () => {
    store.set({ place: 'lake' });
    expect(window.location.pathname).toBe('/sub/p/lake/');
    store.set({ place: null, pane: 'places' });
    expect(address()).toBe('/sub/?v=places');
  });

  it('puts a wrong link right without a step to go back to', () => {
    store.set({ place: null, plan: 'other' }, 'correction');
    vi.advanceTimersByTime(LATER_MS);
    expect(counts()).toEqual([0, 1]);
    expect(address()).toBe('/sub/plan/other/');
  });

  it('goes back to the page of a place', () => {
    store.set({ article: 3 });
    goBackTo('p/lake/?a=3');
    expect(store.get()).toMatchObject({ place: 'lake', article: 3 });
  });

  it('going back closes what was opened, and keeps the map, the reading place and how the desk was set', () => {
    store.set({ camera: camera(9) });
    store.set({ place: 'lake' });
    store.set({ lang: 'en', themeMode: 'dark', hidden: ['rail'], article: 12 });
    goBackTo('?a=3&c=1.0000,2.0000,3');
    expect(store.get()).toEqual({
      ...INITIAL_STATE,
      article: 12,
      camera: camera(9),
      lang: 'en',
      themeMode: 'dark',
      hidden: ['rail'],
    });
  });

  it('going back to another plan takes its article from the address', () => {
    store.set({ article: 12 });
    goBackTo('?plan=other&a=3');
    expect(store.get()).toMatchObject({ plan: 'other', article: 3 });
  });

  it('makes no new step of going back', () => {
    store.set({ place: 'lake' });
    push.mockClear();
    goBackTo('');
    vi.advanceTimersByTime(LATER_MS);
    expect(push).not.toHaveBeenCalled();
    expect(store.get().place).toBeNull();
    store.set({ place: 'lake' });
    expect(push).toHaveBeenCalledOnce();
  });

  it('does nothing any more once untied', () => {
    store.set({ lang: 'en' });
    unbind();
    vi.advanceTimersByTime(LATER_MS);
    store.set({ place: 'lake' });
    vi.advanceTimersByTime(LATER_MS);
    expect(counts()).toEqual([0, 0]);
    goBackTo('?a=3');
    expect(store.get().article).toBeNull();
  });
});
