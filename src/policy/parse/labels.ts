import { printedNumber } from './chinese-number';

/**
 * How high a numbered line stands in a document, the highest first. Which of them are parts and which are articles is
 * for each document to say, see {@link schemeOf}.
 */
export const RANK = {
  volume: 1,
  division: 2,
  chapter: 3,
  section: 4,
  clause: 5,
  /** 一、 */
  comma: 6,
  /** （一） */
  bracket: 7,
  /** 1. */
  digit: 8,
  /** 1.1 */
  decimal: 9,
  /** （1） */
  bracketDigit: 10,
  /** ① */
  circle: 11,
} as const;
export type Rank = (typeof RANK)[keyof typeof RANK];

/** The number at the beginning of a line. */
export interface Label {
  rank: Rank;
  /** As it is printed, without the sign that parts it from the words: `一`, `（十一）`, `第三条`, `2.1`. */
  printed: string;
  /** Characters of the line that are the number, with what parts it from the words. */
  length: number;
  value: number | null;
}

const HAN = '零〇一二三四五六七八九十百';
const DIGIT = '0-9０-９';
const UNITS: Readonly<Record<string, Rank>> = {
  编: RANK.volume,
  篇: RANK.volume,
  部分: RANK.division,
  章: RANK.chapter,
  节: RANK.section,
  条: RANK.clause,
  VOLUME: RANK.volume,
  TITLE: RANK.volume,
  PART: RANK.division,
  CHAPTER: RANK.chapter,
  SECTION: RANK.section,
  ARTICLE: RANK.clause,
};

const ORDINAL = new RegExp(
  `^第([${HAN}${DIGIT}\\s]{1,24}?)(编|篇|部分|章|节|条)(之[一二三四五六七八九十])?(?:[\\s　：:]+|(?=[（(【]))?`,
  'u',
);
const ENGLISH = /^(volume|title|part|chapter|section|article)\s{1,8}(\d{1,4}|[IVXLC]+)\b(?:\s*[.:–—-])?\s*/iu;
const COMMA = new RegExp(`^([${HAN}]+)\\s*[、．.]\\s*(?![${HAN}]+[、级等])`, 'u');
const BRACKET = new RegExp(`^[（(]\\s*([${HAN}]+)\\s*[）)]\\s*`, 'u');
const BRACKET_DIGIT = new RegExp(`^[（(]\\s*([${DIGIT}]{1,3})\\s*[）)]\\s*`, 'u');
const DECIMAL = new RegExp(
  `^([${DIGIT}]{1,2}(?:[.．][${DIGIT}]{1,2}){1,3})(?:[.．]?[\\s　]+|(?=[^${DIGIT}.．,，、万亿千百个%％‰倍公米元吨人平亩年月日]))`,
  'u',
);
const DIGIT_DOT = new RegExp(`^([${DIGIT}]{1,3})\\s*(?:[.．、](?![${DIGIT}])|[）)])\\s*`, 'u');
const BARE_DIGIT = /^(\d{1,2})[\s　]+(?=\p{L})/u;
const CIRCLE = /^([①-⑳])\s*/u;
/** A sentence may begin by speaking of a chapter or article instead of being one. */
const SPOKEN_OF = /^(?:规定|所|中|内|第|、|和|及|与|至|到|的|以|或|，|,)/u;

/** Chapters and the like have titles; a line as long as this is a paragraph that speaks of one. */
const LONGEST_TITLE = 60;

/** The number that a line begins with, or `null`. A row of a table has none. */
export function labelOf(line: string): Label | null {
  if (line.includes('\t')) return null;
  return ordinalOf(line) ?? englishOf(line) ?? plainOf(line);
}

/** A number that only white space parts from its words, `1 Scope`; it counts only beside decimals. */
export function bareLabelOf(line: string): Label | null {
  const match = line.includes('\t') || line.length > LONGEST_TITLE ? null : BARE_DIGIT.exec(line);
  return match ? labelFrom(RANK.digit, match, match[1] ?? '') : null;
}

function ordinalOf(line: string): Label | null {
  const match = ORDINAL.exec(line);
  const [whole = '', numeral = '', unit = ''] = match ?? [];
  const rank = UNITS[unit];
  if (!match || rank === undefined) return null;
  const after = line.slice(whole.length);
  const parted = /[\s　：:]$/u.test(whole) || after === '' || /^[（(【]/u.test(after);
  if (!parted && (SPOKEN_OF.test(after) || (rank !== RANK.clause && line.length > LONGEST_TITLE))) return null;
  const printed = whole.replace(/[\s　：:]+$/u, '');
  return { rank, printed, length: whole.length, value: printedNumber(numeral) };
}

function englishOf(line: string): Label | null {
  const match = ENGLISH.exec(line);
  const [whole = '', unit = '', numeral = ''] = match ?? [];
  const rank = UNITS[unit.toUpperCase()];
  // “Section 3 of this plan says” is no heading.
  if (!match || rank === undefined || /^(?:of|and|or|to|in|says|sets|is|are)\b/u.test(line.slice(whole.length))) {
    return null;
  }
  const printed = whole.replace(/\s*[.:–—-]?\s*$/u, '');
  return { rank, printed, length: whole.length, value: printedNumber(numeral.toUpperCase()) };
}

function plainOf(line: string): Label | null {
  const comma = COMMA.exec(line);
  if (comma) return labelFrom(RANK.comma, comma, comma[1] ?? '');
  const bracket = BRACKET.exec(line);
  if (bracket) return labelFrom(RANK.bracket, bracket, bracket[0].trim());
  const decimal = DECIMAL.exec(line);
  if (decimal) return { ...labelFrom(RANK.decimal, decimal, decimal[1] ?? ''), value: lastNumber(decimal[1] ?? '') };
  const digit = DIGIT_DOT.exec(line);
  if (digit) return labelFrom(RANK.digit, digit, digit[1] ?? '');
  const inBrackets = BRACKET_DIGIT.exec(line);
  if (inBrackets) return labelFrom(RANK.bracketDigit, inBrackets, inBrackets[0].trim());
  const circle = CIRCLE.exec(line);
  return circle ? labelFrom(RANK.circle, circle, circle[1] ?? '') : null;
}

function labelFrom(rank: Rank, [whole, numeral = '']: RegExpExecArray, printed: string): Label {
  return { rank, printed, length: whole.length, value: printedNumber(numeral) };
}

/** The last number of `2.1.3`. */
function lastNumber(decimal: string): number | null {
  return printedNumber(decimal.split(/[.．]/u).at(-1) ?? '');
}
