import type { PlanGeometry } from '../contract/features';
import { decodeText } from './decode-text';
import { failure, type ImportWarning, type InputFile } from './imported';
import { MAX_FEATURES } from './limits';
import type { RawRecord, RawResult } from './raw';

/** One line of code and one of value. */
interface Pair {
  code: number;
  value: string;
}
interface Entity {
  kind: string;
  pairs: Pair[];
}

const TAKEN = new Set(['LWPOLYLINE', 'POLYLINE', 'LINE', 'POINT']);
/** Parts of a POLYLINE, and what only ends it. */
const PARTS = new Set(['VERTEX', 'SEQEND']);
const CLOSED = 1;
/** POLYLINE: a mesh, not a line. */
const MESH = 16 + 64;
/** VERTEX: a control point of a spline frame, no corner. */
const FRAME = 16;

/**
 * Reads the lines, closed polylines and points of the model space of an ASCII DXF (Autodesk, DXF Reference). A drawing
 * does not say its system, so the visitor is asked. Arcs in polylines become straight, with a warning; texts, blocks
 * and hatches are counted and left out.
 */
export function readDxf({ name: file, bytes }: InputFile): RawResult {
  const { text, encoding } = decodeText(bytes);
  const entities = entitiesOf(text);
  if (!entities) return failure(file, 'unreadable', 'no ENTITIES');
  const taken = entities.filter(({ kind, pairs }) => TAKEN.has(kind) && numberOf(pairs, 67) !== 1);
  if (taken.length > MAX_FEATURES) return failure(file, 'too-many-features', String(taken.length));
  const records = taken.map((entity, index) => recordOf(entity, index + 1));
  const left = entities.length - taken.length;
  const warnings: [ImportWarning, string][] = left > 0 ? [['entities-ignored', String(left)]] : [];
  if (encoding === 'gb18030' && !/ANSI_936/u.test(text)) warnings.push(['encoding-assumed', encoding]);
  return { ok: true, file, records, stated: { basis: 'unknown' }, warnings };
}

/** The entities of the model; the vertices of a POLYLINE are appended to it. `null` if it is no DXF. */
function entitiesOf(text: string): Entity[] | null {
  const lines = text.split(/\r\n|\r|\n/u);
  const entities: Entity[] = [];
  let section: string | null = null;
  let found = false;
  let current: Entity | null = null;
  for (let index = 0; index + 1 < lines.length; index += 2) {
    const code = Number((lines[index] ?? '').trim() || NaN);
    const value = (lines[index + 1] ?? '').trim();
    if (!Number.isInteger(code)) return null;
    if (code === 0 && value === 'EOF') break;
    if (code === 0 && (value === 'SECTION' || value === 'ENDSEC')) {
      [section, current] = [null, null];
    } else if (code === 2 && section === null && current === null) {
      section = value;
      found ||= value === 'ENTITIES';
    } else if (section === 'ENTITIES') {
      if (code === 0 && !(PARTS.has(value) && current?.kind === 'POLYLINE')) {
        current = { kind: value, pairs: [] };
        entities.push(current);
      } else {
        current?.pairs.push({ code, value });
      }
    }
  }
  return found ? entities : null;
}

const numberOf = (pairs: readonly Pair[], code: number): number | null => {
  const value = pairs.find((pair) => pair.code === code)?.value;
  return value === undefined || value === '' ? null : Number(value);
};

function recordOf({ kind, pairs }: Entity, number: number): RawRecord {
  const text = (code: number): string | null => pairs.find((pair) => pair.code === code)?.value ?? null;
  const attributes = (
    [
      ['layer', text(8)],
      ['entity', kind],
      ['handle', text(5)],
    ] as const
  ).filter(([, value]) => value !== null);
  const base = { number, name: text(8), attributes };
  const geometry = geometryOf(kind, pairs);
  if (!geometry) return { ...base, geometries: [], fault: 'unreadable' };
  const bent = pairs.some(({ code, value }) => code === 42 && Number(value) !== 0);
  const curved = bent && kind !== 'POINT' && kind !== 'LINE';
  return { ...base, geometries: [geometry], ...(curved ? { warnings: [['curve-straightened', ''] as const] } : {}) };
}

function geometryOf(kind: string, pairs: readonly Pair[]): PlanGeometry | null {
  const x = numberOf(pairs, 10) ?? NaN;
  const y = numberOf(pairs, 20) ?? NaN;
  if (kind === 'POINT') return { type: 'Point', coordinates: [x, y] };
  if (kind === 'LINE') {
    const end = [numberOf(pairs, 11) ?? NaN, numberOf(pairs, 21) ?? NaN];
    return { type: 'LineString', coordinates: [[x, y], end] };
  }
  const flags = numberOf(pairs, 70) ?? 0;
  if (kind === 'POLYLINE' && (flags & MESH) !== 0) return null;
  const path = kind === 'POLYLINE' ? verticesOf(pairs) : cornersOf(pairs);
  const ends = [path[0], path.at(-1)];
  const meets = path.length > 3 && ends[0]?.join() === ends[1]?.join();
  return (flags & CLOSED) !== 0 || meets
    ? { type: 'Polygon', coordinates: [path] }
    : { type: 'LineString', coordinates: path };
}

/** LWPOLYLINE: every 10 begins a corner, the 20 after it completes it. */
function cornersOf(pairs: readonly Pair[]): number[][] {
  const path: number[][] = [];
  for (const { code, value } of pairs) {
    if (code === 10) path.push([Number(value || NaN), NaN]);
    const corner = path.at(-1);
    if (code === 20 && corner) corner[1] = Number(value || NaN);
  }
  return path;
}

/** POLYLINE: the pairs of its vertices follow each other, each after a 0 VERTEX; the first 10 is a dummy. */
function verticesOf(pairs: readonly Pair[]): number[][] {
  const starts = pairs.flatMap(({ code, value }, index) => (code === 0 && value === 'VERTEX' ? [index] : []));
  return starts.flatMap((start, number) => {
    const own = pairs.slice(start + 1, starts[number + 1] ?? pairs.length);
    if (((numberOf(own, 70) ?? 0) & FRAME) !== 0) return [];
    return [[numberOf(own, 10) ?? NaN, numberOf(own, 20) ?? NaN]];
  });
}
