import type { Commitment, Progress, Term } from '../contract/commitment';
import type { GazetteerFeature, PlanGeometry } from '../contract/features';
import type { Mention, Plan } from '../contract/plan';
import type { Place, Source, Theme } from '../contract/place';
import type { AmbiguousMention } from '../policy/find-mentions';
import type { ParsedDocument } from '../policy/parse/parse-document';
import type { Problem } from './problem';

/** A feature of the gazetteer with the file it stands in. */
export interface Entry {
  file: string;
  feature: GazetteerFeature;
}

/** The tables of `seeds/<plan>/` that are ours. */
export interface Words {
  commitments: Commitment[];
  progress: Progress[];
  translation: { division: string; text: string }[];
  glossary: Term[];
  problems: Problem[];
}

/** What the rules here look at: a plan on its way through the pipeline, or one that somebody is writing in the browser. */
export interface LintDraft {
  plan: Plan;
  planFile: string;
  documentFile: string;
  document: ParsedDocument;
  /** Of the document as it was read. */
  sourceSha256: string;
  entries: readonly Entry[];
  themes: readonly Theme[];
  sources: Readonly<Record<string, Source>>;
  mentions: readonly Mention[];
  ambiguous: readonly AmbiguousMention[];
  /** Geometry by feature id, derived ones included. */
  geometries: ReadonlyMap<string, PlanGeometry>;
  /** Ids of places that have their geometry from another plan which is not at hand. */
  elsewhere: ReadonlySet<string>;
  /** The features that are places or parts of places. */
  places: readonly Pick<Place, 'id' | 'name' | 'enNames'>[];
  words: Words;
  /** Candidate places of the worksheet, if there is one, about which nobody has decided. */
  undecided: readonly string[];
  /** What was found while reading. Rows and features that did not fit are not among the others. */
  problems: readonly Problem[];
}

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
  run: (draft: LintDraft) => Finding[];
}

/** What rules find, each finding with the code and the weight of its rule. */
export function runChecks(checks: readonly Check[], draft: LintDraft): Problem[] {
  return checks.flatMap(({ code, severity, run }) => run(draft).map((found) => ({ code, severity, ...found })));
}

/** A rule that looks at one feature at a time. */
export function featureCheck(
  code: string,
  rule: string,
  find: (entry: Entry, draft: LintDraft) => { message: string; fix: string }[],
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
