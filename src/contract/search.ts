import * as v from 'valibot';

/** How a name is read aloud. */
export const ReadingSchema = v.pipe(
  v.strictObject({
    name: v.pipe(v.string(), v.nonEmpty()),
    /** Pinyin without tones (`ü` is `v`), one syllable for each character of the name; `''` for one not spoken. */
    syllables: v.array(v.pipe(v.string(), v.regex(/^[a-z0-9]*$/u))),
  }),
  v.check(({ name, syllables }) => [...name].length === syllables.length, 'one syllable for each character'),
);
export type Reading = v.InferOutput<typeof ReadingSchema>;

/** `public/data/<plan>/search.json`: what finding needs and a browser cannot work out; readings by place id. */
export const SearchDataSchema = v.strictObject({ readings: v.record(v.string(), v.array(ReadingSchema)) });
export type SearchData = v.InferOutput<typeof SearchDataSchema>;
