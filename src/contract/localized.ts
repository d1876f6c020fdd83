import * as v from 'valibot';

/** A text in the two languages of the product. `zh` is the original, `en` is ours and unofficial. */
export const LocalizedSchema = v.strictObject({
  zh: v.pipe(v.string(), v.nonEmpty()),
  en: v.pipe(v.string(), v.nonEmpty()),
});
export type Localized = v.InferOutput<typeof LocalizedSchema>;

/** Languages of the interface. */
export const LANGS = ['zh', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** A calendar day, `YYYY-MM-DD`. */
export const DaySchema = v.pipe(v.string(), v.isoDate());
