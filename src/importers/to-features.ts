import type { PlanGeometry } from '../contract/features';
import { positionsOf } from '../contract/paths';
import type { Bbox, LngLat } from '../contract/place';
import { type ReferenceSystem, systemOf } from './crs/systems';
import { CHINA, systemsThatFit } from './crs/systems-that-fit';
import {
  type Attributes,
  failure,
  type Imported,
  type ImportedFeature,
  type ImportFailure,
  type ImportOptions,
  type ImportWarning,
  type OfferedSystem,
  type RecordFault,
  type RecordRef,
  type Rejection,
  type UsedSystem,
  type Warning,
} from './imported';
import { MAX_FEATURES, MAX_VERTICES } from './limits';
import { attributeValue, type RawFile, type RawRecord, type RawResult } from './raw';
import { crossingOf } from './self-crossing';

/**
 * Turns the raw records of a file into features in WGS-84: limits, system, conversion, ring repair. A record that is
 * beyond repair is named in `rejected`, the others answer.
 */
export function toFeatures(raw: RawResult, options: ImportOptions): Imported {
  if (!raw.ok) return raw;
  const { file, records } = raw;
  if (records.length === 0) return failure(file, 'no-features');
  const features = records.reduce((sum, { geometries }) => sum + Math.max(1, geometries.length), 0);
  if (features > MAX_FEATURES) return failure(file, 'too-many-features', String(features));
  const vertices = records.reduce((sum, { geometries }) => sum + verticesOf(geometries), 0);
  if (vertices > MAX_VERTICES) return failure(file, 'too-many-vertices', String(vertices));
  const chosen = choose(raw, options);
  return 'ok' in chosen ? chosen : convert(raw, chosen);
}

interface Chosen {
  system: ReferenceSystem;
  basis: UsedSystem['basis'];
  yFirst: boolean;
}

function choose(raw: RawFile, { chosen, coverage }: ImportOptions): Chosen | ImportFailure {
  const { file, stated, records } = raw;
  const own = chosen !== undefined && Object.hasOwn(chosen, file) ? chosen[file] : undefined;
  if (own) {
    const system = systemOf(own.system);
    if (!system) return failure(file, 'crs-not-supported', own.system);
    return { system, basis: 'chosen', yFirst: own.yFirst };
  }
  if (stated.basis === 'unsupported') {
    return { ...failure(file, 'crs-not-supported', stated.name), offers: offersFor(records, coverage) };
  }
  if (stated.basis === 'unknown') {
    return { ...failure(file, 'crs-unknown'), offers: offersFor(records, coverage, stated.yFirst) };
  }
  return { system: stated.system, basis: stated.basis, yFirst: false };
}

/** The systems that could be meant, judged by the middle of the data. */
function offersFor(records: readonly RawRecord[], coverage: Bbox, yFirst?: boolean): OfferedSystem[] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometries } of records) {
    for (const geometry of geometries) {
      for (const [x = NaN, y = NaN] of positionsOf(geometry)) {
        if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
        [west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
      }
    }
  }
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const inCoverage = systemsThatFit(x, y, coverage, yFirst);
  const fits = inCoverage.length > 0 ? inCoverage : systemsThatFit(x, y, CHINA, yFirst);
  return fits.map((fit) => ({ system: fit.system.id, yFirst: fit.yFirst, at: fit.at }));
}

function convert({ file, records, warnings }: RawFile, { system, basis, yFirst }: Chosen): Imported {
  const features: ImportedFeature[] = [];
  const rejected: Rejection[] = [];
  const told: Warning[] = warnings.map(([code, detail]) => ({ code, record: null, detail }));
  for (const record of records) {
    const ref: RecordRef = { file, number: record.number, name: record.name };
    const tell = (code: ImportWarning, detail = ''): void => {
      told.push({ code, record: ref, detail });
    };
    for (const [code, detail] of record.warnings ?? []) tell(code, detail);
    const use = basis === 'chosen' ? system : (record.system ?? system);
    const made = featuresOf(record, ref, (at) => toWgs84(use, at, yFirst), tell);
    if (typeof made === 'string') rejected.push({ record: ref, reason: made });
    else features.push(...made);
  }
  if (system.datum === 'unrelated') told.push({ code: 'datum-unrelated', record: null, detail: system.id });
  if (features.length === 0) return { ...failure(file, 'all-rejected', String(rejected.length)), rejected };
  const crs: UsedSystem = { id: system.id, datum: system.datum, basis, accuracyM: system.accuracyM };
  return { ok: true, file, features, rejected, warnings: told, crs };
}

function featuresOf(
  record: RawRecord,
  ref: RecordRef,
  project: Project,
  tell: (code: ImportWarning) => void,
): ImportedFeature[] | RecordFault {
  if (record.fault) return record.fault;
  if (record.geometries.length === 0) return 'no-geometry';
  const attributes: Attributes = Object.fromEntries(
    record.attributes.map(([name, value]) => [name, attributeValue(value)]),
  );
  const seen = new Set<ImportWarning>();
  const features: ImportedFeature[] = [];
  for (const geometry of record.geometries) {
    const made = repair(geometry, project, seen);
    if (typeof made === 'string') return made;
    const crossing = worstCrossing(made);
    if (crossing === 'not-checked') seen.add('crossing-not-checked');
    features.push({
      geometry: made,
      name: record.name,
      attributes,
      record: ref,
      problem: crossing === 'crossing' ? 'self-crossing' : null,
      declaredAreaM2: record.declaredAreaM2 ?? null,
    });
  }
  for (const code of seen) tell(code);
  return features;
}

type Project = (at: readonly number[]) => LngLat | RecordFault;
type Position = number[];

/** Metres from the central meridian beyond which a Gauss–Krüger easting has no meaning: ten degrees. */
const GAUSS_KRUGER_REACH_M = 1_200_000;
const QUADRANT_M = 10_002_000;

function toWgs84(
  system: ReferenceSystem,
  [a = NaN, b = NaN]: readonly number[],
  yFirst: boolean,
): LngLat | RecordFault {
  if (typeof a !== 'number' || typeof b !== 'number') return 'not-a-number';
  if (!Number.isFinite(a) || !Number.isFinite(b)) return 'not-a-number';
  const [x, y] = yFirst ? [b, a] : [a, b];
  const { projection, zone } = system;
  if (projection === 'degrees' && (Math.abs(x) > 180 || Math.abs(y) > 90)) return 'out-of-range';
  if (zone && (Math.abs(x - zone.falseEastingM) > GAUSS_KRUGER_REACH_M || Math.abs(y) > QUADRANT_M)) {
    return 'out-of-range';
  }
  const [lng, lat] = system.toWgs84(x, y);
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [lng, lat] : 'out-of-range';
}

function pathOf(
  path: readonly (readonly number[])[],
  project: Project,
  seen: Set<ImportWarning>,
): Position[] | RecordFault {
  const made: Position[] = [];
  for (const position of path) {
    const at = project(position);
    if (typeof at === 'string') return at;
    if (position.length > 2) seen.add('height-dropped');
    made.push(at);
  }
  return made;
}

const same = (a: Position | undefined, b: Position | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1];

/** Whether a path has so many positions that differ; two or three are asked for. */
function hasDistinct(path: readonly Position[], wanted: number): boolean {
  const found: Position[] = [];
  for (const position of path) {
    if (!found.some((one) => same(one, position))) found.push(position);
    if (found.length >= wanted) return true;
  }
  return false;
}

/** A path of at least so many positions that differ. */
function pathWith(
  distinct: 2 | 3,
  path: readonly (readonly number[])[],
  project: Project,
  seen: Set<ImportWarning>,
): Position[] | RecordFault {
  const made = pathOf(path, project, seen);
  return typeof made === 'string' || hasDistinct(made, distinct) ? made : 'too-few-points';
}

function ringOf(
  path: readonly (readonly number[])[],
  project: Project,
  seen: Set<ImportWarning>,
): Position[] | RecordFault {
  const made = pathWith(3, path, project, seen);
  if (typeof made === 'string') return made;
  const [first] = made;
  if (!first || same(first, made.at(-1))) return made;
  seen.add('ring-closed');
  return [...made, [...first]];
}

/** All of a list, or the first fault. */
function each<T, U extends object>(list: readonly T[], make: (one: T) => U | RecordFault): U[] | RecordFault {
  const made: U[] = [];
  for (const one of list) {
    const result = make(one);
    if (typeof result === 'string') return result;
    made.push(result);
  }
  return made.length === 0 ? 'no-geometry' : made;
}

/** A geometry in WGS-84 with closed rings, or why there is none. */
function repair(geometry: PlanGeometry, project: Project, seen: Set<ImportWarning>): PlanGeometry | RecordFault {
  const line = (path: readonly (readonly number[])[]): Position[] | RecordFault => pathWith(2, path, project, seen);
  const rings = (list: readonly (readonly (readonly number[])[])[]): Position[][] | RecordFault =>
    each(list, (ring) => ringOf(ring, project, seen));
  switch (geometry.type) {
    case 'Point': {
      const made = pathOf([geometry.coordinates], project, seen);
      if (typeof made === 'string') return made;
      const [coordinates = []] = made;
      return { type: 'Point', coordinates };
    }
    case 'MultiPoint': {
      const coordinates = pathOf(geometry.coordinates, project, seen);
      if (typeof coordinates === 'string') return coordinates;
      return coordinates.length === 0 ? 'no-geometry' : { type: 'MultiPoint', coordinates };
    }
    case 'LineString': {
      const coordinates = line(geometry.coordinates);
      return typeof coordinates === 'string' ? coordinates : { type: 'LineString', coordinates };
    }
    case 'MultiLineString': {
      const coordinates = each(geometry.coordinates, line);
      return typeof coordinates === 'string' ? coordinates : { type: 'MultiLineString', coordinates };
    }
    case 'Polygon': {
      const coordinates = rings(geometry.coordinates);
      return typeof coordinates === 'string' ? coordinates : { type: 'Polygon', coordinates };
    }
    case 'MultiPolygon': {
      const coordinates = each(geometry.coordinates, rings);
      return typeof coordinates === 'string' ? coordinates : { type: 'MultiPolygon', coordinates };
    }
  }
}

function worstCrossing(geometry: PlanGeometry): ReturnType<typeof crossingOf> {
  if (geometry.type === 'Polygon') return crossingOf(geometry.coordinates);
  if (geometry.type !== 'MultiPolygon') return 'none';
  const found = geometry.coordinates.map(crossingOf);
  return found.find((one) => one === 'crossing') ?? found.find((one) => one === 'not-checked') ?? 'none';
}

function verticesOf(geometries: readonly PlanGeometry[]): number {
  return geometries.reduce((sum, one) => sum + positionsOf(one).length, 0);
}
