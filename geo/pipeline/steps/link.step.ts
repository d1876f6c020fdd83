import { findMentions } from '../../../src/policy/find-mentions';
import type { LinkedPlan, ParsedPlan } from '../draft';

/** Names of the gazetteer → mentions in the text. */
export function linkStep(draft: ParsedPlan): LinkedPlan {
  const named = draft.entries.map(({ feature }) => ({ id: feature.id, names: feature.properties.names ?? [] }));
  return { ...draft, ...findMentions(draft.document.text, draft.document.divisions, named) };
}
