import type { ViewState } from './view-state';

/** Who changed the view: somebody, or the product that puts a wrong link right, which nobody wants to go back to. */
export type Change = 'visitor' | 'correction';

export interface Store {
  get: () => ViewState;
  /** Merges a change; subscribers hear of it only if a field really differs. */
  set: (change: Partial<ViewState>, by?: Change) => void;
  subscribe: (listener: (by: Change) => void) => () => void;
}

/** Holds the view state. Knows nothing of the page; the composition root ties it to the address bar. */
export function createStore(initial: ViewState): Store {
  let state = initial;
  const listeners = new Set<(by: Change) => void>();
  return {
    get: () => state,
    set: (change, by = 'visitor') => {
      const next = { ...state, ...change };
      if ((Object.keys(change) as (keyof ViewState)[]).every((key) => Object.is(next[key], state[key]))) return;
      state = next;
      listeners.forEach((listener) => listener(by));
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
