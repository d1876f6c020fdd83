import * as v from 'valibot';

import { DaySchema, LocalizedSchema } from './localized';

export const COMMITMENT_KINDS = ['target', 'project', 'prohibition', 'support', 'reform'] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];
export const DEADLINE_BASES = ['stated-year', 'computed-from-date', 'none'] as const;

/** One promise of the document. `quote` is verbatim; the summary is ours. */
export const CommitmentSchema = v.strictObject({
  id: v.string(),
  /** The sentence or heading that `quote` stands in. */
  division: v.string(),
  quote: v.pipe(v.string(), v.nonEmpty()),
  kind: v.picklist(COMMITMENT_KINDS),
  places: v.array(v.string()),
  scope: v.picklist(['city-wide', 'located', 'unlocated']),
  quantity: v.nullable(v.pipe(v.number(), v.finite())),
  unit: v.nullable(v.string()),
  deadline: v.nullable(DaySchema),
  /** The words of the document that set the deadline, vague ones too. */
  deadlineText: v.nullable(v.string()),
  deadlineBasis: v.picklist(DEADLINE_BASES),
  summary: LocalizedSchema,
});
export type Commitment = v.InferOutput<typeof CommitmentSchema>;

/** Which commitments to show; `null` leaves a question open. */
export interface CommitmentFilter {
  kind: CommitmentKind | null;
  /** Id of a theme that one of the commitment's places has. */
  theme: string | null;
  /** Id of a place that the commitment is about. */
  place: string | null;
  /** A deadline as a day, `vague` for words without a date, `none` for commitments without any. */
  due: string | null;
}

/** A filter that lets everything through. */
export const OPEN_FILTER: CommitmentFilter = { kind: null, theme: null, place: null, due: null };

/**
 * What a named publisher said at a date of a commitment, of one of its places, or of a place that no commitment is
 * about. Never mixed into the document's own text.
 */
export const ProgressSchema = v.pipe(
  v.strictObject({
    commitment: v.nullable(v.string()),
    place: v.nullable(v.string()),
    asOf: v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/u, 'a year, month or day')),
    statement: LocalizedSchema,
    publisher: v.pipe(v.string(), v.nonEmpty('a publisher')),
    url: v.nullable(v.pipe(v.string(), v.url())),
  }),
  v.check(({ commitment, place }) => commitment !== null || place !== null, 'a commitment or a place'),
);
export type Progress = v.InferOutput<typeof ProgressSchema>;

/** A word of the trade, explained. */
export const TermSchema = v.strictObject({
  term: v.pipe(v.string(), v.nonEmpty()),
  en: v.pipe(v.string(), v.nonEmpty()),
  note: LocalizedSchema,
});
export type Term = v.InferOutput<typeof TermSchema>;

/** `public/data/<plan>/commitments.json` */
export const CommitmentsSchema = v.strictObject({
  commitments: v.array(CommitmentSchema),
  progress: v.array(ProgressSchema),
  /** Words of the trade, in the order of the table. */
  glossary: v.array(TermSchema),
});
export type Commitments = v.InferOutput<typeof CommitmentsSchema>;

/** `public/data/<plan>/english.json`: our unofficial translation by division. */
export const EnglishSchema = v.strictObject({
  translation: v.record(v.string(), v.string()),
});
export type English = v.InferOutput<typeof EnglishSchema>;
