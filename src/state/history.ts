import type { Change, Store } from './store';
import { printUrl, readUrl, withinSite } from './url';
import type { ViewState } from './view-state';

/** Changes that a visitor would want to go back from; the rest only rewrites the address. */
const STEPS = ['place', 'at', 'pane', 'plan'] as const satisfies readonly (keyof ViewState)[];
/** Browsers refuse more than some hundred rewrites a minute. */
const REWRITE_MS = 250;

/**
 * Ties the view state to the address bar, both ways. `root` is the path of the site, with a slash at its end. Returns
 * a function that unties it.
 */
export function bindHistory(store: Store, win: Window, root: string): () => void {
  let written = store.get();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const address = (): string => `${root}${printUrl(store.get())}${win.location.hash}`;
  const rewrite = (): void => {
    timer = null;
    win.history.replaceState(null, '', address());
  };
  const unsubscribe = store.subscribe((by: Change) => {
    const next = store.get();
    const step = by === 'visitor' && STEPS.some((key) => next[key] !== written[key]);
    written = next;
    if (step) {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      win.history.pushState(null, '', address());
    } else timer ??= setTimeout(rewrite, REWRITE_MS);
  });
  const back = (): void => {
    const { state } = readUrl(withinSite(root, win.location));
    // Going back undoes what was opened, not how the visitor set the desk or how far they have read.
    const { camera, lang, themeMode, hidden, article, plan } = store.get();
    const kept = { camera, lang, themeMode, hidden };
    written = state.plan === plan ? { ...state, ...kept, article } : { ...state, ...kept };
    store.set(written);
  };
  win.addEventListener('popstate', back);
  return () => {
    unsubscribe();
    win.removeEventListener('popstate', back);
    if (timer !== null) clearTimeout(timer);
  };
}
