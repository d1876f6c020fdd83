import type { ViewState } from './view-state';

export interface Store {
  get: () => ViewState;
  /** Merges a change; subscribers hear of it only if a field really differs. */
  set: (change: Partial<ViewState>) => void;
  subscribe: (listener: () => void) => () => void;
}

/** Holds the view state. Knows nothing of the page; the composition root ties it to the address bar. */
export function createStore(initial: ViewState): Store {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      const next = { ...state, ...change };
      if ((Object.keys(change) as (keyof ViewState)[]).every((key) => Object.is(next[key], state[key]))) return;
      state = next;
      listeners.forEach((listener) => listener());
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
