import { useLayoutEffect } from 'react';

import { singleKeysOn } from '../shared/single-keys';

/** `n` and `p` go from place to place in reading order, except while something is being typed or chosen. */
export function usePlaceKeys(step: (by: 1 | -1) => void): void {
  // Whoever sees the page may press a key at once.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing || !singleKeysOn()) return;
      const { target } = event;
      if (target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable], dialog')) return;
      if (event.key === 'n') step(1);
      else if (event.key === 'p') step(-1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [step]);
}
