import type { Bbox, LngLat } from '../contract/place';
import { CHINA } from './crs/systems-that-fit';
import { type Datum, systemOf } from './crs/systems';

/** What a visitor should know before choosing a candidate. */
export type CandidateNote =
  /** The numbers do not say which datum they are in; the alternatives follow. */
  | 'datum-not-stated'
  /** Latitude and longitude could be either way round; both follow. */
  | 'order-not-stated'
  /** The numbers stand in the order opposite to what the link or the label says. */
  | 'axes-swapped'
  /** Metres without zone: the central meridian is the one that puts them into the coverage. */
  | 'zone-not-stated'
  /** The maker's map is shifted within mainland China, its links do not say whether they are. */
  | 'shifted-map'
  /** The link names no place, this is the middle of what it shows. */
  | 'view-centre'
  /** Numbers without marks were read as degrees, minutes and seconds. */
  | 'read-as-minutes'
  /** A third number, probably a height, was left out. */
  | 'third-number-ignored'
  /** Beijing 1954 or Xi'an 1980: no public way to WGS-84, a hundred metres off are common. */
  | 'datum-unrelated';

export interface CoordinateCandidate {
  /** WGS-84. */
  at: LngLat;
  datum: Datum;
  /** Id of the reference system, as `EPSG:4543` or `GCJ-02`. */
  system: string;
  /** What was recognised, in the words of the input. */
  written: string;
  notes: readonly CandidateNote[];
}

export type CoordinateFault =
  | 'empty'
  | 'too-long'
  /** Nothing in it looks like a coordinate. */
  | 'nonsense'
  /** Only one number, or only one axis. */
  | 'one-number'
  /** More numbers than a position has. */
  | 'too-many-numbers'
  /** Both numbers say that they are longitude, or latitude. */
  | 'same-axis'
  /** Beyond what degrees, minutes or metres can be. */
  | 'out-of-range'
  /** Metres of a zone, but no central meridian puts them into the coverage. */
  | 'no-zone-fits'
  /** A shortened link: only the maker's server knows where it leads. */
  | 'short-link'
  /** A link of a known map that names no position. */
  | 'link-without-position'
  | 'unknown-link';

export type ReadCoordinates =
  | { ok: true; candidates: readonly CoordinateCandidate[] }
  | { ok: false; reason: CoordinateFault; written: string };

/** Whether a position lies in the box around China, where maps may be shifted. */
export function inChina([lng, lat]: LngLat): boolean {
  const [west, south, east, north]: Bbox = CHINA;
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** A candidate in a system known by heart; `null` if the position has no meaning there. */
export function candidateIn(
  system: string,
  [x, y]: LngLat,
  written: string,
  notes: readonly CandidateNote[],
): CoordinateCandidate | null {
  const known = systemOf(system);
  const [lng = NaN, lat = NaN] = known?.toWgs84(x, y) ?? [];
  if (!known || !(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return null;
  return { at: [lng, lat], datum: known.datum, system, written, notes };
}
