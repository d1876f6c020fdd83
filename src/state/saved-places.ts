import * as v from 'valibot';

import { LngLatSchema } from '../contract/place';

const KEY = 'tuce.near.saved';
export const MOST_SAVED = 10;

const SavedPlaceSchema = v.strictObject({ name: v.pipe(v.string(), v.nonEmpty()), at: LngLatSchema });
/** A spot that its visitor asked this browser to keep. */
export type SavedPlace = v.InferOutput<typeof SavedPlaceSchema>;
const SavedPlacesSchema = v.pipe(v.array(SavedPlaceSchema), v.maxLength(MOST_SAVED));

/** Why spots could not be read or kept. */
export type SaveFault = 'full' | 'forbidden' | 'unreadable';
export type Saved = { ok: true; places: readonly SavedPlace[] } | { ok: false; reason: SaveFault };

/** The spots kept in a browser; none before the visitor has saved one. `open` may throw where storing is forbidden. */
export function readSaved(open: () => Storage): Saved {
  let text: string | null;
  try {
    text = open().getItem(KEY);
  } catch {
    // Private windows and strict settings refuse; the visitor is told when they want to save.
    return { ok: false, reason: 'forbidden' };
  }
  if (text === null) return { ok: true, places: [] };
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), SavedPlacesSchema), text);
  return parsed.success ? { ok: true, places: parsed.output } : { ok: false, reason: 'unreadable' };
}

/** Keeps spots in a browser, and nothing at all once there are none. */
export function writeSaved(open: () => Storage, places: readonly SavedPlace[]): Saved {
  try {
    const storage = open();
    if (places.length === 0) storage.removeItem(KEY);
    else storage.setItem(KEY, JSON.stringify(places));
    return { ok: true, places };
  } catch (error) {
    const full = error instanceof DOMException && /quota/iu.test(error.name);
    return { ok: false, reason: full ? 'full' : 'forbidden' };
  }
}
