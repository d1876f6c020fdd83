import * as v from 'valibot';

import { ProgressSchema } from './commitment';
import { GeometrySchema } from './features';
import { LocalizedSchema } from './localized';
import { DefinitionSchema, IDEALISATIONS, PLACE_KINDS, UNLOCATED_REASONS } from './place';

/** Version of the form below; it changes when a field changes its meaning or goes away. */
export const EXTRACT_FORMAT = 'tuce-extract/1';

const finite = v.pipe(v.number(), v.finite());
const amount = v.pipe(finite, v.minValue(0));

/** A measured quantity with the bounds between which it lies, given how well the plan's data is known. */
export const RangeSchema = v.strictObject({ value: amount, min: amount, max: amount });
export type Range = v.InferOutput<typeof RangeSchema>;

/**
 * What holds of a site and a place:
 * - `inside`: all of the site lies in the place, wherever within its accuracy the place's edge runs;
 * - `part`: some of the site surely lies in the place;
 * - `holds`: the site surely contains some of the line, or the point;
 * - `too-close`: the edge, line or point could lie on either side of the site;
 * - `outside`: the site surely lies apart from the place.
 */
export const SITE_RELATIONS = ['inside', 'part', 'holds', 'too-close', 'outside'] as const;
export type SiteRelation = (typeof SITE_RELATIONS)[number];

/** A sentence or heading of the document that speaks of a place; `quote` is all of it, verbatim. */
export const ProvisionSchema = v.strictObject({
  divisionId: v.string(),
  /** 0 is the opening paragraph. */
  article: v.pipe(v.number(), v.integer(), v.minValue(0)),
  quote: v.string(),
  /** The words of the quote that name the place, or what covers it. */
  named: v.array(v.string()),
});
export type Provision = v.InferOutput<typeof ProvisionSchema>;

/** A place that concerns a site, or may. */
export const SiteHitSchema = v.strictObject({
  placeId: v.string(),
  name: LocalizedSchema,
  theme: v.string(),
  kind: v.picklist(PLACE_KINDS),
  relation: v.picklist(SITE_RELATIONS),
  /** Square metres of a parcel in an area; `null` where either has none. 1 亩 is 666.6667 m². */
  areaM2: v.nullable(RangeSchema),
  /** Metres of a line in an area, or of a line of the plan in a parcel; `null` where there is none. */
  lengthM: v.nullable(RangeSchema),
  /** Share of the site, 0 to 100; `null` for points and for `holds`. */
  percent: v.nullable(RangeSchema),
  /** Metres to the edge of an area, to the line or to the point; 0 where it runs through the site. */
  distanceToEdgeM: amount,
  /** Metres within which the place's true position lies with 95 % confidence. */
  accuracyM: amount,
  idealisation: v.picklist(IDEALISATIONS),
  /** Members by which a place made of others is hit. Their amounts are in its own: add up one or the other. */
  throughMembers: v.array(v.string()),
  provisions: v.array(ProvisionSchema),
  /** The place whose words cover this one, where the text does not name it itself. */
  impliedBy: v.nullable(v.string()),
  definition: v.nullable(DefinitionSchema),
  /** What named publishers said later of commitments that name the place, and of the place itself. Not part of the document. */
  progress: v.array(ProgressSchema),
});
export type SiteHit = v.InferOutput<typeof SiteHitSchema>;

/** A drawn place that surely does not concern a site. */
export const SiteMissSchema = v.strictObject({
  placeId: v.string(),
  name: LocalizedSchema,
  theme: v.string(),
  distanceToEdgeM: amount,
  accuracyM: amount,
});
export type SiteMiss = v.InferOutput<typeof SiteMissSchema>;

/** A place that the text names and the map does not have. */
const UnmappedSchema = v.strictObject({
  placeId: v.string(),
  name: LocalizedSchema,
  reason: v.picklist(UNLOCATED_REASONS),
  note: LocalizedSchema,
});

/**
 * Why the plan does not answer for a theme. An empty hit is never "no restriction".
 * - `not-mapped`: it names places whose position nobody has published;
 * - `text-only`: it speaks of things that have no single place, such as a programme;
 * - `too-coarse`: what is drawn is known less exactly than the site is large, and so decides nothing;
 * - `outside-coverage`: the site, or a part of it, lies where the plan does not speak.
 */
export const SilenceSchema = v.variant('reason', [
  v.strictObject({ theme: v.string(), reason: v.literal('not-mapped'), places: v.array(UnmappedSchema) }),
  v.strictObject({ theme: v.string(), reason: v.literal('text-only'), places: v.array(UnmappedSchema) }),
  v.strictObject({
    theme: v.string(),
    reason: v.literal('too-coarse'),
    /** Largest extent of the site in metres; 0 for a point. */
    siteM: amount,
    /** Each with its own `accuracyM`, to be held against `siteM`. */
    hits: v.array(SiteHitSchema),
  }),
  v.strictObject({
    theme: v.string(),
    reason: v.literal('outside-coverage'),
    /** Share of the site outside, 0 to 100; `null` for a point. */
    percent: v.nullable(RangeSchema),
    /** Drawn places of the theme that were not hit. */
    places: v.array(v.string()),
  }),
]);
export type Silence = v.InferOutput<typeof SilenceSchema>;

export const AREA_UNITS = ['m2', 'ha', 'mu'] as const;
export type AreaUnit = (typeof AREA_UNITS)[number];
/** Square metres of each unit; 15 亩 (mu) are a hectare. */
export const UNIT_M2: Readonly<Record<AreaUnit, number>> = { m2: 1, ha: 10_000, mu: 10_000 / 15 };

/** What a visitor should know of the site as it was handed in. */
export const SiteWarningSchema = v.variant('code', [
  /** Rings cross themselves or parts overlap; land is counted once, by the even-odd rule within a part. */
  v.strictObject({ code: v.literal('rings-cross'), asDrawnM2: amount, countedM2: amount }),
  /** The declared area fits the computed one in no unit, or only in another than the declared. */
  v.strictObject({
    code: v.literal('declared-area'),
    declared: amount,
    declaredUnit: v.nullable(v.picklist(AREA_UNITS)),
    computedM2: amount,
    /** The unit in which the declared figure fits; `null` if none does. */
    fits: v.nullable(v.picklist(AREA_UNITS)),
    /** Of the declared figure in the unit that fits, else in the declared one; percent. */
    offPercent: finite,
  }),
]);
export type SiteWarning = v.InferOutput<typeof SiteWarningSchema>;

export const SITE_KINDS = ['point', 'line', 'parcel'] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

export const SubjectSchema = v.strictObject({
  id: v.string(),
  name: v.nullable(v.string()),
  kind: v.picklist(SITE_KINDS),
  /** WGS-84, as asked. */
  geometry: GeometrySchema,
  areaM2: v.nullable(amount),
  lengthM: v.nullable(amount),
  /** Metres; what is known of the site's own position, added to that of each place. */
  accuracyM: amount,
});
export type SiteSubject = v.InferOutput<typeof SubjectSchema>;

/** The reasoned answer for one site. The same site, data and day give the same extract. */
export const ExtractSchema = v.strictObject({
  format: v.literal(EXTRACT_FORMAT),
  plan: v.string(),
  /** Day on which the document was published. */
  planVersion: v.string(),
  /** SHA-256 of the plan's `manifest.json`, which holds the hash of every data file. */
  dataSha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
  /** Time at which the question was asked, as handed in. */
  created: v.pipe(v.string(), v.isoTimestamp()),
  /** Coordinate system in which the site was handed in. */
  inputCrs: v.string(),
  subject: SubjectSchema,
  warnings: v.array(SiteWarningSchema),
  /** Of the site and the area that the plan speaks of. */
  coverage: v.picklist(['inside', 'part', 'too-close', 'outside']),
  concerned: v.array(SiteHitSchema),
  tooCloseToCall: v.array(SiteHitSchema),
  notConcerned: v.array(SiteMissSchema),
  planDoesNotSay: v.array(SilenceSchema),
});
export type Extract = v.InferOutput<typeof ExtractSchema>;
