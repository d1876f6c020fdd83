import { useState } from 'react';

import { readSaved, type SaveFault, type SavedPlace, writeSaved } from '../../state/saved-places';

export interface Kept {
  places: readonly SavedPlace[];
  /** What became of the last wish. */
  said: SaveFault | 'kept' | 'ten-already' | null;
  /** Keeps a new list; `null` says that there is no room. True if it was kept. */
  save: (places: readonly SavedPlace[] | null) => boolean;
}

/** The spots kept in this browser. Nothing is written before the visitor asks for it. */
export function useKept(): Kept {
  const storage = (): Storage => window.localStorage;
  const [{ places, said }, setKept] = useState<Omit<Kept, 'save'>>(() => {
    const read = readSaved(storage);
    if (read.ok) return { places: read.places, said: null };
    // Where storing is forbidden there is nothing to say until the visitor wants to.
    return { places: [], said: read.reason === 'unreadable' ? 'unreadable' : null };
  });
  return {
    places,
    said,
    save: (next) => {
      if (next === null) {
        setKept({ places, said: 'ten-already' });
        return false;
      }
      const written = writeSaved(storage, next);
      setKept(
        written.ok
          ? { places: next, said: next.length > places.length ? 'kept' : null }
          : { places, said: written.reason },
      );
      return written.ok;
    },
  };
}
