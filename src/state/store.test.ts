import { describe, expect, it, vi } from 'vitest';

import { createStore } from './store';
import { INITIAL_STATE } from './view-state';

describe('the store', () => {
  it('merges a change and tells every subscriber once', () => {
    const store = createStore(INITIAL_STATE);
    const [one, two] = [vi.fn(), vi.fn()];
    store.subscribe(one);
    store.subscribe(two);
    store.set({ lang: 'en', article: 3 });
    expect(store.get()).toEqual({ ...INITIAL_STATE, lang: 'en', article: 3 });
    expect([one.mock.calls.length, two.mock.calls.length]).toEqual([1, 1]);
  });

  it('has the new state by the time it tells', () => {
    const store = createStore(INITIAL_STATE);
    const seen: (number | null)[] = [];
    store.subscribe(() => seen.push(store.get().article));
    store.set({ article: 1 });
    store.set({ article: 2 });
    expect(seen).toEqual([1, 2]);
  });

  it('keeps quiet, and the same object, when nothing differs', () => {
    const store = createStore(INITIAL_STATE);
    const listener = vi.fn();
    store.subscribe(listener);
    store.set({});
    store.set({ lang: 'zh', hidden: INITIAL_STATE.hidden });
    expect(listener).not.toHaveBeenCalled();
    expect(store.get()).toBe(INITIAL_STATE);
  });

  it('tells nobody who has left', () => {
    const store = createStore(INITIAL_STATE);
    const listener = vi.fn();
    store.subscribe(listener)();
    store.set({ article: 1 });
    expect(listener).not.toHaveBeenCalled();
  });

  it('never changes the initial state', () => {
    createStore(Object.freeze({ ...INITIAL_STATE })).set({ article: 1 });
    expect(INITIAL_STATE.article).toBeNull();
  });
});
