import { useMemo } from 'react';

import type { MapSurface } from '../state/map-surface';
import type { Stop } from './shared/sheet-stops';
import { PHONE, useMedia } from './shared/use-media';

/** Where a card covers the map of a phone, this share of the window lies under it. */
const CARD_SHARE = 0.52;

/** The edges of the map that sheet and card cover, in pixels. */
export function useMapPadding(stop: Stop, card: boolean): MapSurface['padding'] {
  const phone = useMedia(PHONE);
  // A phone that is turned has another height of window.
  const portrait = useMedia('(orientation: portrait)');
  return useMemo(() => {
    if (!phone) return { top: 60, right: card ? 400 : 60, bottom: 60, left: 60 };
    const style = getComputedStyle(document.documentElement);
    // Behind the highest stop there is no map to be seen, and nothing to move it for.
    const sheet = style.getPropertyValue(stop === 'peek' ? '--sheet-peek' : '--sheet-half');
    const coveredPx = card ? window.innerHeight * CARD_SHARE : Number.parseFloat(sheet) || 0;
    return { top: 84, right: 24, bottom: coveredPx + 24, left: 24 };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the heights that are read depend on it
  }, [phone, portrait, stop, card]);
}
