import { cutEnd } from './cut-end';
import { type Label } from './labels';
import { labelsOf, type Scheme, schemeOf } from './scheme';

/** What a line is before anybody asks which article it belongs to. */
type LineKind = 'head' | 'body' | 'part' | 'article' | 'annex' | 'closing';

export interface Outline {
  scheme: Scheme;
  kinds: LineKind[];
  labels: (Label | null)[];
}

const CONTENTS = /^(?:目\s*[录次]|contents|table of contents)$/iu;
/** What stands between a line of a table of contents and its page number. */
const LEADER = /[\s.．…·]/u;
const ANNEX =
  /^(?:附\s*[件录表图]\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[A-Z])?|(?:annex|appendix|schedule)\s+(?:\d{1,2}|[A-Z]|[IVX]+)\b)(?:$|[\s　：:.．、—–-])/iu;
const NUMBERED = /^\s*[0-9０-９]{1,2}\s*[.．、]\s*\S/u;
const LIST_OF_ANNEXES = /^附\s*[件录表图]\s*[：:]\s*\S/u;
const DAY =
  /^(?:[（(])?\s*[0-9０-９〇零一二三四五六七八九十]{2,4}\s*年\s*[0-9０-９一二三四五六七八九十]{1,3}\s*月\s*[0-9０-９一二三四五六七八九十]{1,3}\s*日\s*(?:[）)])?$/u;
const PASSED_ON =
  /^(?:抄\s*送|主\s*送|印\s*发|分\s*送)\s*[：:]|^[（(](?:此件|本文|信息公开|联系)[^）)]*[）)]$|印发\s*$/u;
const STOP = /[。！？；.!?;]\s*$/u;
/** Names of issuers are shorter than this. */
const LONGEST_NAME = 40;

/** First look at a document: its annexes, its closing lines, its table of contents, and how it numbers itself. */
export function outlineOf(lines: readonly string[]): Outline {
  const kinds = lines.map((): LineKind => 'body');
  const firstAnnex = markAnnexes(lines, kinds);
  const labels = labelsOf(lines);
  for (const index of contentsOf(lines, labels)) kinds[index] = 'head';
  const listed = listedAnnexes(lines);
  const own = labels.map((label, index) =>
    kinds[index] === 'body' && index < firstAnnex && !listed.has(index) ? label : null,
  );
  const scheme = schemeOf(own);
  own.forEach((label, index) => {
    if (label && scheme.parts.includes(label.rank)) kinds[index] = 'part';
    else if (label && label.rank === scheme.article) kinds[index] = 'article';
  });
  markClosing(lines, kinds, firstAnnex, listed);
  return { scheme, kinds, labels };
}

/** Marks the headings of annexes and answers where the first begins; the list of annexes at a document's end is none. */
function markAnnexes(lines: readonly string[], kinds: LineKind[]): number {
  let first = lines.length;
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    const heads =
      ANNEX.test(line) && line.length <= LONGEST_NAME * 2 && !LIST_OF_ANNEXES.test(line) && !STOP.test(line);
    if (!heads || index === 0 || next === undefined || ANNEX.test(next) || DAY.test(next)) return;
    kinds[index] = 'annex';
    first = Math.min(first, index);
  });
  return first;
}

/** Lines that go on with a list of annexes: `2.…` and so on below `附件：1.…`. */
function listedAnnexes(lines: readonly string[]): Set<number> {
  const listed = new Set<number>();
  lines.forEach((line, from) => {
    if (!LIST_OF_ANNEXES.test(line)) return;
    for (let number = 2; lines[from + number - 1]?.trimStart().startsWith(`${number}`); number += 1) {
      const next = lines[from + number - 1] ?? '';
      if (!NUMBERED.test(next) || STOP.test(next)) return;
      listed.add(from + number - 1);
    }
  });
  return listed;
}

/** Lines of a table of contents, which the document says again further down. */
function contentsOf(lines: readonly string[], labels: readonly (Label | null)[]): number[] {
  const from = lines.findIndex((line) => CONTENTS.test(line));
  const first = lines[from + 1];
  if (from < 0 || first === undefined || !labels[from + 1]) return [];
  const plain = (line: string): string => cutEnd(cutEnd(line, /\d/u), LEADER).replaceAll(/\s/gu, '');
  const again = lines.findIndex((line, index) => index > from + 1 && plain(line) === plain(first));
  if (again < 0) return [];
  return Array.from({ length: again - from }, (_, step) => from + step);
}

/** Marks the lines after the last sentence: the list of annexes, who issued it, the day, who else was sent it. */
function markClosing(lines: readonly string[], kinds: LineKind[], end: number, listed: ReadonlySet<number>): void {
  for (let index = end - 1; index > 0 && kinds[index] === 'body'; index -= 1) {
    const line = lines[index] ?? '';
    const beforeDay = kinds[index + 1] === 'closing' && line.length <= LONGEST_NAME && !STOP.test(line);
    const last = LIST_OF_ANNEXES.test(line) || listed.has(index);
    if (DAY.test(line) || PASSED_ON.test(line) || last || beforeDay) kinds[index] = 'closing';
    else return;
  }
}
