import type { Lang } from '../../contract/localized';
import { fold, type Folded, type Mark } from './fold';
import { askedRuns, runsOf } from './tokens';

/** A text to show, with the stretches that answer the query. */
export interface Marked {
  text: string;
  lang: Lang;
  marks: readonly Mark[];
}

/**
 * Where a folded text answers a folded query: the runs of Chinese whole, else the longest pieces of them (two
 * characters or more); of other words, those that begin with a word of the query, and those in `alike`, whole.
 */
export function marksOf(shown: Folded, query: string, alike: ReadonlySet<string> = new Set()): Mark[] {
  const found: Mark[] = [];
  const words: string[] = [];
  for (const { text, chinese } of askedRuns(query)) {
    if (!chinese) words.push(text);
    else found.push(...occurrences(shown.text, text));
  }
  if (words.length > 0 || alike.size > 0) {
    for (const { text, start, chinese } of runsOf(shown.text)) {
      if (chinese) continue;
      const begun = words.filter((word) => text.startsWith(word) && (word.length > 1 || text === word));
      const length = Math.max(0, ...begun.map((word) => word.length));
      if (length > 0) found.push([start, start + length]);
      else if (alike.has(text)) found.push([start, start + text.length]);
    }
  }
  return join(found).map(([start, end]) => shown.shown(start, end));
}

/** Where a run of Chinese stands in a text: whole if it does anywhere, else its longest pieces. */
function occurrences(text: string, run: string): Mark[] {
  const found: Mark[] = [];
  for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + run.length)) found.push([at, at + run.length]);
  if (found.length > 0 || [...run].length < 3) return found;
  for (let at = 0; at < text.length;) {
    const length = longestPiece(text, at, run);
    if (length > 0) found.push([at, at + length]);
    at += Math.max(1, length);
  }
  return found;
}

/** Length of the longest piece of `run`, of two characters or more, that `text` has at a position; 0 for none. */
function longestPiece(text: string, at: number, run: string): number {
  if (isLowSurrogate(text, at)) return 0;
  let longest = 0;
  const pair = text.slice(at, at + 2);
  for (let from = run.indexOf(pair); pair.length === 2 && from >= 0; from = run.indexOf(pair, from + 1)) {
    let length = 2;
    while (from + length < run.length && text[at + length] === run[from + length]) length += 1;
    longest = Math.max(longest, length);
  }
  // Never half of a character.
  return isLowSurrogate(text, at + longest) ? longest - 1 : longest;
}

/** In order, without those that lie inside of or across an earlier one. */
function join(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (mark[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(mark);
  }
  return kept;
}

/** How many characters of a text are shown, and how many of them stand before the first mark. */
const EXCERPT = { zh: { length: 66, before: 16 }, en: { length: 150, before: 40 } } as const;

/** The part of a text around its first mark, with `…` where it was cut; the marks move along. */
export function excerpt({ text, lang, marks }: Marked): Marked {
  const { length, before } = EXCERPT[lang];
  if (text.length <= length + before) return { text, lang, marks };
  const first = marks[0]?.[0] ?? 0;
  const latest = Math.max(0, text.length - length);
  const start = first <= before ? 0 : cutAt(text, Math.min(first - before, latest), lang);
  const end = start + length >= text.length ? text.length : cutAt(text, start + length, lang);
  const head = start > 0 ? '…' : '';
  const shift = head.length - start;
  return {
    text: `${head}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    lang,
    marks: marks
      .filter((mark) => mark[0] >= start && mark[1] <= end)
      .map((mark) => [mark[0] + shift, mark[1] + shift] as const),
  };
}

/** The nearest place before a position where a text may be cut: between words, and never inside of a character. */
function cutAt(text: string, at: number, lang: Lang): number {
  const space = lang === 'en' ? text.lastIndexOf(' ', at) : -1;
  const cut = space > at - 20 && space > 0 ? space + 1 : at;
  return isLowSurrogate(text, cut) ? cut - 1 : cut;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** A text without marks. */
export function plain(text: string, lang: Lang): Marked {
  return { text, lang, marks: [] };
}

/** A text with the marks of a query. */
export function marked(text: string, lang: Lang, query: string, alike?: ReadonlySet<string>): Marked {
  return { text, lang, marks: marksOf(fold(text), query, alike) };
}
