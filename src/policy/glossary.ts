import type { Term } from '../contract/commitment';
import type { Mention } from '../contract/plan';
import type { ArticleTree } from './article-tree';

/** A word of the glossary where the text uses it; offsets are those of the normalised document. */
export interface TermMark {
  term: Term;
  start: number;
  end: number;
}

/**
 * Where the words of the glossary stand: the first time in each article, so that the page stays quiet. The longest
 * word wins where two overlap; a word that is part of a place's name is left to the place.
 */
export function glossaryMarks(
  tree: ArticleTree,
  mentions: ReadonlyMap<string, readonly Mention[]>,
  glossary: readonly Term[],
): ReadonlyMap<string, readonly TermMark[]> {
  const longestFirst = glossary.toSorted((a, b) => b.term.length - a.term.length);
  const marks = new Map<string, TermMark[]>();
  for (const { division: heading, sentences } of tree.articles.values()) {
    const seen = new Set<Term>();
    for (const division of [heading, ...sentences]) {
      const taken: { start: number; end: number }[] = [...(mentions.get(division.id) ?? [])];
      const found: TermMark[] = [];
      for (const term of longestFirst) {
        if (seen.has(term)) continue;
        const at = division.text.indexOf(term.term);
        if (at < 0) continue;
        const start = division.start + at;
        const end = start + term.term.length;
        if (taken.some((other) => start < other.end && other.start < end)) continue;
        seen.add(term);
        taken.push({ start, end });
        found.push({ term, start, end });
      }
      if (found.length > 0)
        marks.set(
          division.id,
          found.toSorted((a, b) => a.start - b.start),
        );
    }
  }
  return marks;
}
