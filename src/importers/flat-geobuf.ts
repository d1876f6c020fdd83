import type { Feature, Geometry, HeaderMeta } from 'flatgeobuf';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { parseProperties } from 'flatgeobuf/lib/mjs/generic/feature.js';
// not from the root of the package, which brings its readers over the network along
import { deserialize } from 'flatgeobuf/lib/mjs/generic/featurecollection.js';

import type { PlanGeometry } from '../contract/features';
import { systemFromName, systemFromWkt } from './crs/from-definition';
import { failure, type ImportFault, type InputFile } from './imported';
import { MAX_DEPTH, MAX_FEATURES, MAX_VERTICES } from './limits';
import { nameOf, type RawRecord, type RawResult, type StatedSystem } from './raw';

/** Ends the reading of a file that the library would not survive, or that is beyond the limits. */
class Refusal extends Error {
  constructor(
    readonly reason: ImportFault,
    detail: string,
  ) {
    super(detail);
  }
}

/** Reads FlatGeobuf 3. The system is the EPSG code or the definition in its header. */
export async function readFlatGeobuf({ name: file, bytes }: InputFile): Promise<RawResult> {
  const records: RawRecord[] = [];
  const headers: HeaderMeta[] = [];
  const budget = { vertices: MAX_VERTICES };
  try {
    // the library looks at the numbers where they lie, which must be at multiples of eight
    const features = deserialize(bytes.slice(), {
      headerMetaFn: (meta) => {
        // an index of nothing: the library would look for its end for ever
        if (meta.indexNodeSize > 0 && !(meta.featuresCount > 0)) throw new Refusal('no-features', '');
        if (meta.featuresCount > MAX_FEATURES) throw new Refusal('too-many-features', String(meta.featuresCount));
        headers.push(meta);
      },
      fromFeature: (_, feature, meta) => {
        if (records.length >= MAX_FEATURES) throw new Refusal('too-many-features', String(records.length));
        records.push(recordOf(feature, meta, records.length + 1, budget));
        return {};
      },
    });
    for await (const feature of features) void feature;
  } catch (error) {
    if (error instanceof Refusal) return failure(file, error.reason, error.message);
    // the library throws for what is damaged; what was read before stands
    if (records.length === 0) return failure(file, 'unreadable', error instanceof Error ? error.message : '');
    return { ok: true, file, records, stated: await statedBy(headers[0]), warnings: [['truncated', '']] };
  }
  return { ok: true, file, records, stated: await statedBy(headers[0]), warnings: [] };
}

function recordOf(feature: Feature, meta: HeaderMeta, number: number, budget: { vertices: number }): RawRecord {
  const base = { number, name: null, attributes: [], geometries: [] };
  try {
    const attributes = Object.entries(parseProperties(feature, meta.columns)).map(
      ([key, value]) => [key, value instanceof Uint8Array ? null : value] as const,
    );
    const geometry = feature.geometry();
    const geometries = geometry ? geometriesOf(geometry, meta.geometryType, budget, 0) : [];
    return { ...base, name: nameOf(attributes), attributes, geometries };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // one damaged record: the others stand
    return { ...base, fault: 'unreadable' };
  }
}

function geometriesOf(
  geometry: Geometry,
  stated: GeometryType,
  budget: { vertices: number },
  depth: number,
): PlanGeometry[] {
  if (depth > MAX_DEPTH) throw new Refusal('too-deep', '');
  const type = stated === GeometryType.Unknown ? geometry.type() : stated;
  if (type === GeometryType.GeometryCollection) {
    return partsOf(geometry, budget).flatMap((part) => geometriesOf(part, GeometryType.Unknown, budget, depth + 1));
  }
  if (type === GeometryType.MultiPolygon) {
    return [{ type: 'MultiPolygon', coordinates: partsOf(geometry, budget).map((part) => pathsOf(part, budget)) }];
  }
  const paths = pathsOf(geometry, budget);
  const [first = []] = paths;
  switch (type) {
    case GeometryType.Point:
      return [{ type: 'Point', coordinates: first[0] ?? [] }];
    case GeometryType.MultiPoint:
      return [{ type: 'MultiPoint', coordinates: first }];
    case GeometryType.LineString:
      return [{ type: 'LineString', coordinates: first }];
    case GeometryType.MultiLineString:
      return [{ type: 'MultiLineString', coordinates: paths }];
    case GeometryType.Polygon:
      return [{ type: 'Polygon', coordinates: paths }];
    default:
      // curves and surfaces
      throw new Error('a geometry without straight edges');
  }
}

/** A damaged file may claim any number of parts: each counts like a vertex. */
function partsOf(geometry: Geometry, budget: { vertices: number }): Geometry[] {
  spend(budget, geometry.partsLength());
  return Array.from({ length: geometry.partsLength() }, (_, index) => {
    const part = geometry.parts(index);
    if (!part) throw new Error('a part is missing');
    return part;
  });
}

function pathsOf(geometry: Geometry, budget: { vertices: number }): number[][][] {
  const flat = geometry.xyArray() ?? [];
  spend(budget, flat.length / 2);
  const positions = Array.from({ length: flat.length / 2 }, (_, index) => [
    flat[index * 2] ?? NaN,
    flat[index * 2 + 1] ?? NaN,
  ]);
  const ends = [...(geometry.endsArray() ?? [])];
  if (ends.length === 0) return [positions];
  return ends.map((end, index) => positions.slice(ends[index - 1] ?? 0, end));
}

function spend(budget: { vertices: number }, count: number): void {
  budget.vertices -= count;
  if (!(budget.vertices >= 0)) throw new Refusal('too-many-vertices', '');
}

async function statedBy(meta: HeaderMeta | undefined): Promise<StatedSystem> {
  const crs = meta?.crs;
  if (!crs) return { basis: 'unknown' };
  const { org, code, wkt, name } = crs;
  const known = code > 0 ? systemFromName(`${org ?? 'EPSG'}:${code}`) : null;
  const system = known ?? (wkt === null ? null : await systemFromWkt(wkt));
  if (system) return { basis: 'stated', system };
  return code > 0 || wkt !== null
    ? { basis: 'unsupported', name: name ?? `${org ?? 'EPSG'}:${code}` }
    : { basis: 'unknown' };
}
