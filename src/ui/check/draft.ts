import * as v from 'valibot';

import { LIST_SHAPES } from '../../importers/imported';
import { keepTab, readTab } from '../shared/tab-storage';
import { type CheckState, freshSource } from './check-session';

const KEY = 'tuce-check';

const DraftSchema = v.object({
  draft: v.string(),
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

/** What was pasted and drawn in this tab before a reload. `open` may throw where storing is forbidden. */
export function readDraft(open: () => Storage): Partial<CheckState> {
  const kept = readTab(open, KEY, DraftSchema);
  if (!kept) return {};
  const sources = kept.sources.map(({ origin, name, text, listShape, chosen }, index) => {
    const files = [{ name, bytes: new TextEncoder().encode(text) }];
    return freshSource({ key: index + 1, origin, files, listShape, chosen });
  });
  return { draft: kept.draft, sources };
}

/** Keeps what was pasted and drawn for a reload of this tab, if there is room. */
export function keepDraft(open: () => Storage, { draft, sources }: CheckState): void {
  const kept = sources.flatMap(({ origin, files: [file], listShape, chosen }) =>
    (origin === 'paste' || origin === 'drawing') && file
      ? [{ origin, name: file.name, text: new TextDecoder().decode(file.bytes), listShape, chosen }]
      : [],
  );
  keepTab(open, KEY, kept.length === 0 && draft === '' ? null : { draft, sources: kept });
}
