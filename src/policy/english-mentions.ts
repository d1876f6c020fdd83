import type { Mention } from '../contract/plan';
import type { Place } from '../contract/place';
import { englishNames, findEnglishName } from './english-names';

/** A stretch of a translation that names a place, or none. */
export interface EnglishRun {
  text: string;
  /** Offset in the translation. */
  start: number;
  placeId: string | null;
}

/**
 * A division's translation, cut where it names the places that the original names there, each wherever it stands in
 * whole words. The longest form wins where two overlap; joined again the runs are the translation.
 */
export function englishRuns(
  translation: string,
  mentions: readonly Mention[],
  places: ReadonlyMap<string, Place>,
): EnglishRun[] {
  const forms = [...new Set(mentions.map(({ placeId }) => placeId))].flatMap((placeId) => {
    const place = places.get(placeId);
    return place ? englishNames(place).map((name) => ({ placeId, name })) : [];
  });
  const found: { placeId: string; start: number; end: number }[] = [];
  for (const { placeId, name } of forms.toSorted((a, b) => b.name.length - a.name.length)) {
    for (let start = findEnglishName(translation, name); start !== null;) {
      const end = start + name.length;
      if (!found.some((other) => (start ?? 0) < other.end && other.start < end)) found.push({ placeId, start, end });
      start = findEnglishName(translation, name, end);
    }
  }
  const runs: EnglishRun[] = [];
  let at = 0;
  const cut = (end: number, placeId: string | null): void => {
    if (end > at) runs.push({ text: translation.slice(at, end), start: at, placeId });
    at = end;
  };
  for (const { placeId, start, end } of found.toSorted((a, b) => a.start - b.start)) {
    cut(start, null);
    cut(end, placeId);
  }
  cut(translation.length, null);
  return runs;
}
