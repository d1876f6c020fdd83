import type { PlanGeometry } from '../contract/features';
import { toGaussKruger } from './crs/gauss-kruger';
import { type ReferenceSystem, systemOf, systemOfZone } from './crs/systems';
import { decodeText } from './decode-text';
import { readLines, type Parcel, type ParcelPoint } from './guotu-lines';
import { failure, type ImportWarning, type InputFile } from './imported';
import type { RawRecord, RawResult, StatedSystem } from './raw';
import { polygonsFrom, ringInside, signedArea } from './rings';

type Told = [code: ImportWarning, detail: string];

/** Parcels up to this number are compared with each other. */
const MAX_COMPARED = 2000;
/** Share by which a declared area may differ from the drawn one. */
const AREA_TOLERANCE = 0.01;

/**
 * Reads the parcel file of the land authorities (国土 TXT, 勘测定界坐标). Its writers agree on little: see the tests for
 * what is understood. Eastings lose their zone prefix, axes are put right, a second ring becomes a hole if it lies
 * inside the first and a part if not. The declared area is kept beside the drawn one.
 */
export function readGuotuTxt({ name: file, bytes }: InputFile): RawResult {
  const { text, encoding } = decodeText(bytes);
  const { header, parcels, ignored } = readLines(text);
  if (!parcels.some(({ points }) => points.length > 0)) return failure(file, 'unreadable', 'no points');
  const warnings: Told[] = ignored.map((line) => ['line-ignored', String(line)]);
  if (encoding === 'gb18030') warnings.push(['encoding-assumed', encoding]);

  const order = orderOf(parcels.flatMap(({ points }) => points));
  if (order.swapped) warnings.push(['axes-swapped', '']);
  const zone = statedZone(header);
  const read = parcels.map((parcel, index) => recordOf(parcel, index + 1, order, zone));
  const records = withNeighbours(read);
  return { ok: true, file, records, stated: statedBy(header, order, zone, read), warnings };
}

interface Order {
  degrees: boolean;
  /** Easting or longitude first, against the custom of the format. */
  swapped: boolean;
}

const isNorthing = (value: number): boolean => value >= 1_000_000 && value < 6_000_000;
const isEasting = (value: number): boolean => (value >= 100_000 && value < 900_000) || value >= 13_000_000;

/** Which of the two numbers is which, by the magnitude of most points. */
function orderOf(points: readonly ParcelPoint[]): Order {
  const degrees = points.filter(({ first, second }) => Math.abs(first) <= 180 && Math.abs(second) <= 180).length;
  if (degrees * 2 > points.length) {
    const longitudes = points.filter(({ first, second }) => Math.abs(first) > Math.abs(second)).length;
    return { degrees: true, swapped: longitudes * 2 > points.length };
  }
  const straight = points.filter(({ first, second }) => isNorthing(first) && isEasting(second)).length;
  const crossed = points.filter(({ first, second }) => isEasting(first) && isNorthing(second)).length;
  return { degrees: false, swapped: crossed > straight };
}

/** Zone number of the header: 13–23 at 6°, 25–45 at 3°. */
function statedZone(header: ReadonlyMap<string, string>): number | null {
  const zone = Number(/\d{1,2}/u.exec(header.get('带号') ?? '')?.[0] ?? NaN);
  return systemOfPlainZone(zone) ? zone : null;
}

function systemOfPlainZone(zone: number): ReferenceSystem | null {
  const centralMeridianDeg = zone >= 25 ? 3 * zone : 6 * zone - 3;
  return zone >= 13 && zone <= 45 ? systemOfZone({ centralMeridianDeg, falseEastingM: 500_000 }) : null;
}

/** A parcel with its zone, if its eastings bear one. */
interface Read {
  record: RawRecord;
  prefix: number | null;
}

function recordOf(parcel: Parcel, number: number, order: Order, zone: number | null): Read {
  const told: Told[] = [];
  const rings = new Map<string, number[][]>();
  const prefixes = new Set<number>();
  for (const { ring, first, second } of parcel.points) {
    const [x, y] = order.swapped ? [first, second] : [second, first];
    const prefix = order.degrees ? 0 : Math.floor(x / 1e6);
    if (prefix >= 13) prefixes.add(prefix);
    const path = rings.get(ring) ?? [];
    rings.set(ring, path);
    path.push([prefix >= 13 ? x - prefix * 1e6 : x, y]);
  }
  const [prefix = null, ...others] = prefixes;
  if (others.length > 0 || (prefix !== null && zone !== null && prefix !== zone)) {
    told.push(['zone-conflict', [...prefixes].join(', ')]);
  }
  const closed = [...rings.values()];
  const geometry = geometryOf(parcel.kind, closed);
  if (parcel.count !== null && !countFits(parcel.count, parcel.points.length, closed)) {
    told.push(['point-count-differs', `${parcel.count} / ${parcel.points.length}`]);
  }
  const declaredAreaM2 = declaredArea(parcel, geometry, order, told);
  const system = systemOfPlainZone(prefix ?? zone ?? NaN);
  const record: RawRecord = {
    number,
    name: parcel.name ?? parcel.id,
    attributes: parcel.attributes,
    geometries: geometry ? [geometry] : [],
    warnings: told,
    ...(declaredAreaM2 === null ? {} : { declaredAreaM2 }),
    ...(system && !order.degrees ? { system } : {}),
    ...(others.length > 0 ? { fault: 'out-of-range' as const } : {}),
  };
  return { record, prefix };
}

/** A count may or may not include the points that close the rings. */
function countFits(count: number, points: number, rings: readonly (readonly number[][])[]): boolean {
  const closing = rings.filter((ring) => ring.length > 1 && ring[0]?.join() === ring.at(-1)?.join()).length;
  return count === points || count === points - closing;
}

function geometryOf(kind: Parcel['kind'], rings: readonly number[][][]): PlanGeometry | null {
  const [first] = rings;
  if (!first) return null;
  if (kind === 'point') return { type: 'MultiPoint', coordinates: rings.flat() };
  if (kind === 'line') {
    return rings.length === 1
      ? { type: 'LineString', coordinates: first }
      : { type: 'MultiLineString', coordinates: [...rings] };
  }
  const polygons = polygonsFrom(rings);
  const [only] = polygons;
  return only && polygons.length === 1
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}

const HECTARE_M2 = 10_000;

/** The declared area in square metres, compared with the drawn one; a bare number is in hectares. */
function declaredArea(parcel: Parcel, geometry: PlanGeometry | null, order: Order, told: Told[]): number | null {
  const { area } = parcel;
  if (!area || area.value <= 0) return null;
  const drawnM2 = geometry ? drawnAreaM2(geometry, order) : 0;
  const fits = (declaredM2: number): boolean => Math.abs(declaredM2 - drawnM2) <= AREA_TOLERANCE * drawnM2;
  const declaredM2 = area.value * (area.unitM2 ?? HECTARE_M2);
  if (drawnM2 === 0 || fits(declaredM2)) return declaredM2;
  if (area.unitM2 === null && fits(area.value)) {
    told.push(['area-in-square-metres', `${area.value} / ${Math.round(drawnM2)} m²`]);
    return area.value;
  }
  told.push(['area-differs', `${Math.round(declaredM2)} / ${Math.round(drawnM2)} m²`]);
  return declaredM2;
}

/** Area on the plane of the zone, as the authorities compute it; for degrees, on that of the middle meridian. */
function drawnAreaM2(geometry: PlanGeometry, { degrees }: Order): number {
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  const centralMeridianDeg = polygons[0]?.[0]?.[0]?.[0] ?? 0;
  const onPlane = (ring: readonly number[][]): number[][] =>
    degrees
      ? ring.map(([lng = 0, lat = 0]) => {
          const { eastingM, northingM } = toGaussKruger([lng, lat], { centralMeridianDeg, falseEastingM: 0 });
          return [eastingM, northingM];
        })
      : [...ring];
  const areaM2 = (ring: readonly number[][]): number => Math.abs(signedArea(onPlane(ring)));
  return polygons.reduce(
    (sum, [outline = [], ...holes]) => sum + areaM2(outline) - holes.reduce((all, hole) => all + areaM2(hole), 0),
    0,
  );
}

/** Says of every area that lies inside another that it may be meant as a hole of it; both are kept. */
function withNeighbours(read: readonly Read[]): RawRecord[] {
  const records = read.map(({ record }) => record);
  if (records.length > MAX_COMPARED) return records;
  const outlines = records.map(({ geometries: [geometry], system }) => ({
    ring: geometry?.type === 'Polygon' ? geometry.coordinates[0] : undefined,
    system,
  }));
  return records.map((record, index) => {
    const own = outlines[index];
    const around = outlines.findIndex(
      ({ ring, system }, other) =>
        other !== index &&
        own?.ring &&
        ring &&
        own.system === system &&
        signedArea(ring) !== 0 &&
        Math.abs(signedArea(ring)) > Math.abs(signedArea(own.ring)) &&
        ringInside(own.ring, ring),
    );
    if (around < 0) return record;
    const told: Told = ['inside-another-parcel', records[around]?.name ?? String(around + 1)];
    return { ...record, warnings: [...(record.warnings ?? []), told] };
  });
}

function statedBy(
  header: ReadonlyMap<string, string>,
  { degrees }: Order,
  zone: number | null,
  read: readonly Read[],
): StatedSystem {
  const said = header.get('坐标系') ?? '';
  const unrelated = /80|54|西安|北京|Xi'?an|Beijing/iu.test(said);
  const zoned = systemOfPlainZone(zone ?? read.find(({ prefix }) => prefix !== null)?.prefix ?? NaN);
  const system = degrees ? systemOf(/84/u.test(said) ? 'EPSG:4326' : 'EPSG:4490') : zoned;
  const whole = degrees || read.every(({ record }) => record.system);
  // points are already in the order easting, northing
  if (!system || !whole) return { basis: 'unknown', yFirst: false };
  if (unrelated) return { basis: 'stated', system: { ...system, datum: 'unrelated', accuracyM: null } };
  return { basis: said === '' ? 'assumed' : 'stated', system };
}
