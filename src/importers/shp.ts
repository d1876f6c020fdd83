import type { PlanGeometry } from '../contract/features';
import type { RawRecord } from './raw';
import { polygonsFrom } from './rings';

/** Bytes of the header of the file, and of each record. */
const FILE_HEADER = 100;
const RECORD_HEADER = 8;
const FILE_CODE = 9994;

type Shape = Pick<RawRecord, 'number' | 'geometries' | 'fault' | 'warnings'>;
/** `null`: this is no `.shp`. `truncated`: its end is missing, what is there stands. */
export type Shapes = { shapes: Shape[]; truncated: boolean } | null;

/**
 * Reads the geometries of a shapefile (ESRI, Shapefile Technical Description, 1998). A record that is damaged becomes
 * a fault of its own. Rings are put together by where they lie, not by which way they run, so that none is lost.
 */
export function readShp(bytes: Uint8Array): Shapes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < FILE_HEADER || view.getInt32(0) !== FILE_CODE) return null;
  const shapes: Shape[] = [];
  let offset = FILE_HEADER;
  while (offset + RECORD_HEADER <= bytes.length) {
    const length = view.getInt32(offset + 4) * 2;
    const start = offset + RECORD_HEADER;
    if (length < 4 || start + length > bytes.length) return { shapes, truncated: true };
    shapes.push(shapeOf(new DataView(bytes.buffer, bytes.byteOffset + start, length), shapes.length + 1));
    offset = start + length;
  }
  return { shapes, truncated: offset < bytes.length };
}

function shapeOf(view: DataView, number: number): Shape {
  const type = view.getInt32(0, true);
  const heights: Shape['warnings'] = type > 10 && type < 20 ? [['height-dropped', '']] : [];
  if (type === 0) return { number, geometries: [] };
  const geometry = geometryOf(view, type % 10);
  return geometry
    ? { number, geometries: [geometry], warnings: heights }
    : { number, geometries: [], fault: 'unreadable' };
}

function geometryOf(view: DataView, kind: number): PlanGeometry | null {
  if (kind === 1) {
    return view.byteLength < 20 ? null : { type: 'Point', coordinates: positionAt(view, 4) };
  }
  if (view.byteLength < 40) return null;
  if (kind === 8) {
    const coordinates = positionsAt(view, 40, view.getInt32(36, true));
    return coordinates && { type: 'MultiPoint', coordinates };
  }
  if (kind !== 3 && kind !== 5) return null;
  const paths = pathsOf(view);
  const [first] = paths ?? [];
  if (!paths || !first) return null;
  if (kind === 3) {
    return paths.length === 1
      ? { type: 'LineString', coordinates: first }
      : { type: 'MultiLineString', coordinates: paths };
  }
  const polygons = polygonsFrom(paths);
  const [only] = polygons;
  return only && polygons.length === 1
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/** Parts of a line or area: where each begins stands before the positions of all. */
function pathsOf(view: DataView): number[][][] | null {
  if (view.byteLength < 44) return null;
  const [parts, points] = [view.getInt32(36, true), view.getInt32(40, true)];
  if (parts < 1 || points < 1 || 44 + parts * 4 + points * 16 > view.byteLength) return null;
  const all = positionsAt(view, 44 + parts * 4, points);
  if (!all) return null;
  const starts = Array.from({ length: parts }, (_, index) => view.getInt32(44 + index * 4, true));
  const ordered = starts.every((start, index) => start >= (starts[index - 1] ?? 0) && start <= points);
  if (starts[0] !== 0 || !ordered) return null;
  return starts.map((start, index) => all.slice(start, starts[index + 1] ?? points)).filter((path) => path.length > 0);
}

function positionsAt(view: DataView, offset: number, count: number): number[][] | null {
  if (count < 1 || offset + count * 16 > view.byteLength) return null;
  return Array.from({ length: count }, (_, index) => positionAt(view, offset + index * 16));
}

function positionAt(view: DataView, offset: number): number[] {
  return [view.getFloat64(offset, true), view.getFloat64(offset + 8, true)];
}
