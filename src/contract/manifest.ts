import * as v from 'valibot';

import { LocalizedSchema } from './localized';

/** `public/data/<plan>/manifest.json`: what the build wrote, so that a reader can tell whether it has all of it. */
export const ManifestSchema = v.strictObject({
  plan: v.string(),
  files: v.record(v.string(), v.strictObject({ bytes: v.number(), sha256: v.string() })),
  counts: v.strictObject({
    parts: v.number(),
    articles: v.number(),
    sentences: v.number(),
    places: v.number(),
    located: v.number(),
    mentions: v.number(),
  }),
  /**
   * What the map draws, once more as vector tiles (PMTiles, one layer to each drawn file): where a plan is too large to
   * be drawn from GeoJSON. `file` is one of `files`.
   */
  tiles: v.optional(v.strictObject({ file: v.string(), minzoom: v.number(), maxzoom: v.number() })),
});
export type Manifest = v.InferOutput<typeof ManifestSchema>;

/** `public/data/plans.json`: the plans of this build; the first is the default. */
export const PlanIndexSchema = v.strictObject({
  plans: v.pipe(v.array(v.strictObject({ id: v.string(), title: LocalizedSchema })), v.minLength(1)),
});
export type PlanIndex = v.InferOutput<typeof PlanIndexSchema>;
