import * as v from 'valibot';

import { DaySchema, LANGS, LocalizedSchema } from './localized';
import { BboxSchema } from './place';

/** `seeds/<plan>/plan.json`: what is known about the document itself. */
export const PlanSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'kebab-case')),
  /** In which language the document itself is written; Chinese unless it says otherwise. One in English has no translation. */
  language: v.optional(v.picklist(LANGS)),
  title: LocalizedSchema,
  shortTitle: LocalizedSchema,
  issuers: v.array(LocalizedSchema),
  adopted: DaySchema,
  published: DaySchema,
  publisher: LocalizedSchema,
  sourceUrls: v.array(v.pipe(v.string(), v.url())),
  /** File name of the document in the same folder. */
  document: v.string(),
  /** SHA-256 of that file, hex. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
  /** Id of the place that is the area the plan speaks of. */
  coverage: v.string(),
  /** Place among the plans of a site, the first being the one at its root; plans without one follow by id. */
  rank: v.optional(v.number()),
  /** What the map shows before anyone has asked for anything. */
  frame: BboxSchema,
  /** Map approval number (审图号); `null` until one is granted. */
  mapApprovalNo: v.nullable(v.string()),
  /** Address for reports of errors; `null` leaves it to the reporter whom to write to. */
  contact: v.nullable(v.pipe(v.string(), v.email())),
  rights: LocalizedSchema,
  /**
   * Faults of the document itself, such as a number that it uses twice, which its editors have looked at: paragraph and
   * reason as the linter names them, and what is the matter.
   */
  irregularities: v.optional(
    v.array(v.strictObject({ paragraph: v.number(), reason: v.string(), note: LocalizedSchema })),
  ),
});
export type Plan = v.InferOutput<typeof PlanSchema>;

export const DIVISION_KINDS = ['head', 'preamble', 'part', 'article', 'sentence'] as const;

/**
 * One piece of the document. Leaves (`head` lines and `sentence`s) and the headings of parts and articles, read in
 * order, are the whole document, character by character.
 *
 * `start` and `end` are offsets (UTF-16 code units, end exclusive) of `text` in the normalised document.
 */
export const DivisionSchema = v.strictObject({
  /** `h1`, `p0`, `p0.s1`, `p3`, `p3.2` (a section), `p3.a11`, `p3.a11.s4`, `x1` (an annex), `end` (signature, date). */
  id: v.string(),
  kind: v.picklist(DIVISION_KINDS),
  parent: v.nullable(v.string()),
  /**
   * Number of a part or an article as printed: `三`, `（十一）`, `第三条`. Where articles are numbered anew in every part,
   * with that of the part: `二（三）`. Text of a part outside of its articles has the part's.
   */
  label: v.nullable(v.string()),
  /** The same as a number, or where it is no number of its own one that the document does not use; `null` for the rest. */
  ordinal: v.nullable(v.number()),
  /** Verbatim: a head line, a heading with its label, or a sentence. Empty for the preamble, which has no heading. */
  text: v.string(),
  start: v.number(),
  end: v.number(),
});
export type Division = v.InferOutput<typeof DivisionSchema>;

/** A place where the text names a thing: `exact` is `document.slice(start, end)`. */
export const MentionSchema = v.strictObject({
  placeId: v.string(),
  divisionId: v.string(),
  exact: v.string(),
  start: v.number(),
  end: v.number(),
});
export type Mention = v.InferOutput<typeof MentionSchema>;

/** `public/data/<plan>/document.json` */
export const DocumentSchema = v.strictObject({
  plan: PlanSchema,
  /** SHA-256 of the normalised text. */
  textSha256: v.string(),
  divisions: v.array(DivisionSchema),
  mentions: v.array(MentionSchema),
});
export type PlanDocument = v.InferOutput<typeof DocumentSchema>;
