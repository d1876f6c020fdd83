/** Where a browser cannot say when it has time. */
const PAUSE_MS = 60;

/** What goes before all that can wait; `null` where nothing does. */
let first: Promise<unknown> | null = null;

/**
 * Has everything that can wait wait until this has ended: what seems to be time to spare is then only a pause in it.
 * Ends with it.
 */
export async function goesFirst(work: Promise<unknown>): Promise<void> {
  first = work;
  await work;
  first = null;
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
