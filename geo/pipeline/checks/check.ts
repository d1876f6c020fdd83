import type { Entry, PlacedPlan } from '../draft';
import type { Problem } from '../problem';

export interface Finding {
  file: string;
  id: string;
  message: string;
  fix: string;
}

/** One rule of the linter. Its code never changes its meaning and is never used again. */
export interface Check {
  code: string;
  severity: Problem['severity'];
  /** What the rule demands, one line for the reference page. */
  rule: string;
  run: (draft: PlacedPlan) => Finding[];
}

/** A rule that looks at one feature at a time. */
export function featureCheck(
  code: string,
  rule: string,
  find: (entry: Entry, draft: PlacedPlan) => { message: string; fix: string }[],
): Check {
  return {
    code,
    severity: 'error',
    rule,
    run: (draft) =>
      draft.entries.flatMap((entry) =>
        find(entry, draft).map((found) => ({ file: entry.file, id: entry.feature.id, ...found })),
      ),
  };
}
