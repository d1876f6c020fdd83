import type { GazetteerFeature, PlanGeometry } from '../contract/features';
import type { Mention, Plan } from '../contract/plan';
import type { Source, Theme } from '../contract/place';
import type { AmbiguousMention } from '../policy/find-mentions';
import type { Problem } from './problem';

/** A feature of the gazetteer with the file it stands in. */
export interface Entry {
  file: string;
  feature: GazetteerFeature;
}

/** What the rules here look at: a plan on its way through the pipeline, or one that somebody is writing in the browser. */
export interface LintDraft {
  plan: Plan;
  documentFile: string;
  entries: readonly Entry[];
  themes: readonly Theme[];
  sources: Readonly<Record<string, Source>>;
  mentions: readonly Mention[];
  ambiguous: readonly AmbiguousMention[];
  /** Geometry by feature id, derived ones included. */
  geometries: ReadonlyMap<string, PlanGeometry>;
}

export interface Finding {
  file: string;
  id: string;
  message: string;
  fix: string;
}

/** One rule of the linter. Its code never changes its meaning and is never used again. */
export interface Check<Draft = LintDraft> {
  code: string;
  severity: Problem['severity'];
  /** What the rule demands, one line for the reference page. */
  rule: string;
  run: (draft: Draft) => Finding[];
}

/** What rules find, each finding with the code and the weight of its rule. */
export function runChecks<Draft>(checks: readonly Check<Draft>[], draft: Draft): Problem[] {
  return checks.flatMap(({ code, severity, run }) => run(draft).map((found) => ({ code, severity, ...found })));
}

/** A rule that looks at one feature at a time. */
export function featureCheck<Draft extends Pick<LintDraft, 'entries'> = LintDraft>(
  code: string,
  rule: string,
  find: (entry: Entry, draft: Draft) => { message: string; fix: string }[],
): Check<Draft> {
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
