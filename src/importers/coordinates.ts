import type { Bbox, LngLat } from '../contract/place';
import {
  type CandidateNote,
  candidateIn,
  type CoordinateCandidate,
  type CoordinateFault,
  inChina,
  type ReadCoordinates,
} from './coordinate-candidate';
import { linkIn, readLink } from './coordinate-links';
import { angleOf, type NumberGroup, numbersIn, plainOf } from './coordinate-text';
import { areDegrees, CHINA, type Fit, systemsThatFit } from './crs/systems-that-fit';
import { systemFromName } from './crs/from-definition';
import { type ReferenceSystem, systemOf, systemOfZone } from './crs/systems';

/** A position needs far less; a link of a map is the longest form. */
export const MAX_COORDINATE_TEXT = 4000;

/**
 * Reads what a visitor typed or pasted: degrees in any common notation and either order, metres of a Gauss–Krüger zone
 * or of Web Mercator, or a link of a map. All the ways to understand it come back, the likeliest first, each in WGS-84
 * and with what it rests on; nothing is chosen silently. `coverage` decides between central meridians and between
 * orders of axes where the numbers do not.
 *
 * Degrees are good to their digits, in CGCS2000 to a metre, from GCJ-02 to about one and from BD-09 to about two.
 */
export function readCoordinates(text: string, coverage: Bbox = CHINA): ReadCoordinates {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, reason: 'empty', written: '' };
  if (trimmed.length > MAX_COORDINATE_TEXT) return { ok: false, reason: 'too-long', written: trimmed.slice(0, 80) };
  const link = linkIn(trimmed);
  return link === null ? readNumbers(plainOf(trimmed), coverage) : readLink(link);
}

/**
 * The two numbers of a line as they stand, with the order of axes if letters say it; a reason where there are not just
 * two. Angles are degrees.
 */
export function pairIn(line: string): { first: number; second: number; yFirst?: boolean } | CoordinateFault {
  const plain = plainOf(line);
  return pairOf(numbersIn(plain), plain);
}

/** What the words of a text say about the system of its numbers. */
interface Reference {
  /** Ids of systems; `null` if nothing is said. */
  system: string | null;
  unrelated: boolean;
  centralMeridianDeg: number | null;
}

const REFERENCES: readonly (readonly [pattern: RegExp, system: string | null])[] = [
  [/GCJ[-_ ]?02(?:LL)?|火星坐标系?|高德(?:地图)?|腾讯(?:地图)?/giu, 'GCJ-02'],
  [/BD[-_ ]?09(?:LL)?|百度(?:地图)?/giu, 'BD-09'],
  [/CGCS[-_ ]?2000|2000国家大地(?:坐标系?)?|国家2000|大地2000/giu, 'EPSG:4490'],
  [/WGS[-_ ]?(?:19)?84|GPS/giu, 'EPSG:4326'],
];
const UNRELATED = /(?:西安|xi'?an)[-_ ]?(?:19)?80|(?:北京|beijing)[-_ ]?(?:19)?54/giu;
const MERIDIAN = /(?:中央)(?:子午线|经线)[:= ]{0,3}(?<meridian>\d{2,3}(?:\.\d{1,4})?)[°度]?/gu;
const ZONE = /带号[:= ]{0,3}(?<number>\d{2})(?!\d)|第?(?<before>\d{2})[号]?带/gu;
const WIDTH = /[36三六]度分?带/gu;

const blank = (found: string): string => ' '.repeat(found.length);

/** Takes the names of systems, whose digits are none of the position, out of a text. */
function takeReference(plain: string): { rest: string; reference: Reference } {
  const reference: Reference = { system: null, unrelated: false, centralMeridianDeg: null };
  let rest = plain.replaceAll(/EPSG ?: ?\d{4,6}/giu, (found) => {
    reference.system = systemFromName(found.replaceAll(' ', ''))?.id ?? reference.system;
    return blank(found);
  });
  for (const [pattern, system] of REFERENCES) {
    rest = rest.replaceAll(pattern, (found) => {
      reference.system ??= system;
      return blank(found);
    });
  }
  rest = rest.replaceAll(UNRELATED, (found) => {
    reference.unrelated = true;
    return blank(found);
  });
  rest = rest.replaceAll(WIDTH, blank);
  rest = rest.replaceAll(MERIDIAN, (found: string, meridian: string) => {
    reference.centralMeridianDeg = Number(meridian);
    return blank(found);
  });
  rest = rest.replaceAll(ZONE, (found: string, after: string | undefined, before: string | undefined) => {
    const zone = Number(after ?? before);
    reference.centralMeridianDeg ??= zone >= 25 ? 3 * zone : 6 * zone - 3;
    return blank(found);
  });
  return { rest, reference };
}

/** Two numbers, ready to be understood. */
interface Pair {
  first: number;
  second: number;
  /** The first is latitude or northing; `undefined` if nothing says so. */
  yFirst?: boolean;
  notes: readonly CandidateNote[];
  written: string;
}

function readNumbers(plain: string, coverage: Bbox): ReadCoordinates {
  const { rest, reference } = takeReference(plain);
  const pair = pairOf(numbersIn(rest), rest);
  if (typeof pair === 'string') return { ok: false, reason: pair, written: plain.slice(0, 80) };
  const found = candidatesOf(pair, reference, coverage);
  const candidates = reference.unrelated ? found.map((one) => ({ ...one, datum: 'unrelated' as const })) : found;
  if (candidates.length > 0) return { ok: true, candidates };
  const zoned = [pair.first, pair.second].every((value) => value >= 100_000 && value < 6_000_000);
  return { ok: false, reason: zoned ? 'no-zone-fits' : 'out-of-range', written: pair.written };
}

function pairOf(groups: readonly NumberGroup[], plain: string): Pair | CoordinateFault {
  const [a, b, ...more] = groups;
  if (!a) return 'nonsense';
  const written = plain.slice(a.start, (b ?? a).end).trim();
  if (!b) return fromOneGroup(a, written);
  if (more.length > 1 || more.some(({ numbers, axis }) => numbers.length > 1 || axis !== null))
    return 'too-many-numbers';
  const [first, second] = [angleOf(a), angleOf(b)];
  if (first === null || second === null) return 'out-of-range';
  if (a.axis !== null && a.axis === b.axis) return 'same-axis';
  const yFirst = a.axis === null ? (b.axis === null ? undefined : b.axis === 'lng') : a.axis === 'lat';
  const notes: CandidateNote[] = more.length > 0 ? ['third-number-ignored'] : [];
  if ([a, b].some(({ numbers, marked }) => numbers.length > 1 && !marked)) notes.push('read-as-minutes');
  return { first, second, notes, written, ...(yFirst === undefined ? {} : { yFirst }) };
}

/** Numbers in a row with nothing but spaces between: two, two with a height, or angles without marks. */
function fromOneGroup(group: NumberGroup, written: string): Pair | CoordinateFault {
  const { numbers, negative, axis, marked } = group;
  if (axis !== null || marked || numbers.length === 1) return 'one-number';
  const [first = NaN, second = NaN] = numbers;
  const sign = negative ? -1 : 1;
  if (numbers.length === 2) return { first: sign * first, second, notes: [], written };
  if (numbers.length === 3) return { first: sign * first, second, notes: ['third-number-ignored'], written };
  if (numbers.length === 5) return 'too-many-numbers';
  const half = numbers.length / 2;
  const angles = [numbers.slice(0, half), numbers.slice(half)].map((part) => angleOf({ ...group, numbers: part }));
  const [one, other] = angles;
  if (typeof one !== 'number' || typeof other !== 'number') return 'out-of-range';
  return { first: one, second: Math.abs(other), notes: ['read-as-minutes'], written };
}

function candidatesOf(pair: Pair, reference: Reference, coverage: Bbox): CoordinateCandidate[] {
  const { first, second, yFirst, notes, written } = pair;
  const unrelated: readonly CandidateNote[] = reference.unrelated ? ['datum-unrelated'] : [];
  const fits = systemsThatFit(first, second, coverage, yFirst);
  const said = reference.system === null ? null : systemOf(reference.system);
  if (!areDegrees(first, second)) {
    // a meridian or a code that was said decides, wherever it leads
    const chosen =
      said && said.projection !== 'degrees' ? [said] : zonesOn(reference.centralMeridianDeg, first, second);
    if (chosen.length > 0) {
      return chosen.flatMap((system) => metresIn(system, pair, [...notes, ...unrelated]));
    }
    return fits.flatMap((fit) => candidateOf(fit, written, [...notes, ...zoneNote(fit), ...unrelated]));
  }
  const doubtful = yFirst === undefined && fits.some((fit) => fit.yFirst !== fits[0]?.yFirst);
  const orderNote: readonly CandidateNote[] = doubtful ? ['order-not-stated'] : [];
  if (said?.projection === 'degrees' || reference.unrelated) {
    const system = said?.projection === 'degrees' ? said.id : 'EPSG:4490';
    const orders = fits.filter((fit) => fit.system.id === 'EPSG:4326');
    return orders.flatMap(
      (fit) => candidateIn(system, rawOf(fit, pair), written, [...notes, ...orderNote, ...unrelated]) ?? [],
    );
  }
  return fits.flatMap((fit) => {
    const shifted: readonly CandidateNote[] = inChina(rawOf(fit, pair)) ? ['datum-not-stated'] : [];
    return candidateOf(fit, written, [...notes, ...orderNote, ...shifted]);
  });
}

const rawOf = ({ yFirst }: Fit, { first, second }: Pair): LngLat => (yFirst ? [second, first] : [first, second]);

function candidateOf({ system, at }: Fit, written: string, notes: readonly CandidateNote[]): CoordinateCandidate[] {
  if (!(Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90)) return [];
  return [{ at, datum: system.datum, system: system.id, written, notes }];
}

const zoneNote = ({ system: { zone } }: Fit): readonly CandidateNote[] =>
  zone && zone.falseEastingM < 1e6 ? ['zone-not-stated'] : [];

/** The zone on a central meridian that was said, with or without prefix as the eastings have it. */
function zonesOn(meridianDeg: number | null, first: number, second: number): ReferenceSystem[] {
  if (meridianDeg === null) return [];
  const prefix = Math.floor(Math.max(first, second) / 1e6);
  const falseEastingM = prefix >= 13 ? prefix * 1e6 + 500_000 : 500_000;
  const zone = systemOfZone({ centralMeridianDeg: meridianDeg, falseEastingM });
  return zone ? [zone] : [];
}

/** How far from its central meridian a zone reaches, in metres: 4° at 21° N. */
const REACH_M = 420_000;

/** Metres in a system that was said, in the order of axes that has a meaning there. */
function metresIn({ id, zone }: ReferenceSystem, pair: Pair, notes: readonly CandidateNote[]): CoordinateCandidate[] {
  const { first, second, yFirst, written } = pair;
  const orders = [true, false].filter((order) => yFirst === undefined || order === yFirst);
  return orders
    .map((order): LngLat => (order ? [second, first] : [first, second]))
    .filter(([x]) => !zone || Math.abs(x - zone.falseEastingM) <= REACH_M)
    .flatMap((at) => candidateIn(id, at, written, notes) ?? []);
}
