import * as v from 'valibot';

import { DaySchema, LocalizedSchema } from './localized';

const finite = v.pipe(v.number(), v.finite());
export const LngLatSchema = v.tuple([finite, finite]);
/** WGS-84 longitude, latitude in degrees. */
export type LngLat = v.InferOutput<typeof LngLatSchema>;

export const BboxSchema = v.tuple([finite, finite, finite, finite]);
/** West, south, east, north in WGS-84 degrees. */
export type Bbox = v.InferOutput<typeof BboxSchema>;

export const PLACE_KINDS = ['zone', 'overlay', 'line', 'point', 'whole-plan'] as const;
export const IDEALISATIONS = ['exact', 'indicative', 'schematic'] as const;
export const METHODS = ['published-coordinates', 'converted', 'digitised', 'derived', 'estimated'] as const;
export const UNLOCATED_REASONS = [
  'site-not-published',
  'generic',
  'programme',
  'outside-plan',
  'not-mappable',
] as const;
export type UnlocatedReason = (typeof UNLOCATED_REASONS)[number];
export const GROUND_CLASSES = [
  'district',
  'lake',
  'river',
  'metro-line',
  'metro-station',
  'railway',
  'railway-station',
  'expressway',
  'main-road',
  'town',
] as const;

/** Colour slots of the palette; which theme has which is the plan's to say. */
export const HUES = [
  'brick',
  'indigo',
  'ochre',
  'sage',
  'teal',
  'plum',
  'slate',
  'azure',
  'ink',
  'umber',
  'grey',
  'coral',
  'violet',
  'gold',
  'cobalt',
  'jade',
] as const;
export type Hue = (typeof HUES)[number];

/** Fill patterns, so that no theme rests on colour alone. */
export const PATTERNS = [
  'slash',
  'backslash',
  'vertical',
  'horizontal',
  'dots',
  'grid',
  'dense',
  'medium',
  'sparse',
  'none',
] as const;
export type Pattern = (typeof PATTERNS)[number];

/** How we know where a thing is. */
export const ProvenanceSchema = v.strictObject({
  method: v.picklist(METHODS),
  /** Ids of `sources.json`. */
  from: v.pipe(v.array(v.string()), v.minLength(1)),
  on: DaySchema,
  note: v.optional(LocalizedSchema),
});
export type Provenance = v.InferOutput<typeof ProvenanceSchema>;

export const UnlocatedSchema = v.strictObject({
  reason: v.picklist(UNLOCATED_REASONS),
  note: LocalizedSchema,
});

/** The quoted definition of a place; `text` is verbatim, `en` is ours. */
export const DefinitionSchema = v.strictObject({
  text: v.string(),
  from: v.string(),
  en: v.optional(v.string()),
});

/** A form by which the text names a place, with the characters that must stand beside it. */
export const NameFormSchema = v.strictObject({
  text: v.pipe(v.string(), v.nonEmpty()),
  articles: v.optional(v.array(v.number())),
  before: v.optional(v.string()),
  after: v.optional(v.string()),
});
export type NameForm = v.InferOutput<typeof NameFormSchema>;

/** A place of another plan that is the same thing: `<plan>/<place>`. */
export const SameAsSchema = v.pipe(v.string(), v.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/u, '<plan>/<place>'));

/** Further forms by which our English translation names a place, beside its English name. */
export const EnglishNamesSchema = v.array(v.pipe(v.string(), v.nonEmpty()));

const described = {
  id: v.string(),
  name: LocalizedSchema,
  kind: v.picklist(PLACE_KINDS),
  theme: v.string(),
  idealisation: v.picklist(IDEALISATIONS),
  accuracyM: v.nullable(v.pipe(finite, v.minValue(0))),
  source: ProvenanceSchema,
  ref: v.optional(v.string()),
};

/** A place as the app knows it (`places.json`). Its geometry is in one of the layer files. */
export const PlaceSchema = v.strictObject({
  ...described,
  role: v.picklist(['place', 'part']),
  hue: v.picklist(HUES),
  aliases: v.array(v.string()),
  enNames: v.optional(EnglishNamesSchema),
  articles: v.array(v.number()),
  partOf: v.optional(v.string()),
  impliedBy: v.optional(v.string()),
  sameAs: v.optional(SameAsSchema),
  members: v.optional(v.array(v.string())),
  unlocated: v.optional(UnlocatedSchema),
  definition: v.optional(DefinitionSchema),
  bbox: v.nullable(BboxSchema),
  labelAt: v.nullable(LngLatSchema),
  /** Computed from the drawn geometry on the ellipsoid; absent where it has none. */
  areaKm2: v.optional(finite),
  lengthKm: v.optional(finite),
});
export type Place = v.InferOutput<typeof PlaceSchema>;

/** `sources.json`: one cited source. */
export const SourceSchema = v.strictObject({
  title: v.string(),
  publisher: v.string(),
  url: v.nullable(v.string()),
  date: v.nullable(v.string()),
  licence: v.string(),
  /** Words that the licence wants on the map itself. */
  attribution: v.optional(v.string()),
  note: v.optional(v.string()),
});
export type Source = v.InferOutput<typeof SourceSchema>;

/** `layers.json`: one theme. Order in the file is order in the legend. */
export const ThemeSchema = v.strictObject({
  id: v.string(),
  letter: v.string(),
  stem: v.string(),
  name: LocalizedSchema,
  short: v.optional(LocalizedSchema),
  legend: LocalizedSchema,
  hue: v.picklist(HUES),
  pattern: v.picklist(PATTERNS),
});
export type Theme = v.InferOutput<typeof ThemeSchema>;

export const ThemesSchema = v.strictObject({ themes: v.array(ThemeSchema) });
export const SourcesSchema = v.record(v.string(), SourceSchema);

/** `public/data/<plan>/places.json` */
export const GazetteerSchema = v.strictObject({
  places: v.array(PlaceSchema),
  themes: v.array(ThemeSchema),
  sources: SourcesSchema,
});
export type Gazetteer = v.InferOutput<typeof GazetteerSchema>;
