import { wktToGeoJSON } from 'betterknown';
import Papa from 'papaparse';

import type { PlanGeometry } from '../contract/features';
import { angleOf, numbersIn, plainOf } from './coordinate-text';
import { systemOf } from './crs/systems';
import { areDegrees, systemsThatFit } from './crs/systems-that-fit';
import { decodeText } from './decode-text';
import { failure, type ImportOptions, type ImportWarning, type InputFile } from './imported';
import { MAX_DEPTH, MAX_FEATURES } from './limits';
import { nameOf, type RawRecord, type RawResult, type StatedSystem } from './raw';

const X_COLUMN = /^(?:x|lng|lon|long|longitude|经度|东经|x坐标|东坐标|横坐标|easting|point_?x)$/u;
const Y_COLUMN = /^(?:y|lat|latitude|纬度|北纬|y坐标|北坐标|纵坐标|northing|point_?y)$/u;
const PAIR_COLUMN = /^(?:坐标|经纬度|location|coordinates?|lnglat|latlng|position)$/u;
const WKT_COLUMN = /^(?:wkt|geom|geometry|the_geom|shape|wkb_geometry)$/u;
/** x and y could be either axis: surveyors count x to the north. */
const VAGUE = /^(?:x|y|x坐标|y坐标|point_?[xy])$/u;
/** Datums that names of columns tell. */
const DATUM_WORDS: readonly (readonly [pattern: RegExp, system: string])[] = [
  [/gcj-?_?02|火星|高德|amap/u, 'GCJ-02'],
  [/bd-?_?09|百度|baidu/u, 'BD-09'],
  [/cgcs-?_?2000|国家2000|大地2000/u, 'EPSG:4490'],
  [/wgs-?_?84|gps/u, 'EPSG:4326'],
];

type Row = readonly string[];
type Making = (row: Row) => Pick<RawRecord, 'geometries' | 'fault'>;
interface Columns {
  used: readonly number[];
  make: Making;
  /** Which column is which is sure. */
  sure: boolean;
  system: string | null;
}

/**
 * Reads a table with a header: two columns of coordinates, one that holds both, or one of WKT. Degrees whose datum no
 * column names are taken for WGS-84, with a warning; metres are put before the visitor.
 */
export function readCsv({ name: file, bytes }: InputFile, { coverage }: ImportOptions): RawResult {
  const { text, encoding } = decodeText(bytes);
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/u, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', '\t', ';', '|'],
  });
  const [header = [], ...rows] = data;
  if (rows.length > MAX_FEATURES) return failure(file, 'too-many-features', String(rows.length));
  const columns = columnsOf(header);
  if (!columns) return failure(file, 'no-coordinate-columns', header.slice(0, 20).join(', ').slice(0, 200));
  const warnings: [ImportWarning, string][] = encoding === 'gb18030' ? [['encoding-assumed', encoding]] : [];
  const records = rows.map((row, index): RawRecord => {
    const attributes = header.flatMap((title, column) =>
      columns.used.includes(column) || (row[column] ?? '') === '' ? [] : [[title.trim(), row[column] ?? ''] as const],
    );
    return { number: index + 1, name: nameOf(attributes), attributes, ...columns.make(row) };
  });
  return finished({ file, records, warnings, columns, coverage });
}

interface Found {
  file: string;
  records: RawRecord[];
  warnings: [ImportWarning, string][];
  columns: Columns;
  coverage: ImportOptions['coverage'];
}

function finished({ file, records, warnings, columns, coverage }: Found): RawResult {
  const [x, y] = sampleOf(records);
  const straight: StatedSystem = columns.sure ? { basis: 'unknown', yFirst: false } : { basis: 'unknown' };
  if (!areDegrees(x, y)) return { ok: true, file, records, warnings, stated: straight };
  const orders = new Set(
    systemsThatFit(x, y, coverage)
      .filter(({ system }) => system.id === 'EPSG:4326')
      .map(({ yFirst }) => yFirst),
  );
  if (!columns.sure && orders.size !== 1) return { ok: true, file, records, warnings, stated: straight };
  const swap = !columns.sure && orders.has(true);
  const system = systemOf(columns.system ?? 'EPSG:4326');
  if (!system) return { ok: true, file, records, warnings, stated: straight };
  if (columns.system === null) warnings.push(['datum-assumed', system.id]);
  if (swap) warnings.push(['axes-swapped', '']);
  const basis = columns.system === null ? 'assumed' : 'stated';
  return { ok: true, file, warnings, stated: { basis, system }, records: swap ? records.map(swapped) : records };
}

function columnsOf(header: Row): Columns | null {
  const keys = header.map((title) => plainOf(title).trim().toLowerCase());
  const bare = keys.map((key) =>
    DATUM_WORDS.reduce((left, [word]) => left.replace(word, ''), key).replaceAll(
      /^[-_ ]+|[-_ ]+$|[((].{0,20}[))]$/gu,
      '',
    ),
  );
  const system = DATUM_WORDS.find(([word]) => keys.some((key) => word.test(key)))?.[1] ?? null;
  const find = (pattern: RegExp): number => bare.findIndex((key) => pattern.test(key));
  const wkt = find(WKT_COLUMN);
  if (wkt >= 0) return { used: [wkt], make: (row) => fromWkt(row[wkt] ?? ''), sure: true, system };
  const [x, y, pair] = [find(X_COLUMN), find(Y_COLUMN), find(PAIR_COLUMN)];
  if (x >= 0 && y >= 0) {
    const sure = !VAGUE.test(bare[x] ?? '') || !VAGUE.test(bare[y] ?? '');
    return { used: [x, y], make: (row) => fromPair(row[x], row[y]), sure, system };
  }
  if (pair < 0) return null;
  return { used: [pair], make: (row) => fromPair(...halves(row[pair] ?? '')), sure: false, system };
}

function halves(cell: string): [string, string] {
  const [first = '', second = ''] = plainOf(cell).split(/[,;\s]+/u);
  return [first, second];
}

/** Cells may hold numbers or degrees, minutes and seconds. */
function fromPair(x: string | undefined, y: string | undefined): ReturnType<Making> {
  const [first, second] = [numberOf(x), numberOf(y)];
  if (first === null || second === null)
    return { geometries: [], fault: x?.trim() || y?.trim() ? 'not-a-number' : 'no-geometry' };
  return { geometries: [{ type: 'Point', coordinates: [first, second] }] };
}

const MAX_CELL = 200;

function numberOf(cell: string | undefined): number | null {
  const text = plainOf((cell ?? '').slice(0, MAX_CELL)).trim();
  if (text === '') return null;
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  const [group, ...more] = numbersIn(text);
  return group && more.length === 0 ? angleOf(group) : null;
}

function fromWkt(cell: string): ReturnType<Making> {
  const text = cell.trim();
  if (text === '') return { geometries: [], fault: 'no-geometry' };
  if (depthOf(text) > MAX_DEPTH) return { geometries: [], fault: 'unreadable' };
  try {
    const geometry = wktToGeoJSON(text.replace(/^SRID=\d{1,6};/iu, ''));
    return geometry === null ? { geometries: [], fault: 'unreadable' } : { geometries: simple(geometry) };
  } catch {
    // betterknown throws for what is no WKT
    return { geometries: [], fault: 'unreadable' };
  }
}

function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

type WktGeometry = NonNullable<ReturnType<typeof wktToGeoJSON>>;

function simple(geometry: WktGeometry): PlanGeometry[] {
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(simple) : [geometry];
}

function sampleOf(records: readonly RawRecord[]): [number, number] {
  for (const { geometries } of records) {
    let part: unknown = geometries[0]?.coordinates;
    while (Array.isArray(part) && Array.isArray(part[0])) [part] = part;
    const [x, y]: unknown[] = Array.isArray(part) ? part : [];
    if (typeof x === 'number' && typeof y === 'number') return [x, y];
  }
  return [0, 0];
}

function swapped(record: RawRecord): RawRecord {
  return {
    ...record,
    geometries: record.geometries.map((one) =>
      one.type === 'Point' ? { type: 'Point', coordinates: one.coordinates.toReversed() } : one,
    ),
  };
}
