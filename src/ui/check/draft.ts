import * as v from 'valibot';

import { LngLatSchema } from '../../contract/place';
import { LIST_SHAPES } from '../../importers/imported';
import { type CheckState, freshSource } from './check-session';

const KEY = 'tuce-check';
const MAX_LETTERS = 400_000;

const DraftSchema = v.object({
  draft: v.string(),
  begun: v.optional(
    v.nullable(v.object({ shape: v.picklist(['parcel', 'line', 'point']), corners: v.array(LngLatSchema) })),
    null,
  ),
  sources: v.array(
    v.object({
      origin: v.picklist(['paste', 'drawing']),
      name: v.string(),
      text: v.string(),
      listShape: v.nullable(v.picklist(LIST_SHAPES)),
      chosen: v.record(v.string(), v.object({ system: v.string(), yFirst: v.boolean() })),
    }),
  ),
});

/**
 * What was pasted and drawn in this tab, or only begun, before a reload. Another tab, and this one closed, know nothing of it. `open`
 * may throw where storing is forbidden.
 */
export function readDraft(open: () => Storage): Partial<CheckState> {
  try {
    const parsed = v.safeParse(DraftSchema, JSON.parse(open().getItem(KEY) ?? 'null'));
    if (!parsed.success) return {};
    const sources = parsed.output.sources.map(({ origin, name, text, listShape, chosen }, index) => {
      const files = [{ name, bytes: new TextEncoder().encode(text) }];
      return freshSource({ key: index + 1, origin, files, listShape, chosen });
    });
    const { draft, begun } = parsed.output;
    return { draft, sources, begun };
  } catch {
    // Storage may be switched off or hold another's words; then there is no draft.
    return {};
  }
}

/** Keeps what was pasted and drawn for a reload of this tab, if there is room. */
export function keepDraft(open: () => Storage, { draft, sources, begun }: CheckState): void {
  const kept = sources.flatMap(({ origin, files: [file], listShape, chosen }) =>
    (origin === 'paste' || origin === 'drawing') && file
      ? [{ origin, name: file.name, text: new TextDecoder().decode(file.bytes), listShape, chosen }]
      : [],
  );
  try {
    const storage = open();
    const text = JSON.stringify({ draft, sources: kept, begun });
    const nothing = kept.length === 0 && draft === '' && begun === null;
    if (nothing || text.length > MAX_LETTERS) storage.removeItem(KEY);
    else storage.setItem(KEY, text);
  } catch {
    // A full or forbidden storage loses nothing that is on the screen.
  }
}
