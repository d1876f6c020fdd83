import type { PlanGeometry } from '../contract/features';
import type { Bbox, LngLat } from '../contract/place';
import type { Datum } from './crs/systems';

/** A file as it was dropped. */
export interface InputFile {
  name: string;
  bytes: Uint8Array;
}

export interface ImportOptions {
  /** Where the plan is; it decides between central meridians that a file does not name. */
  coverage: Bbox;
  /** The system that the visitor chose for a file, by the name of the file; it goes before what the file says. */
  chosen?: Readonly<Record<string, SystemChoice>>;
  /** What a bare list of positions is; the corners of a parcel, from three positions on, if nobody says. */
  listShape?: ListShape;
}

export const LIST_SHAPES = ['parcel', 'line', 'points'] as const;
export type ListShape = (typeof LIST_SHAPES)[number];

/** A system and an order of axes: `yFirst` is northing or latitude before easting or longitude. */
export interface SystemChoice {
  system: string;
  yFirst: boolean;
}

/** A choice to put before the visitor. `at` is where the middle of the data would lie, in WGS-84. */
export interface OfferedSystem extends SystemChoice {
  at: LngLat;
}

/** The system that was used, and why. */
export interface UsedSystem {
  id: string;
  datum: Datum;
  /** `format`: the standard of the format prescribes it; `assumed`: nothing says it, and a warning does. */
  basis: 'stated' | 'format' | 'chosen' | 'assumed';
  /** Metres by which WGS-84 may be off on account of the system; `null` if nobody can say. */
  accuracyM: number | null;
}

export type AttributeValue = string | number | boolean | null;
/** Attributes by name; any name is possible, `__proto__` too, so read them with `Object.entries`. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** Which record of which file: `number` counts from 1 in the order of the file. */
export interface RecordRef {
  file: string;
  number: number;
  name: string | null;
}

export interface ImportedFeature {
  /** WGS-84; rings are closed. */
  geometry: PlanGeometry;
  name: string | null;
  attributes: Attributes;
  record: RecordRef;
  /** Edges cross each other: areas and overlaps of it have no meaning. */
  problem: 'self-crossing' | null;
  /** The area that the file says it has, in square metres. */
  declaredAreaM2: number | null;
}

export type ImportWarning =
  | 'ring-closed'
  | 'height-dropped'
  /** Too many edges on one spot to look for crossings. */
  | 'crossing-not-checked'
  | 'datum-assumed'
  | 'datum-unrelated'
  | 'encoding-assumed'
  | 'axes-swapped'
  /** The zone in the eastings is not that of the header; that of the eastings was taken. */
  | 'zone-conflict'
  | 'area-differs'
  /** The declared area fits the drawn one only if it is in square metres. */
  | 'area-in-square-metres'
  | 'point-count-differs'
  /** One area lies inside another of the same file: it may be meant as a hole of it. */
  | 'inside-another-parcel'
  | 'line-ignored'
  | 'curve-straightened'
  /** Things that are no points, lines or areas: texts, blocks, pictures. */
  | 'entities-ignored'
  | 'attributes-missing'
  | 'file-ignored'
  | 'truncated';

export interface Warning {
  code: ImportWarning;
  record: RecordRef | null;
  /** Figures or words of the file that the warning rests on. */
  detail: string;
}

export type RecordFault = 'too-few-points' | 'not-a-number' | 'out-of-range' | 'no-geometry' | 'unreadable';
export interface Rejection {
  record: RecordRef;
  reason: RecordFault;
}

export type ImportFault =
  | 'empty'
  | 'unknown-format'
  | 'unreadable'
  | 'too-large'
  | 'too-large-unzipped'
  | 'too-many-entries'
  | 'too-many-features'
  | 'too-many-vertices'
  | 'too-deep'
  /** A document type declaration: entities are not expanded, nor fetched. */
  | 'document-type-refused'
  | 'no-features'
  | 'all-rejected'
  /** The visitor must choose among `offers`; without offers nothing fits the coverage. */
  | 'crs-unknown'
  | 'crs-not-supported'
  | 'no-coordinate-columns'
  /** A `.dbf`, `.prj` or the like without its `.shp`. */
  | 'shape-missing';

export interface ImportedFile {
  ok: true;
  file: string;
  features: readonly ImportedFeature[];
  rejected: readonly Rejection[];
  warnings: readonly Warning[];
  crs: UsedSystem;
}

export interface ImportFailure {
  ok: false;
  file: string;
  reason: ImportFault;
  /** The engine's words, a name of a system, a number: for the curious. */
  detail: string;
  offers: readonly OfferedSystem[];
  rejected: readonly Rejection[];
}

export type Imported = ImportedFile | ImportFailure;

export function failure(file: string, reason: ImportFault, detail = ''): ImportFailure {
  return { ok: false, file, reason, detail, offers: [], rejected: [] };
}
