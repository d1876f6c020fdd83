import { parseDocument } from '../../../src/policy/parse/parse-document';
import type { ParsedPlan, ReadPlan } from '../draft';

/** Document → division tree. */
export function parseStep(draft: ReadPlan): ParsedPlan {
  const document = parseDocument(draft.source, draft.form);
  return { ...draft, document: { ...document, problems: [...draft.sourceProblems, ...document.problems] } };
}
