import type { DrawnFeature, DrawnFileName, PlanGeometry } from '../../src/contract/features';
import type { Entry, Words } from '../../src/lint/check';
import type { Mention, Plan } from '../../src/contract/plan';
import type { Place, Source, Theme } from '../../src/contract/place';
import type { AmbiguousMention } from '../../src/policy/find-mentions';
import type { DocumentForm, ParsedDocument } from '../../src/policy/parse/parse-document';
import type { ParseProblem } from '../../src/policy/parse/parse-problem';
import type { Problem } from '../../src/lint/problem';

/** What the pipeline knows after reading `seeds/<plan>` and `geo/<plan>`. */
export interface ReadPlan {
  plan: Plan;
  planFile: string;
  documentFile: string;
  source: string;
  form: DocumentForm;
  /** What was lost on the way from the file to its text. */
  sourceProblems: readonly ParseProblem[];
  sourceSha256: string;
  entries: Entry[];
  themes: Theme[];
  sources: Record<string, Source>;
  words: Words;
  /** Candidate places of the worksheet, if there is one, about which nobody has decided. */
  undecided: readonly string[];
  /** Empty: what is another plan's has been brought from there. */
  elsewhere: ReadonlySet<string>;
  /** Rows that did not fit the schema. Those features are not among the entries. */
  problems: Problem[];
}

export interface ParsedPlan extends ReadPlan {
  document: ParsedDocument;
}

export interface LinkedPlan extends ParsedPlan {
  mentions: Mention[];
  ambiguous: AmbiguousMention[];
}

export interface PlacedPlan extends LinkedPlan {
  /** Geometry by feature id, derived ones included. */
  geometries: Map<string, PlanGeometry>;
  places: Place[];
  drawn: Record<DrawnFileName, DrawnFeature[]>;
}
