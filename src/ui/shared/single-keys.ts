import { useSyncExternalStore } from 'react';

/**
 * Shortcuts of a single character work until the visitor switches them off (WCAG 2.1.4); only then is anything
 * remembered on the device.
 */
const KEY = 'tuce-single-keys';
/** What asks the page for the list of keys. */
export const SHOW_KEYS = 'tuce:show-keys';

/** Shows the list of keys, from wherever a button for it stands. */
export function showKeys(): void {
  window.dispatchEvent(new Event(SHOW_KEYS));
}

const listeners = new Set<() => void>();
let on = remembered();

/** Whether shortcuts of a single character work now. */
export function singleKeysOn(): boolean {
  return on;
}

export function setSingleKeys(next: boolean): void {
  on = next;
  try {
    if (next) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch (error) {
    console.info('the choice of shortcuts holds for this visit only:', error);
  }
  listeners.forEach((listener) => listener());
}

/** Whether shortcuts of a single character work, followed. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, singleKeysOn, () => true);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function remembered(): boolean {
  try {
    return globalThis.localStorage?.getItem(KEY) !== 'off';
  } catch {
    // A browser that keeps nothing remembers no change either.
    return true;
  }
}
