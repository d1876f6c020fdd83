/** Where a browser cannot say when it has time. */
const PAUSE_MS = 60;

/** What goes before all that can wait; `null` where nothing does. */
let first: Promise<unknown> | null = null;

/** Has everything that can wait wait for this: what seems to be time to spare is then only a pause in it. */
export function goesFirst(work: Promise<unknown>): void {
  first = work;
}

/** Has something done once the browser has time for it; returns how to call it off. */
export function whenIdle(act: () => void): () => void {
  if (!first) return ask(act);
  let off = false;
  let callOff = (): void => {
    off = true;
  };
  const come = async (): Promise<void> => {
    await first;
    first = null;
    if (!off) callOff = ask(act);
  };
  void come();
  return () => callOff();
}

function ask(act: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const asked = window.requestIdleCallback(() => act());
    return () => window.cancelIdleCallback(asked);
  }
  const timer = setTimeout(act, PAUSE_MS);
  return () => clearTimeout(timer);
}
