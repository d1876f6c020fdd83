import * as v from 'valibot';

import {
  DefinitionSchema,
  EnglishNamesSchema,
  GROUND_CLASSES,
  HUES,
  IDEALISATIONS,
  LngLatSchema,
  NameFormSchema,
  PATTERNS,
  PLACE_KINDS,
  ProvenanceSchema,
  SameAsSchema,
  UnlocatedSchema,
} from './place';
import { LocalizedSchema } from './localized';

const PositionSchema = v.pipe(v.array(v.pipe(v.number(), v.finite())), v.minLength(2), v.maxLength(2));
const LineSchema = v.array(PositionSchema);

/** The geometry types the product ships, with their paths written as `path` says. */
export function geometryWith<P extends v.GenericSchema>(path: P) {
  const paths = v.array(path);
  return v.variant('type', [
    v.strictObject({ type: v.literal('Point'), coordinates: PositionSchema }),
    v.strictObject({ type: v.literal('MultiPoint'), coordinates: path }),
    v.strictObject({ type: v.literal('LineString'), coordinates: path }),
    v.strictObject({ type: v.literal('MultiLineString'), coordinates: paths }),
    v.strictObject({ type: v.literal('Polygon'), coordinates: paths }),
    v.strictObject({ type: v.literal('MultiPolygon'), coordinates: v.array(paths) }),
  ]);
}

/** Positions are WGS-84 longitude, latitude. */
export const GeometrySchema = geometryWith(LineSchema);
export type PlanGeometry = v.InferOutput<typeof GeometrySchema>;

/** Shares of the accuracy at which the steps of a soft edge end, the widest first; they lie on top of each other. */
export const BAND_SHARES = [1, 0.85, 0.7, 0.55, 0.4, 0.25] as const;

export const DERIVE_OPS = ['union', 'enclosed-by', 'subtract', 'intersect'] as const;
export const DeriveSchema = v.strictObject({
  op: v.picklist(DERIVE_OPS),
  of: v.pipe(v.array(v.string()), v.minLength(1)),
  minus: v.optional(v.array(v.string())),
});
export type Derive = v.InferOutput<typeof DeriveSchema>;

/** When a place is on the map: always, or only while it is selected or in the article being read. */
const DrawSchema = v.picklist(['always', 'on-demand']);

/** One feature of `geo/<plan>/places/*.geojson`; the fields are described in `geo/README.md`. */
export const GazetteerFeatureSchema = v.strictObject({
  type: v.literal('Feature'),
  id: v.string(),
  properties: v.strictObject({
    role: v.picklist(['place', 'part', 'ground']),
    name: LocalizedSchema,
    names: v.optional(v.array(NameFormSchema)),
    aliases: v.optional(v.array(v.string())),
    enNames: v.optional(EnglishNamesSchema),
    kind: v.optional(v.picklist(PLACE_KINDS)),
    theme: v.optional(v.string()),
    articles: v.optional(v.array(v.pipe(v.number(), v.integer(), v.minValue(0)))),
    partOf: v.optional(v.string()),
    impliedBy: v.optional(v.string()),
    sameAs: v.optional(SameAsSchema),
    idealisation: v.picklist(IDEALISATIONS),
    accuracyM: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))),
    source: ProvenanceSchema,
    unlocated: v.optional(UnlocatedSchema),
    derive: v.optional(DeriveSchema),
    draw: v.optional(DrawSchema),
    definition: v.optional(DefinitionSchema),
    ref: v.optional(v.string()),
    labelAt: v.optional(LngLatSchema),
    class: v.optional(v.picklist(GROUND_CLASSES)),
    rank: v.optional(v.number()),
    hue: v.optional(v.picklist(HUES)),
    pattern: v.optional(v.picklist(PATTERNS)),
  }),
  geometry: v.nullable(GeometrySchema),
});
export type GazetteerFeature = v.InferOutput<typeof GazetteerFeatureSchema>;

export const GazetteerFileSchema = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(v.unknown()),
});

/**
 * Properties of a drawn feature. Flat, because the map's expressions
 * read them. `mark` tells the style what the feature is for.
 */
export const DrawnFeatureSchema = v.strictObject({
  type: v.literal('Feature'),
  properties: v.strictObject({
    id: v.string(),
    /** The place it belongs to: itself, or what it is a part of. */
    owner: v.string(),
    mark: v.picklist(['shape', 'part', 'label', 'badge', 'band', 'ground']),
    hue: v.picklist(HUES),
    pattern: v.picklist(PATTERNS),
    theme: v.optional(v.string()),
    kind: v.optional(v.picklist(PLACE_KINDS)),
    draw: v.optional(DrawSchema),
    idealisation: v.picklist(IDEALISATIONS),
    accuracyM: v.number(),
    /** Points: `accuracyM` in pixels at zoom 0, at the point's latitude; × 2^zoom gives the true radius. */
    radiusPx0: v.optional(v.number()),
    zh: v.string(),
    en: v.string(),
    ref: v.optional(v.string()),
    class: v.optional(v.string()),
    rank: v.optional(v.number()),
  }),
  geometry: GeometrySchema,
});
export type DrawnFeature = v.InferOutput<typeof DrawnFeatureSchema>;

/** `public/data/<plan>/{ground,areas,bands,lines,points}.geojson` */
export const DrawnFileSchema = v.strictObject({
  type: v.literal('FeatureCollection'),
  features: v.array(DrawnFeatureSchema),
});
export type DrawnFile = v.InferOutput<typeof DrawnFileSchema>;

export const DRAWN_FILES = ['ground', 'areas', 'bands', 'lines', 'points'] as const;
export type DrawnFileName = (typeof DRAWN_FILES)[number];
/** Those that are short and have the names in them: a map that has them letters them while the others are on their way. */
export const FIRST_FILES = ['lines', 'points'] as const satisfies readonly DrawnFileName[];
