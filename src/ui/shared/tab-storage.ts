import * as v from 'valibot';

const MAX_LETTERS = 400_000;

/**
 * What a page of this tab has kept for a reload; another tab, and this one closed, know nothing of it. `null` where
 * there is nothing, or somebody else's. `open` may throw where storing is forbidden.
 */
export function readTab<S extends v.GenericSchema>(
  open: () => Storage,
  key: string,
  schema: S,
): v.InferOutput<S> | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(open().getItem(key) ?? 'null'));
    return parsed.success ? parsed.output : null;
  } catch {
    // Storage may be switched off or hold another's words; then there is nothing.
    return null;
  }
}

/** Keeps something for a reload of this tab, if there is room; `null` for what need not be kept. */
export function keepTab(open: () => Storage, key: string, value: unknown): void {
  try {
    const storage = open();
    const text = JSON.stringify(value);
    if (value === null || text.length > MAX_LETTERS) storage.removeItem(key);
    else storage.setItem(key, text);
  } catch {
    // A full or forbidden storage loses nothing that is on the screen.
  }
}
