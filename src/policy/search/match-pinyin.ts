/** How much of a reading a query in Latin letters has spelt. */
export interface Spelling {
  /** `whole`: every syllable; `initials`: the first letter of every one; `syllables`: whole ones, the last perhaps begun; `mixed` */
  kind: 'whole' | 'initials' | 'syllables' | 'mixed';
  /** First and last character of the name that were spelt, end exclusive. */
  from: number;
  to: number;
}

/** Longer than any name; what is longer was not typed as pinyin. */
const MAX_LETTERS = 60;
/** Fewer letters than this inside of a name say nothing. */
const MIN_LETTERS_INSIDE = 3;

/**
 * Whether letters spell a name from its start, by syllables (`cuihu`), their first letters (`ch`) or both (`cuih`);
 * or, by whole syllables, from inside of it. `syllables` has one entry for each character, empty for silent ones.
 */
export function matchPinyin(letters: string, syllables: readonly string[]): Spelling | null {
  if (letters === '' || letters.length > MAX_LETTERS || !/^[a-z0-9]+$/u.test(letters)) return null;
  const spoken = syllables.flatMap((syllable, at) => (syllable === '' ? [] : [{ syllable, at }]));
  const spelling = (from: number, count: number, kind: Spelling['kind']): Spelling => ({
    kind,
    from: spoken[from]?.at ?? 0,
    to: (spoken[from + count - 1]?.at ?? 0) + 1,
  });
  const all = spoken.length;
  const read = spoken.map((one) => one.syllable);

  const straight = countSyllables(letters, read);
  if (straight !== null) {
    const whole = straight === all && read.join('') === letters;
    return spelling(0, straight, whole ? 'whole' : 'syllables');
  }
  const initials = read.map((syllable) => syllable[0]).join('');
  if (initials.startsWith(letters)) {
    return spelling(0, letters.length, letters.length === all && all > 1 ? 'initials' : 'mixed');
  }
  const mixed = countMixed(letters, read);
  if (mixed !== null) return spelling(0, mixed, 'mixed');
  if (letters.length < MIN_LETTERS_INSIDE) return null;
  for (let from = 1; from < all; from += 1) {
    const count = countSyllables(letters, read.slice(from));
    if (count !== null) return spelling(from, count, 'syllables');
  }
  return null;
}

/** How many syllables from the first the letters spell, the last perhaps only begun; `null` if they spell others. */
function countSyllables(letters: string, syllables: readonly string[]): number | null {
  let at = 0;
  for (const [index, syllable] of syllables.entries()) {
    const rest = letters.slice(at);
    if (syllable.startsWith(rest)) return index + 1;
    if (!rest.startsWith(syllable)) return null;
    at += syllable.length;
  }
  return null;
}

/** The same where each syllable may stand for itself, for its beginning of two letters (`zh`) or for its first. */
function countMixed(letters: string, syllables: readonly string[]): number | null {
  // Positions in the letters that the syllables so far can have brought us to.
  let reached: ReadonlySet<number> = new Set([0]);
  for (const [index, syllable] of syllables.entries()) {
    const next = new Set<number>();
    for (const at of reached) {
      const rest = letters.slice(at);
      if (syllable.startsWith(rest)) return index + 1;
      const beginnings = [syllable, syllable.slice(0, 1), ...(/^[zcs]h/u.test(syllable) ? [syllable.slice(0, 2)] : [])];
      for (const beginning of beginnings) if (rest.startsWith(beginning)) next.add(at + beginning.length);
    }
    if (next.size === 0) return null;
    reached = next;
  }
  return null;
}
