import type { PlanGeometry } from '../contract/features';
import type { CoordinateCandidate } from './coordinate-candidate';
import { pairIn, readCoordinates } from './coordinates';
import { systemOf } from './crs/systems';
import { decodeText } from './decode-text';
import { failure, type ImportOptions, type InputFile, type ListShape, type SystemChoice } from './imported';
import { MAX_VERTICES } from './limits';
import type { RawRecord, RawResult } from './raw';

const LINK = /^(?:https?|geo|androidamap|iosamap|baidumap):/iu;
/** A header, as that of a table, has words; a position has digits and at most marks, letters of axes and names of systems. */
const POSITION = /^[\s\d.,;:+\-()°度分秒′″'"’”NSEWnsew北南东西经纬，；（）、]+$/u;

/** Whether a text begins with a position, or a link of a map, rather than with the header of a table. */
export function isCoordinateList(head: string): boolean {
  const [first = '', second = ''] = linesOf(head);
  if (LINK.test(first)) return true;
  if (second === '') return typeof pairIn(first) === 'object' || isNamed(first);
  return POSITION.test(first) && typeof pairIn(first) === 'object';
}

/** One position with the name of its system, as `GCJ-02 102.7, 25.04`. */
function isNamed(line: string): boolean {
  return /\d/u.test(line) && readCoordinates(line).ok;
}

const linesOf = (text: string): string[] =>
  text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n?|\n|[;；]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * Reads positions without a header, one a line. One alone may be a link of a map or name its system. The numbers of a
 * list do not say what they refer to, so that is put before the visitor.
 */
export function readCoordinateList({ name: file, bytes }: InputFile, options: ImportOptions): RawResult {
  const lines = linesOf(decodeText(bytes).text);
  if (lines.length > MAX_VERTICES) return failure(file, 'too-many-vertices', String(lines.length));
  const [only = ''] = lines;
  if (lines.length <= 1) return readOne(file, only, options);
  const positions: number[][] = [];
  let yFirst: boolean | undefined;
  for (const [index, line] of lines.entries()) {
    const pair = pairIn(line);
    if (typeof pair === 'string') return failure(file, 'unreadable', `${index + 1}: ${line.slice(0, 80)}`);
    yFirst ??= pair.yFirst;
    positions.push([pair.first, pair.second]);
  }
  const shape = options.listShape ?? (positions.length >= 3 ? 'parcel' : 'points');
  const stated = { basis: 'unknown', ...(yFirst !== undefined && { yFirst }) } as const;
  return { ok: true, file, records: recordsOf(positions, shape), stated, warnings: [] };
}

function recordsOf(positions: readonly number[][], shape: ListShape): RawRecord[] {
  const geometries: PlanGeometry[] =
    shape === 'points'
      ? positions.map((coordinates) => ({ type: 'Point', coordinates }))
      : shape === 'line'
        ? [{ type: 'LineString', coordinates: [...positions] }]
        : [{ type: 'Polygon', coordinates: [closed(positions)] }];
  return geometries.map((geometry, index) => ({
    number: index + 1,
    name: null,
    attributes: [],
    geometries: [geometry],
  }));
}

/** A list of corners that does not come back to its first; that is how such lists are, and nothing to warn of. */
function closed(positions: readonly number[][]): number[][] {
  const [first, last] = [positions[0], positions.at(-1)];
  if (!first || (first[0] === last?.[0] && first[1] === last?.[1])) return [...positions];
  return [...positions, first];
}

function readOne(file: string, text: string, { coverage, chosen }: ImportOptions): RawResult {
  const read = readCoordinates(text, coverage);
  if (!read.ok) return failure(file, 'unreadable', read.reason);
  const offers = read.candidates.map((candidate, index) => ({
    ...choiceOf(candidate, index, read.candidates),
    at: candidate.at,
  }));
  const own = chosen !== undefined && Object.hasOwn(chosen, file) ? chosen[file] : undefined;
  const taken = own ? offers.find((offer) => offer.system === own.system && offer.yFirst === own.yFirst) : offers[0];
  const system = taken ? systemOf(taken.system) : null;
  if (!taken || !system || (offers.length > 1 && !own)) return { ...failure(file, 'crs-unknown'), offers };
  const [x, y] = system.fromWgs84(taken.at);
  const coordinates = taken.yFirst ? [y, x] : [x, y];
  const record = { number: 1, name: null, attributes: [], geometries: [{ type: 'Point', coordinates } as const] };
  return { ok: true, file, records: [record], stated: { basis: 'stated', system }, warnings: [] };
}

/** The second candidate of one system is that with the other order of axes. */
function choiceOf({ system }: CoordinateCandidate, index: number, all: readonly CoordinateCandidate[]): SystemChoice {
  return { system, yFirst: all.findIndex((one) => one.system === system) < index };
}
