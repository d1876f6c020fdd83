import * as v from 'valibot';

import { LngLatSchema } from '../../contract/place';
import { LIST_SHAPES } from '../../importers/imported';
import { keepTab, readTab } from '../shared/tab-storage';
import { type CheckState, freshSource } from './check-session';

const KEY = 'tuce-check';

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

/** What was pasted and drawn in this tab, or only begun, before a reload. `open` may throw where storing is forbidden. */
export function readDraft(open: () => Storage): Partial<CheckState> {
  const kept = readTab(open, KEY, DraftSchema);
  if (!kept) return {};
  const sources = kept.sources.map(({ origin, name, text, listShape, chosen }, index) => {
    const files = [{ name, bytes: new TextEncoder().encode(text) }];
    return freshSource({ key: index + 1, origin, files, listShape, chosen });
  });
  return { draft: kept.draft, sources, begun: kept.begun };
}

/** Keeps what was pasted and drawn for a reload of this tab, if there is room. */
export function keepDraft(open: () => Storage, { draft, sources, begun }: CheckState): void {
  const kept = sources.flatMap(({ origin, files: [file], listShape, chosen }) =>
    (origin === 'paste' || origin === 'drawing') && file
      ? [{ origin, name: file.name, text: new TextDecoder().decode(file.bytes), listShape, chosen }]
      : [],
  );
  const nothing = kept.length === 0 && draft === '' && begun === null;
  keepTab(open, KEY, nothing ? null : { draft, sources: kept, begun });
}
