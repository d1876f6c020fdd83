import type { Term } from '../contract/commitment';
import type { Mention } from '../contract/plan';
import type { Place } from '../contract/place';
import { englishNames, findEnglishName } from './english-names';

/** A stretch of a translation that names a place, is a word of the trade, or neither. */
export interface EnglishRun {
  text: string;
  /** Offset in the translation. */
  start: number;
  placeId: string | null;
  term: Term | null;
}

type Found = Pick<EnglishRun, 'placeId' | 'term'> & { start: number; end: number };

/**
 * A division's translation, cut where it names the places that the original names there, each wherever it stands in
 * whole words, and where it first has each of the words of the trade that are marked in the original. The longest form
 * wins where two overlap, and a place before a word; joined again the runs are the translation.
 */
export function englishRuns(
  translation: string,
  mentions: readonly Mention[],
  places: ReadonlyMap<string, Place>,
  terms: readonly Term[] = [],
): EnglishRun[] {
  const forms = [...new Set(mentions.map(({ placeId }) => placeId))].flatMap((placeId) => {
    const place = places.get(placeId);
    return place ? englishNames(place).map((name) => ({ placeId, name })) : [];
  });
  const found: Found[] = [];
  const add = (one: Found): boolean => {
    const free = !found.some((other) => one.start < other.end && other.start < one.end);
    if (free) found.push(one);
    return free;
  };
  for (const { placeId, name } of forms.toSorted((a, b) => b.name.length - a.name.length)) {
    for (let start = findEnglishName(translation, name); start !== null;) {
      const end = start + name.length;
      add({ placeId, term: null, start, end });
      start = findEnglishName(translation, name, end);
    }
  }
  for (const term of terms.toSorted((a, b) => b.en.length - a.en.length)) {
    for (let start = findEnglishName(translation, term.en); start !== null;) {
      const end = start + term.en.length;
      if (add({ placeId: null, term, start, end })) break;
      start = findEnglishName(translation, term.en, end);
    }
  }
  const runs: EnglishRun[] = [];
  let at = 0;
  const cut = (end: number, placeId: string | null, term: Term | null): void => {
    if (end > at) runs.push({ text: translation.slice(at, end), start: at, placeId, term });
    at = end;
  };
  for (const { placeId, term, start, end } of found.toSorted((a, b) => a.start - b.start)) {
    cut(start, null, null);
    cut(end, placeId, term);
  }
  cut(translation.length, null, null);
  return runs;
}
