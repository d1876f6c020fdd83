import * as v from 'valibot';

import type { PlanGeometry } from '../contract/features';
import { systemFromName } from './crs/from-definition';
import { systemOf } from './crs/systems';
import { areDegrees } from './crs/systems-that-fit';
import { decodeText, jsonDepth } from './decode-text';
import { failure, type InputFile } from './imported';
import { MAX_DEPTH, MAX_FEATURES } from './limits';
import { nameOf, type RawRecord, type RawResult, type StatedSystem } from './raw';

const record = v.record(v.string(), v.unknown());
const CrsSchema = v.object({ properties: v.object({ name: v.string() }) });
const DIMENSIONS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/**
 * Reads GeoJSON (RFC 7946): a collection, a feature, a bare geometry, with or without the `crs` member of its 2008
 * edition. Without one it is in WGS-84, unless the numbers cannot be degrees.
 */
export function readGeoJson({ name: file, bytes }: InputFile): RawResult {
  const { text } = decodeText(bytes);
  if (jsonDepth(text, MAX_DEPTH) > MAX_DEPTH) return failure(file, 'too-deep');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return failure(file, 'unreadable', error instanceof Error ? error.message : '');
  }
  const root = objectOf(json);
  if (!root || typeof root['type'] !== 'string') return failure(file, 'unreadable', 'no type');
  const entries = root['type'] === 'FeatureCollection' ? root['features'] : [root];
  if (!Array.isArray(entries)) return failure(file, 'unreadable', 'no features');
  if (entries.length > MAX_FEATURES) return failure(file, 'too-many-features', String(entries.length));
  const records = entries.map((entry: unknown, index) => recordOf(entry, index + 1));
  return { ok: true, file, records, stated: statedBy(root['crs'], records), warnings: [] };
}

function objectOf(value: unknown): Record<string, unknown> | null {
  return v.is(record, value) && !Array.isArray(value) ? value : null;
}

function recordOf(entry: unknown, number: number): RawRecord {
  const object = objectOf(entry);
  const feature = object?.['type'] === 'Feature';
  const attributes = feature ? Object.entries(objectOf(object['properties']) ?? {}) : [];
  const id = feature ? object['id'] : undefined;
  const named = typeof id === 'string' && id !== '' ? id : null;
  const geometries = geometriesOf(feature ? object['geometry'] : object);
  const base = { number, name: nameOf(attributes) ?? named, attributes };
  return geometries === null ? { ...base, geometries: [], fault: 'unreadable' } : { ...base, geometries };
}

/** The simple geometries in a geometry; `null` if it is malformed. */
function geometriesOf(value: unknown): PlanGeometry[] | null {
  if (value === null || value === undefined) return [];
  const object = objectOf(value);
  const type = object?.['type'];
  if (!object || typeof type !== 'string') return null;
  if (type === 'GeometryCollection') {
    const parts: unknown = object['geometries'];
    if (!Array.isArray(parts)) return null;
    const found = parts.map(geometriesOf);
    return found.includes(null) ? null : found.flatMap((part) => part ?? []);
  }
  const depth = Object.hasOwn(DIMENSIONS, type) ? DIMENSIONS[type] : undefined;
  const coordinates = object['coordinates'];
  if (depth === undefined || !isNested(coordinates, depth)) return null;
  // `isNested` has looked at every level
  return [{ type, coordinates } as PlanGeometry];
}

/** Lists in lists down to positions of at least two numbers. */
function isNested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false;
  if (depth > 0) return value.every((part) => isNested(part, depth - 1));
  return value.length >= 2 && value.every((part) => typeof part === 'number');
}

function statedBy(crs: unknown, records: readonly RawRecord[]): StatedSystem {
  if (crs !== undefined && crs !== null) {
    const parsed = v.safeParse(CrsSchema, crs);
    const name = parsed.success ? parsed.output.properties.name : JSON.stringify(crs).slice(0, 200);
    const system = systemFromName(name);
    return system ? { basis: 'stated', system } : { basis: 'unsupported', name };
  }
  const wgs84 = systemOf('EPSG:4326');
  const [x = 0, y = 0] = firstPosition(records);
  return wgs84 && areDegrees(x, y) && crs === undefined ? { basis: 'format', system: wgs84 } : { basis: 'unknown' };
}

function firstPosition(records: readonly RawRecord[]): readonly number[] {
  let part: unknown = records.find(({ geometries }) => geometries.length > 0)?.geometries[0]?.coordinates;
  while (Array.isArray(part) && Array.isArray(part[0])) [part] = part;
  return Array.isArray(part) ? part.filter((value) => typeof value === 'number') : [];
}
