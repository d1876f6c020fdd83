import type { Division } from '../../contract/plan';
import { RANK, type Label } from './labels';
import { outlineOf } from './outline';
import type { ParseProblem, ParseReason } from './parse-problem';
import { isEnglish, splitEnglish } from './split-english';
import { splitSentences } from './split-sentences';

export interface Divided {
  /** The normalised document: one paragraph a line, no indentation. */
  text: string;
  divisions: Division[];
  problems: ParseProblem[];
}

/** A first sentence that is longer is no heading; the number stands alone then. */
const LONGEST_HEADING = { zh: 40, en: 90 } as const;
/** The words in brackets that say what a 第一条 is about. */
const CLAUSE_TITLE = /^(?:【[^】]{1,30}】|〔[^〕]{1,30}〕|[（(][^）)]{1,20}[）)])[\s　]*/u;

/**
 * Second step of the parser: paragraphs → the tree part → article → sentence, whatever numbers the document uses, see
 * {@link outlineOf}.
 *
 * Lines before the first number are the head (title, date, source); those among them that end in a full stop are the
 * preamble. An article's heading is its first sentence, `（十一）优化城市空间布局。` Text of a part that stands in no
 * numbered article is an article without a heading, which carries the label of its part. Annexes are parts, and so are
 * the lines after the end. A document without numbers has one article for each paragraph.
 */
export function divide(paragraphs: readonly string[]): Divided {
  const lines = paragraphs.map((paragraph) => paragraph.trim());
  const text = lines.join('\n');
  const english = isEnglish(text);
  const split = english ? splitEnglish : splitSentences;
  const longest = LONGEST_HEADING[english ? 'en' : 'zh'];
  const { scheme, kinds, labels } = outlineOf(lines);
  const divisions: Division[] = [];
  const problems: ParseProblem[] = [];
  const used = new Set<string>();
  /** How many there are of a kind; documents have many lines, so nobody goes through all of them at each. */
  const counted = { part: 0, article: 0, annex: 0 };
  /** The number that was last given to a part of a printed number, below each parent. */
  const given = new Map<string, number>();
  const numbers = new Set<number>();
  const isFirst = (kind: string): boolean => kind === 'part' || kind === 'article' || kind === 'annex';
  const firstNumbered = kinds.findIndex(isFirst);
  const numbered = scheme.article !== null;

  let offset = 0;
  let line = '';
  let lineNumber = 0;
  /** The parts that are open, the highest first. */
  let open: { division: Division; rank: number }[] = [];
  /** What sentences go to: an article or the preamble. */
  let article: Division | null = null;
  let articleLine = 0;
  let sentences = 0;
  let heads = 0;
  let lastArticle = 0;
  /** The number printed on the last article, and whether its part has begun since. */
  let lastPrinted = 0;
  let freshPart = true;
  let lastPart = new Map<number, number | null>();
  // Articles without a number of their own are counted on from the highest that is printed.
  let unnumbered = scheme.restarts
    ? 0
    : labels.reduce((most, label, at) => Math.max(most, kinds[at] === 'article' ? (label?.value ?? 0) : 0), 0);

  const problem = (reason: ParseReason, at = lineNumber, words = line): void => {
    problems.push({ line: at, reason, text: words.slice(0, 40) });
  };
  const add = (division: Omit<Division, 'start' | 'end'>, start: number): Division => {
    const placed = { ...division, start, end: start + division.text.length };
    divisions.push(placed);
    if (division.kind === 'part' || division.kind === 'article') counted[division.kind] += 1;
    used.add(division.id);
    return placed;
  };
  const addSentences = (parent: Division, body: string, start: number): void => {
    let at = start;
    for (const sentence of body.includes('\t') ? [body] : split(body)) {
      sentences += 1;
      const id = `${parent.id}.s${sentences}`;
      add({ id, kind: 'sentence', parent: parent.id, label: null, ordinal: sentences, text: sentence }, at);
      at += sentence.length;
    }
  };
  /** The sentences of a line, the number at its beginning not taken for one. */
  const splitAfter = (label: Label | null): string[] => {
    const [first = '', ...rest] = split(line.slice(label?.length ?? 0));
    return [line.slice(0, label?.length ?? 0) + first, ...rest];
  };
  const closeArticle = (): void => {
    if (article?.kind === 'article' && article.text !== '' && sentences === 0) {
      problem('article-without-heading', articleLine, article.text);
    }
    article = null;
    sentences = 0;
  };
  const addArticle = (number: number, label: string | null, heading: string): Division => {
    closeArticle();
    const parent = open.at(-1)?.division ?? namelessPart('p1');
    article = add(
      { id: `${parent.id}.a${number}`, kind: 'article', parent: parent.id, label, ordinal: number, text: heading },
      offset,
    );
    articleLine = lineNumber;
    return article;
  };
  const addPart = (
    id: string,
    parent: string | null,
    label: string | null,
    ordinal: number,
    rank: number,
  ): Division => {
    closeArticle();
    open = open.filter((one) => one.rank < rank);
    const heading = label === null ? '' : partHeading(line, splitAfter(labels[lineNumber - 1] ?? null), longest);
    const division = add({ id, kind: 'part', parent, label, ordinal, text: heading }, offset);
    open.push({ division, rank });
    freshPart = true;
    return division;
  };
  const namelessPart = (id: string): Division => {
    return addPart(id, null, null, counted.part + 1, 0);
  };
  /** The number itself, or the next that no article of the document has. */
  const free = (number: number): number => {
    let next = number;
    while (numbers.has(next)) next += 1;
    numbers.add(next);
    return next;
  };
  const nextUnnumbered = (): number => {
    unnumbered = free(unnumbered + 1);
    if (scheme.restarts) lastArticle = unnumbered;
    return unnumbered;
  };
  const readPart = (label: Label): void => {
    const parent = open.findLast((one) => one.rank > 0 && one.rank < label.rank);
    if (!parent && label.rank !== scheme.parts[0]) problem('section-outside-chapter');
    const last = lastPart.get(label.rank) ?? null;
    const fresh = last === null || (parent !== undefined && label.value === 1);
    if (label.value === null || !(label.value === (last ?? 0) + 1 || (fresh && label.value === 1))) {
      problem('number-out-of-order');
    }
    lastPart = new Map([...lastPart].filter(([rank]) => rank <= label.rank)).set(label.rank, label.value);
    const idOf = (number: number): string => (parent ? `${parent.division.id}.${number}` : `p${number}`);
    const wanted = idOf(label.value ?? 1);
    let number = given.get(wanted) ?? label.value ?? 1;
    while (used.has(idOf(number))) number += 1;
    given.set(wanted, number);
    const part = addPart(idOf(number), parent?.division.id ?? null, label.printed, label.value ?? number, label.rank);
    const rest = line.slice(part.text.length);
    if (rest !== '') addBody(rest, offset + part.text.length);
  };
  const readArticle = (label: Label): void => {
    const { value } = label;
    const anew = scheme.restarts && freshPart && value === 1;
    if (!anew && value !== lastPrinted + 1 && !label.printed.includes('之')) problem('number-out-of-order');
    if (scheme.parts.length > 0 && open.length === 0) problem('article-outside-part');
    const number = scheme.restarts
      ? nextUnnumbered()
      : free(value !== null && value > lastArticle ? value : lastArticle + 1);
    lastArticle = number;
    unnumbered = Math.max(unnumbered, number);
    lastPrinted = value ?? lastPrinted;
    freshPart = false;
    const heading = articleHeading(line, label, splitAfter(label), longest);
    const opened = addArticle(number, nameOf(label), heading);
    addSentences(opened, line.slice(heading.length), offset + heading.length);
  };
  /** Articles that are numbered anew in every part are told apart by the label of their part. */
  const nameOf = ({ printed, rank }: Label): string => {
    const part = open.at(-1)?.division.label;
    return scheme.restarts && part && rank !== RANK.clause && rank !== RANK.decimal ? `${part}${printed}` : printed;
  };
  const addBody = (body: string, start: number): void => {
    const part = open.at(-1)?.division;
    article ??= addArticle(nextUnnumbered(), part?.label ?? null, '');
    if (article.text === '' && article.start !== start && sentences === 0) {
      // The heading of a part and its first words share a line.
      article.start = start;
      article.end = start;
    }
    addSentences(article, body, start);
  };
  const readBody = (index: number): void => {
    if (line.includes('\t') && !lines[index - 1]?.includes('\t')) problem('table-as-lines');
    if (!numbered && kinds[index] === 'body' && open.every(({ rank }) => rank === 0)) readUnnumbered();
    else if (article || open.length > 0) addBody(line, offset);
    else if (/[。！？.!?]$/u.test(line)) {
      article = add({ id: 'p0', kind: 'preamble', parent: null, label: null, ordinal: 0, text: '' }, offset);
      addBody(line, offset);
    } else readHead();
  };
  const readUnnumbered = (): void => {
    const begun = counted.article > 0;
    if (!begun && !/[。！？.!?：:；;]$/u.test(line)) return readHead();
    if (!begun) problem('no-numbering');
    const number = nextUnnumbered();
    addBodyTo(addArticle(number, `第${number}段`, ''));
  };
  const addBodyTo = (parent: Division): void => addSentences(parent, line, offset);
  const readHead = (): void => {
    heads += 1;
    add({ id: `h${heads}`, kind: 'head', parent: null, label: null, ordinal: heads, text: line }, offset);
  };

  if (text.trim() === '') problem('no-text', 1);
  lines.forEach((words, index) => {
    line = words;
    lineNumber = index + 1;
    if (line.includes('\uFFFD')) problem('broken-text');
    const label = labels[index];
    const kind = kinds[index];
    if (kind === 'part' && label) readPart(label);
    else if (kind === 'article' && label) readArticle(label);
    else if (kind === 'head') readHead();
    else if (kind === 'annex') {
      counted.annex += 1;
      addPart(`x${counted.annex}`, null, annexLabel(line), counted.annex, 0);
    } else if (kind === 'closing' && kinds[index - 1] !== 'closing' && index > firstNumbered) {
      namelessPart('end');
      addBody(line, offset);
    } else readBody(index);
    offset += line.length + 1;
  });
  closeArticle();
  return { text, divisions, problems: problems.toSorted((a, b) => a.line - b.line) };
}

function partHeading(line: string, sentences: readonly string[], longest: number): string {
  const [first = line] = sentences;
  return first.length <= longest * 2 ? first : line;
}

function articleHeading(line: string, label: Label, sentences: readonly string[], longest: number): string {
  const number = line.slice(0, label.length);
  const [first = line] = sentences;
  const stops = /[。！？.!?；;：:，,]\s*$/u.test(line);
  if (label.rank !== RANK.clause) return first.length <= longest ? first : number;
  if (!stops && line.length <= longest) return line;
  return `${number}${CLAUSE_TITLE.exec(line.slice(number.length))?.[0] ?? ''}`;
}

/** `附件1` out of `附件1：范围`. */
function annexLabel(line: string): string {
  return (
    /^(?:附\s*[件录表图]\s*[0-9０-９一二三四五六七八九十A-Z]*|[A-Za-z]+\s+[0-9A-Z]+)/u.exec(line)?.[0].trim() ?? line
  );
}
