import { createHash } from 'node:crypto';

import { gzipSync } from 'fflate';

import type { Bbox } from '../../../src/contract/place';

/** One tile of the Web Mercator pyramid, rows counted from the north; `bytes` is the tile as MVT, not compressed. */
export interface MapTile {
  z: number;
  x: number;
  y: number;
  bytes: Uint8Array;
}

/** What an archive says of itself. */
export interface ArchiveWords {
  /** West, south, east, north of what the tiles hold, WGS-84 degrees. */
  bounds: Bbox;
  minzoom: number;
  maxzoom: number;
  /** Becomes JSON; of vector tiles it has to have `vector_layers`. */
  metadata: Readonly<Record<string, unknown>>;
}

/** A line of a directory: so many tiles from `tileId` on are the same bytes; a run of 0 leads to a leaf directory. */
interface Entry {
  tileId: number;
  offset: number;
  length: number;
  runLength: number;
}

const HEADER_BYTES = 127;
/** Header and root directory have to lie in the first 16 KiB, which a reader fetches at once. */
const ROOT_MOST_BYTES = 16_384 - HEADER_BYTES;
/** Entries of a leaf directory to begin with; more where the root would still be too long. */
const LEAF_ENTRIES = 4096;
const [COMPRESSION_GZIP, TILE_TYPE_MVT] = [2, 1];

/**
 * Tiles as one PMTiles archive, version 3 (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md): in the
 * order of their ids, equal ones stored once, tiles and directories in gzip. The same tiles in any order give the same
 * bytes: no time is in it, and the compression is the same on every machine. No two tiles may be of the same place.
 */
export function writePmtiles(tiles: readonly MapTile[], words: ArchiveWords): Uint8Array {
  const { entries, blobs, contents } = storeTiles(tiles);
  const { root, leaves } = directoriesOf(entries);
  const metadata = zipped(new TextEncoder().encode(JSON.stringify(words.metadata)));
  const sections = [root, metadata, ...leaves, ...blobs];
  const leavesLength = total(leaves);
  const header = headerOf(
    [root.length, metadata.length, leavesLength, total(blobs)],
    [tiles.length, entries.length, contents],
    words,
  );
  const archive = new Uint8Array(HEADER_BYTES + total(sections));
  let at = 0;
  for (const part of [header, ...sections]) {
    archive.set(part, at);
    at += part.length;
  }
  return archive;
}

/**
 * Number of a tile in the order of PMTiles: zoom by zoom, and in a zoom along the Hilbert curve. Exact up to zoom 26,
 * where numbers end to be.
 */
export function tileIdOf(z: number, x: number, y: number): number {
  let id = (4 ** z - 1) / 3;
  let [column, row] = [x, y];
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const [east, south] = [column >= side, row >= side];
    id += side * side * (east ? (south ? 2 : 3) : south ? 1 : 0);
    if (east) column -= side;
    if (south) row -= side;
    if (south) continue;
    if (east) [column, row] = [side - 1 - column, side - 1 - row];
    [column, row] = [row, column];
  }
  return id;
}

function storeTiles(tiles: readonly MapTile[]): { entries: Entry[]; blobs: Uint8Array[]; contents: number } {
  const ordered = tiles
    .map(({ z, x, y, bytes }) => ({ tileId: tileIdOf(z, x, y), bytes }))
    .toSorted((a, b) => a.tileId - b.tileId);
  const stored = new Map<string, { offset: number; length: number }>();
  const blobs: Uint8Array[] = [];
  const entries: Entry[] = [];
  let end = 0;
  for (const { tileId, bytes } of ordered) {
    const key = createHash('sha256').update(bytes).digest('base64');
    let where = stored.get(key);
    if (!where) {
      const blob = zipped(bytes);
      where = { offset: end, length: blob.length };
      stored.set(key, where);
      blobs.push(blob);
      end += blob.length;
    }
    const last = entries.at(-1);
    if (last?.offset === where.offset && last.tileId + last.runLength === tileId) last.runLength += 1;
    else entries.push({ tileId, ...where, runLength: 1 });
  }
  return { entries, blobs, contents: stored.size };
}

/** The root directory and, where it would be too long, the leaves that it leads to. */
function directoriesOf(entries: readonly Entry[]): { root: Uint8Array; leaves: Uint8Array[] } {
  const whole = directoryOf(entries);
  if (whole.length <= ROOT_MOST_BYTES) return { root: whole, leaves: [] };
  for (let size = LEAF_ENTRIES; ; size *= 2) {
    const leaves: Uint8Array[] = [];
    const top: Entry[] = [];
    let offset = 0;
    for (let from = 0; from < entries.length; from += size) {
      const leaf = directoryOf(entries.slice(from, from + size));
      top.push({ tileId: entries[from]?.tileId ?? 0, offset, length: leaf.length, runLength: 0 });
      leaves.push(leaf);
      offset += leaf.length;
    }
    const root = directoryOf(top);
    if (root.length <= ROOT_MOST_BYTES) return { root, leaves };
  }
}

/** Columns of variable-length numbers; an offset of 0 says “right behind the one before”. */
function directoryOf(entries: readonly Entry[]): Uint8Array {
  const bytes: number[] = [];
  pushVarint(bytes, entries.length);
  entries.forEach(({ tileId }, at) => pushVarint(bytes, tileId - (entries[at - 1]?.tileId ?? 0)));
  for (const { runLength } of entries) pushVarint(bytes, runLength);
  for (const { length } of entries) pushVarint(bytes, length);
  entries.forEach(({ offset }, at) => {
    const before = entries[at - 1];
    pushVarint(bytes, before && before.offset + before.length === offset ? 0 : offset + 1);
  });
  return zipped(Uint8Array.from(bytes));
}

/** Seven bits to a byte, the lowest first. No shifts: ids and offsets outgrow 32 bits. */
function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
}

function headerOf(
  [root, metadata, leaves, data]: readonly [number, number, number, number],
  counts: readonly [addressed: number, entries: number, contents: number],
  { bounds, minzoom, maxzoom }: ArchiveWords,
): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  header.set(new TextEncoder().encode('PMTiles'));
  view.setUint8(7, 3);
  let at = 8;
  const put = (value: number): void => {
    view.setBigUint64(at, BigInt(value), true);
    at += 8;
  };
  let offset = HEADER_BYTES;
  for (const length of [root, metadata, leaves, data]) {
    put(offset);
    put(length);
    offset += length;
  }
  counts.forEach(put);
  // Clustered: the tiles lie in the order of their ids.
  header.set([1, COMPRESSION_GZIP, COMPRESSION_GZIP, TILE_TYPE_MVT, minzoom, maxzoom], at);
  const [west, south, east, north] = bounds;
  const degrees = (position: number, value: number): void => view.setInt32(position, Math.round(value * 1e7), true);
  [west, south, east, north].forEach((value, index) => degrees(102 + index * 4, value));
  view.setUint8(118, Math.min(maxzoom, minzoom + Math.floor((maxzoom - minzoom) / 2)));
  degrees(119, (west + east) / 2);
  degrees(123, (south + north) / 2);
  return header;
}

/** Level and time are fixed; written in JavaScript, so that it is the same on every machine. */
function zipped(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: 6, mtime: 0 });
}

function total(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
