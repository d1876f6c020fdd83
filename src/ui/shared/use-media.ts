import { useCallback, useSyncExternalStore } from 'react';

/** Where the desk becomes a map with a sheet; a phone that lies on its side has both side by side. The style sheets say the same. */
export const PHONE = '(max-width: 859px) and (orientation: portrait), (max-width: 559px)';

/** Whether a media query holds, followed. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
