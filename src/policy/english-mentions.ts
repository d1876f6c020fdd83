import type { Mention } from '../contract/plan';
import type { Place } from '../contract/place';

/** A stretch of a translation that names a place, or none. */
export interface EnglishRun {
  text: string;
  /** Offset in the translation. */
  start: number;
  placeId: string | null;
}

/**
 * A division's translation, cut where it names the places that the original names there. Only names that stand in the
 * translation as they are in the gazetteer are found; joined again the runs are the translation.
 */
export function englishRuns(
  translation: string,
  mentions: readonly Mention[],
  places: ReadonlyMap<string, Place>,
): EnglishRun[] {
  const lower = translation.toLowerCase();
  const named = [...new Set(mentions.map(({ placeId }) => placeId))].flatMap((placeId) => {
    const place = places.get(placeId);
    return place ? englishNames(place).map((name) => ({ placeId, name: name.toLowerCase() })) : [];
  });
  const found: { placeId: string; start: number; end: number }[] = [];
  for (const { placeId, name } of named.toSorted((a, b) => b.name.length - a.name.length)) {
    for (let start = lower.indexOf(name); start >= 0; start = lower.indexOf(name, start + 1)) {
      const end = start + name.length;
      const insideWord = /\w/u.test(lower[start - 1] ?? '') || /\w/u.test(lower[end] ?? '');
      if (insideWord || found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ placeId, start, end });
    }
  }
  const runs: EnglishRun[] = [];
  let at = 0;
  for (const { placeId, start, end } of found.toSorted((a, b) => a.start - b.start)) {
    if (start > at) runs.push({ text: translation.slice(at, start), start: at, placeId: null });
    runs.push({ text: translation.slice(start, end), start, placeId });
    at = end;
  }
  if (at < translation.length) runs.push({ text: translation.slice(at), start: at, placeId: null });
  return runs;
}

/** The forms by which the translation may name a place: its name without an explanation in brackets. */
function englishNames({ name }: Place): string[] {
  return [name.en.replace(/ \([^)]*\)$/u, '')];
}
