import { parseDocument } from '../../../src/policy/parse/parse-document';
import type { ParsedPlan, ReadPlan } from '../draft';

/** Document → division tree. */
export function parseStep(draft: ReadPlan): ParsedPlan {
  return { ...draft, document: parseDocument(draft.source) };
}
