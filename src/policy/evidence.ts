import type { Term } from '../contract/commitment';
import { put } from '../contract/lists';
import type { Division, Mention } from '../contract/plan';
import type { Place } from '../contract/place';
import { type ArticleTree, articleNumberOf } from './article-tree';
import type { TermMark } from './glossary';

/** A sentence (or heading) that speaks of a place, with the words that do. */
export interface Evidence {
  division: Division;
  article: number;
  mentions: Mention[];
}

export interface PlaceEvidence {
  evidence: Evidence[];
  /** Set when the text does not name the place itself, but one that covers it. */
  impliedBy: Place | null;
}

/** Sentences by place, in reading order. */
export function evidenceIndex(tree: ArticleTree, mentions: readonly Mention[]): Map<string, Evidence[]> {
  const index = new Map<string, Evidence[]>();
  for (const mention of mentions) {
    const division = tree.byId.get(mention.divisionId);
    const article = articleNumberOf(mention.divisionId);
    if (!division || article === null) continue;
    const found = index.get(mention.placeId) ?? [];
    const before = found.at(-1);
    if (before?.division.id === division.id) before.mentions.push(mention);
    else found.push({ division, article, mentions: [mention] });
    index.set(mention.placeId, found);
  }
  return index;
}

/** The sentences that speak of a place; of one that is only implied, those that speak of what covers it. */
export function evidenceOf(
  place: Place,
  places: ReadonlyMap<string, Place>,
  index: ReadonlyMap<string, Evidence[]>,
  seen: readonly string[] = [],
): PlaceEvidence {
  const own = index.get(place.id);
  if (own) return { evidence: own, impliedBy: null };
  const cover = places.get(place.impliedBy ?? place.partOf ?? '');
  if (!cover || [...seen, place.id].includes(cover.id)) return { evidence: [], impliedBy: null };
  const deeper = evidenceOf(cover, places, index, [...seen, place.id]);
  return { evidence: deeper.evidence, impliedBy: deeper.impliedBy ?? cover };
}

/** A stretch of text: the name of a place, a word of the glossary, or neither. */
export interface Run {
  text: string;
  mention: Mention | null;
  term: Term | null;
}

/**
 * A division's text cut at its mentions and at the words that are explained; joined again it is the text. The two must
 * not overlap, as {@link glossaryMarks} sees to.
 */
export function runsOf(division: Division, mentions: readonly Mention[], terms: readonly TermMark[] = []): Run[] {
  const runs: Run[] = [];
  let at = division.start;
  const cut = (to: number): string => division.text.slice(at - division.start, to - division.start);
  const plain = (to: number): void => {
    if (to > at) runs.push({ text: cut(to), mention: null, term: null });
    at = to;
  };
  const marked = [
    ...mentions.map((mention) => ({ start: mention.start, end: mention.end, mention, term: null })),
    ...terms.map(({ start, end, term }) => ({ start, end, mention: null, term })),
  ].toSorted((a, b) => a.start - b.start);
  for (const { start, end, mention, term } of marked) {
    plain(start);
    runs.push({ text: cut(end), mention, term });
    at = end;
  }
  plain(division.end);
  return runs;
}

/** Mentions by the division they stand in, in reading order. */
export function mentionsByDivision(mentions: readonly Mention[]): Map<string, Mention[]> {
  const byDivision = new Map<string, Mention[]>();
  for (const mention of mentions) put(byDivision, mention.divisionId, mention);
  return byDivision;
}

/** Ids of the places that each article names, in reading order, without those too wide to show (the whole plan). */
export function placesByArticle(
  mentions: readonly Mention[],
  places: ReadonlyMap<string, Place>,
): ReadonlyMap<number, readonly string[]> {
  const ids = new Map<number, string[]>();
  for (const { divisionId, placeId } of mentions) {
    const article = articleNumberOf(divisionId);
    if (article !== null && places.get(placeId)?.kind !== 'whole-plan') put(ids, article, placeId);
  }
  return new Map([...ids].map(([article, of]) => [article, [...new Set(of)]]));
}
