import * as v from 'valibot';

import { GeometrySchema } from '../../../src/contract/features';

const text = v.pipe(v.string(), v.nonEmpty());
const scalar = v.union([v.string(), v.number(), v.null()]);

const COMPARISON_KINDS = ['line-to-line', 'point-to-line', 'ring-to-ring', 'point-to-point'] as const;

/** A reference that is no source of the gazetteer, cited in the report in the same way. */
const OtherReferenceSchema = v.strictObject({ id: text, title: text, publisher: text, licence: text });

/** One comparison of something drawn with a reference. */
const ComparisonSchema = v.strictObject({
  /** Id of a feature, several ids, or `class:<class of the background>`. Points of several features make one row. */
  feature: v.union([text, v.pipe(v.array(text), v.minLength(1))]),
  /** File in the folder of references; one of `references`. */
  reference: text,
  /** Only the reference's features with these properties; a list means any of these values. */
  where: v.optional(v.record(v.string(), v.union([scalar, v.array(scalar)]))),
  kind: v.picklist(COMPARISON_KINDS),
  /** Property of the reference that must bear the Chinese name of the feature. */
  nameIn: v.optional(text),
  /** Which of the two is sampled; the reference where it covers only a part of what is drawn. */
  sample: v.optional(v.picklist(['drawn', 'reference'])),
  /** The reference covers the feature only in part, so that far samples may be uncovered rather than wrong. */
  partial: v.optional(v.boolean()),
  note: v.optional(text),
});
export type Comparison = v.InferOutput<typeof ComparisonSchema>;

/** A length in kilometres or an area in square kilometres that somebody published. */
const PublishedSchema = v.strictObject({
  feature: text,
  lengthKm: v.optional(v.pipe(v.number(), v.gtValue(0))),
  areaKm2: v.optional(v.pipe(v.number(), v.gtValue(0))),
  /** Id of `sources.json`. */
  from: text,
  note: v.optional(text),
});
export type Published = v.InferOutput<typeof PublishedSchema>;

/** `geo/<plan>/report.json`: what of a gazetteer is compared with what. */
export const ReportFileSchema = v.strictObject({
  /** By file name: what the file is, as an id of `sources.json` or in words. */
  references: v.record(v.string(), v.union([v.strictObject({ source: text }), OtherReferenceSchema])),
  groups: v.array(v.strictObject({ title: text, note: v.optional(text), comparisons: v.array(ComparisonSchema) })),
  published: v.array(PublishedSchema),
  /** Why the others were not compared; estimates and derived features need no entry. */
  notCompared: v.array(v.strictObject({ features: v.array(text), why: text })),
});
export type ReportFile = v.InferOutput<typeof ReportFileSchema>;

/** A file of references: GeoJSON in WGS-84. */
export const ReferenceSchema = v.object({
  features: v.array(v.object({ properties: v.record(v.string(), v.unknown()), geometry: GeometrySchema })),
});
export type Reference = v.InferOutput<typeof ReferenceSchema>['features'][number];
