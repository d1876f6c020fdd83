import * as v from 'valibot';

import { LANGS, LocalizedSchema } from './localized';

/** What another plan of the same site says of a place that it shares. */
const OtherWordSchema = v.strictObject({
  plan: v.string(),
  /** The plan's short title. */
  title: LocalizedSchema,
  /** In which language its sentences are. */
  language: v.picklist(LANGS),
  /** Id of the place in that plan. */
  place: v.string(),
  name: LocalizedSchema,
  /** Sentences of that plan, verbatim, in reading order; none where it only implies the place. */
  said: v.array(
    v.strictObject({ article: v.number(), label: v.nullable(v.string()), division: v.string(), quote: v.string() }),
  ),
});
export type OtherWord = v.InferOutput<typeof OtherWordSchema>;

/** `public/data/<plan>/shared.json`: by place of this plan, what the other plans say of it. */
export const SharedSchema = v.strictObject({ places: v.record(v.string(), v.array(OtherWordSchema)) });
export type Shared = v.InferOutput<typeof SharedSchema>;
