import type { LngLat } from '../../contract/place';
import {
  bd09MercatorToWgs84,
  bd09ToWgs84,
  gcj02ToWgs84,
  wgs84ToBd09,
  wgs84ToBd09Mercator,
  wgs84ToGcj02,
} from './chinese-datums';
import { fromGaussKruger, type GaussKrugerZone, toGaussKruger } from './gauss-kruger';

/** What positions refer to. `unrelated`: a datum whose way to WGS-84 is not public, as Beijing 1954 and Xi'an 1980. */
export type Datum = 'wgs84' | 'cgcs2000' | 'gcj02' | 'bd09' | 'unrelated';
export type Projection = 'degrees' | 'gauss-kruger' | 'web-mercator' | 'bd09-mercator' | 'other';

/**
 * A coordinate reference system. x is longitude or easting and y is latitude or northing, whatever axis order the
 * authority prescribes.
 */
export interface ReferenceSystem {
  /** An EPSG code, `GCJ-02`, `BD-09`, `BD-09MC`, or the name in a definition that is not known by heart. */
  id: string;
  datum: Datum;
  projection: Projection;
  zone?: GaussKrugerZone;
  /**
   * Metres by which WGS-84 from here may be off, whatever the accuracy of the numbers themselves. CGCS2000 is taken
   * for WGS-84: both are realisations of ITRS, and the plate has carried China some decimetres since 2000. `null` is
   * an unrelated datum: nobody outside the survey can say, a hundred metres are common.
   */
  accuracyM: number | null;
  toWgs84: (x: number, y: number) => LngLat;
  fromWgs84: (at: LngLat) => LngLat;
}

const CGCS2000_ACCURACY_M = 1;
const same = (x: number, y: number): LngLat => [x, y];
const stay = (at: LngLat): LngLat => at;

/** Radius of the sphere of Web Mercator in metres (EPSG method 1024). */
const SPHERE_M = 6_378_137;
const RAD = Math.PI / 180;

const wgs84: ReferenceSystem = {
  id: 'EPSG:4326',
  datum: 'wgs84',
  projection: 'degrees',
  accuracyM: 0,
  toWgs84: same,
  fromWgs84: stay,
};
const cgcs2000: ReferenceSystem = { ...wgs84, id: 'EPSG:4490', datum: 'cgcs2000', accuracyM: CGCS2000_ACCURACY_M };
const webMercator: ReferenceSystem = {
  id: 'EPSG:3857',
  datum: 'wgs84',
  projection: 'web-mercator',
  accuracyM: 0,
  toWgs84: (x, y) => [x / SPHERE_M / RAD, (2 * Math.atan(Math.exp(y / SPHERE_M)) - Math.PI / 2) / RAD],
  fromWgs84: ([lng, lat]) => [lng * RAD * SPHERE_M, Math.log(Math.tan(Math.PI / 4 + (lat * RAD) / 2)) * SPHERE_M],
};
const gcj02: ReferenceSystem = {
  id: 'GCJ-02',
  datum: 'gcj02',
  projection: 'degrees',
  accuracyM: 1,
  toWgs84: (x, y) => gcj02ToWgs84([x, y]),
  fromWgs84: wgs84ToGcj02,
};
const bd09: ReferenceSystem = {
  id: 'BD-09',
  datum: 'bd09',
  projection: 'degrees',
  accuracyM: 2,
  toWgs84: (x, y) => bd09ToWgs84([x, y]),
  fromWgs84: wgs84ToBd09,
};
const bd09Mercator: ReferenceSystem = {
  id: 'BD-09MC',
  datum: 'bd09',
  projection: 'bd09-mercator',
  accuracyM: 2,
  toWgs84: bd09MercatorToWgs84,
  fromWgs84: wgs84ToBd09Mercator,
};

function gaussKruger(code: number, zone: GaussKrugerZone): ReferenceSystem {
  return {
    id: `EPSG:${code}`,
    datum: 'cgcs2000',
    projection: 'gauss-kruger',
    zone,
    accuracyM: CGCS2000_ACCURACY_M,
    toWgs84: (x, y) => fromGaussKruger({ eastingM: x, northingM: y }, zone),
    fromWgs84: (at) => {
      const { eastingM, northingM } = toGaussKruger(at, zone);
      return [eastingM, northingM];
    },
  };
}

const upTo = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** The zones of China: 13 to 23 at 6° with central meridian 6 z − 3, 25 to 45 at 3° with central meridian 3 z. */
const SIX_DEGREE = upTo(13, 23);
const THREE_DEGREE = upTo(25, 45);
const PLAIN_M = 500_000;
const prefixed = (zone: number): number => zone * 1e6 + PLAIN_M;

/**
 * CGCS2000 / Gauss–Krüger as EPSG registers it, checked with projinfo: 4491–4501 and 4513–4533 with zone prefix,
 * 4502–4512 and 4534–4554 without.
 */
const six = {
  prefixed: SIX_DEGREE.map((z) => gaussKruger(4478 + z, { centralMeridianDeg: 6 * z - 3, falseEastingM: prefixed(z) })),
  plain: SIX_DEGREE.map((z) => gaussKruger(4489 + z, { centralMeridianDeg: 6 * z - 3, falseEastingM: PLAIN_M })),
};
const three = {
  prefixed: THREE_DEGREE.map((z) => gaussKruger(4488 + z, { centralMeridianDeg: 3 * z, falseEastingM: prefixed(z) })),
  plain: THREE_DEGREE.map((z) => gaussKruger(4509 + z, { centralMeridianDeg: 3 * z, falseEastingM: PLAIN_M })),
};

/** The zones whose eastings say which they are. */
export const ZONES_WITH_PREFIX: readonly ReferenceSystem[] = [...three.prefixed, ...six.prefixed];
/** One for every central meridian: those of 6° are among those of 3°, with the same numbers. */
export const ZONES_WITHOUT_PREFIX: readonly ReferenceSystem[] = three.plain;
export const DATUMS_OF_DEGREES: readonly ReferenceSystem[] = [wgs84, gcj02, bd09];
export const MERCATORS: readonly ReferenceSystem[] = [webMercator, bd09Mercator];

const byId: ReadonlyMap<string, ReferenceSystem> = new Map(
  [...DATUMS_OF_DEGREES, cgcs2000, ...MERCATORS, ...ZONES_WITH_PREFIX, ...ZONES_WITHOUT_PREFIX, ...six.plain].map(
    (system) => [system.id, system],
  ),
);

/** A system by its id; `null` for one that is not known by heart. */
export function systemOf(id: string): ReferenceSystem | null {
  return byId.get(id) ?? null;
}

/** The registered system of a Gauss–Krüger zone, that of 3° where one of 6° has the same numbers. */
export function systemOfZone({ centralMeridianDeg, falseEastingM }: GaussKrugerZone): ReferenceSystem | null {
  const found = [...ZONES_WITH_PREFIX, ...ZONES_WITHOUT_PREFIX].find(
    ({ zone }) => zone?.centralMeridianDeg === centralMeridianDeg && zone.falseEastingM === falseEastingM,
  );
  return found ?? null;
}

/** CGCS2000 in a zone of one's own, as towns have for their surveys. */
export function systemOfOwnZone(id: string, zone: GaussKrugerZone): ReferenceSystem {
  return { ...gaussKruger(0, zone), id };
}
