import type { Division } from '../contract/plan';
import { type Article, articleTree } from './article-tree';

/** A sentence (or heading) of two versions: only in one of them, or in both in other words. */
interface SentenceChange {
  kind: 'added' | 'removed' | 'changed';
  before: Pick<Division, 'id' | 'text'> | null;
  after: Pick<Division, 'id' | 'text'> | null;
}

/** An article of two versions that is not the same in both. */
export interface ArticleChange {
  kind: 'added' | 'removed' | 'changed' | 'renumbered';
  before: ArticleName | null;
  after: ArticleName | null;
  /** Nothing where only the number is another. */
  sentences: SentenceChange[];
}

interface ArticleName {
  number: number;
  label: string | null;
  heading: string;
}

/** Texts that have less of their pairs of characters in common than this are two texts, not one that was changed. */
const ALIKE = 0.5;

/**
 * What is another in a later version of a document, by article and sentence, in the order of the later version; what was
 * taken out stands where it stood. Articles belong together if their words are the same but for the number, else if
 * they are alike (Dice's coefficient of their pairs of characters, 0.5 or more), the most alike first.
 */
export function diffText(before: readonly Division[], after: readonly Division[]): ArticleChange[] {
  const [old, fresh] = [before, after].map((divisions) => [...articleTree(divisions).articles.values()]);
  if (!old || !fresh) return [];
  const partner = pairs(old, fresh);
  const taken = new Set(partner.values());
  const changes: ArticleChange[] = [];
  let next = 0;
  const passRemoved = (until: number): void => {
    for (; next < until; next += 1) {
      const gone = old[next];
      if (gone && !taken.has(gone)) changes.push(wholly('removed', gone));
    }
  };
  for (const article of fresh) {
    const same = partner.get(article);
    if (!same) {
      changes.push(wholly('added', article));
      continue;
    }
    passRemoved(old.indexOf(same));
    const sentences = diffSentences(same, article);
    const renumbered = same.division.label !== article.division.label;
    if (sentences.length > 0 || renumbered) {
      changes.push({
        kind: sentences.length > 0 ? 'changed' : 'renumbered',
        before: nameOf(same),
        after: nameOf(article),
        sentences,
      });
    }
  }
  passRemoved(old.length);
  return changes;
}

function pairs(old: readonly Article[], fresh: readonly Article[]): Map<Article, Article> {
  const partner = new Map<Article, Article>();
  const free = new Set(old);
  const bind = (article: Article, other: Article | undefined): void => {
    if (!other || partner.has(article)) return;
    partner.set(article, other);
    free.delete(other);
  };
  const byWords = new Map<string, Article[]>();
  for (const other of old) byWords.set(wordsOf(other), [...(byWords.get(wordsOf(other)) ?? []), other]);
  for (const article of fresh)
    bind(
      article,
      byWords.get(wordsOf(article))?.find((other) => free.has(other)),
    );
  const alike = fresh
    .filter((article) => !partner.has(article))
    .flatMap((article) =>
      [...free].map((other) => ({ article, other, share: alikeness(wordsOf(article), wordsOf(other)) })),
    )
    .filter(({ share }) => share >= ALIKE)
    .toSorted((a, b) => b.share - a.share);
  for (const { article, other } of alike) if (free.has(other)) bind(article, other);
  return partner;
}

/** Sentences by the longest common subsequence; what stands in the same gap and is alike was changed. */
function diffSentences(old: Article, fresh: Article): SentenceChange[] {
  const [a, b] = [piecesOf(old), piecesOf(fresh)];
  const lengths = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (!row) continue;
      row[j] =
        a[i]?.text === b[j]?.text
          ? (lengths[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  const changes: SentenceChange[] = [];
  let [i, j] = [0, 0];
  let gone: Piece[] = [];
  let come: Piece[] = [];
  const flush = (): void => {
    changes.push(...gapChanges(gone, come));
    [gone, come] = [[], []];
  };
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left && right && left.text === right.text) {
      flush();
      [i, j] = [i + 1, j + 1];
    } else if (right && (!left || (lengths[i]?.[j + 1] ?? 0) >= (lengths[i + 1]?.[j] ?? 0))) {
      come.push(right);
      j += 1;
    } else if (left) {
      gone.push(left);
      i += 1;
    }
  }
  flush();
  return changes;
}

type Piece = Pick<Division, 'id' | 'text'>;

function gapChanges(gone: readonly Piece[], come: readonly Piece[]): SentenceChange[] {
  const rest = [...gone];
  const changes = come.map((after): SentenceChange => {
    const at = rest.findIndex((one) => alikeness(one.text, after.text) >= ALIKE);
    const [before = null] = at < 0 ? [] : rest.splice(at, 1);
    return { kind: before ? 'changed' : 'added', before, after };
  });
  return [...rest.map((before): SentenceChange => ({ kind: 'removed', before, after: null })), ...changes];
}

/** Heading and sentences; the number of the heading is no part of its words. */
function piecesOf({ division, sentences }: Article): Piece[] {
  const heading = { id: division.id, text: withoutLabel(division) };
  return [heading, ...sentences.map(({ id, text }) => ({ id, text: text.trim() }))].filter(({ text }) => text !== '');
}

function wordsOf(article: Article): string {
  return piecesOf(article)
    .map(({ text }) => text)
    .join('');
}

function withoutLabel({ text, label }: Division): string {
  return (label !== null && text.startsWith(label) ? text.slice(label.length) : text).trim();
}

function wholly(kind: 'added' | 'removed', article: Article): ArticleChange {
  const name = nameOf(article);
  const sentences = piecesOf(article).map((piece): SentenceChange =>
    kind === 'added' ? { kind, before: null, after: piece } : { kind, before: piece, after: null },
  );
  return { kind, before: kind === 'added' ? null : name, after: kind === 'added' ? name : null, sentences };
}

function nameOf({ number, division }: Article): ArticleName {
  return { number, label: division.label, heading: division.text.trim() };
}

/** Dice's coefficient of the pairs of characters of two texts, from 0 to 1. */
function alikeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const counts = new Map<string, number>();
  for (let at = 0; at < a.length - 1; at += 1) {
    const pair = a.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let at = 0; at < b.length - 1; at += 1) {
    const pair = b.slice(at, at + 2);
    const left = counts.get(pair) ?? 0;
    if (left === 0) continue;
    counts.set(pair, left - 1);
    common += 1;
  }
  return (2 * common) / (a.length + b.length - 2);
}
