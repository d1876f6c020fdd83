import type { Place } from '../contract/place';

/** An English name without the bracket that explains it: “Airport hub (Changshui)” → “Airport hub”. */
export function plainEnglishName(name: string): string {
  return name.replace(/ \([^)]*\)$/u, '');
}

/** The forms by which our translation names a place, the longest first, so that it wins where two overlap. */
export function englishNames({ name, enNames = [] }: Pick<Place, 'name' | 'enNames'>): string[] {
  return [plainEnglishName(name.en), ...enNames].toSorted((a, b) => b.length - a.length);
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Offset at which a name first stands in an English text, from an offset on, in whole words and in any case; `null`
 * where it does not.
 */
export function findEnglishName(text: string, name: string, from = 0): number | null {
  const lower = text.toLowerCase();
  const wanted = name.toLowerCase();
  for (let at = lower.indexOf(wanted, from); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    const beside = [lower[at - 1], lower[at + wanted.length]];
    if (!beside.some((char) => char !== undefined && LETTER_OR_DIGIT.test(char))) return at;
  }
  return null;
}
