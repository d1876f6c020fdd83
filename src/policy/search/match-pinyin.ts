/** How a query in Latin letters spells a name. */
export interface Spelling {
  /** Every syllable; the first letter of every one; whole syllables, the last perhaps only begun; some of both. */
  kind: 'whole' | 'initials' | 'syllables' | 'mixed';
  /** First and last character of the name that were spelt, end exclusive. */
  from: number;
  to: number;
}

/** Longer than any name; what is longer was not typed as pinyin. */
const MAX_LETTERS = 60;
/** Fewer letters than this inside of a name say nothing. */
const MIN_LETTERS_INSIDE = 3;

/** The spoken characters of a name: their syllables, and which characters of the name they are. */
export interface Spoken {
  syllables: readonly string[];
  at: readonly number[];
}

/** Leaves out what is silent. `syllables` has one entry for each character of the name. */
export function spokenOf(syllables: readonly string[]): Spoken {
  return {
    syllables: syllables.filter((syllable) => syllable !== ''),
    at: syllables.flatMap((syllable, at) => (syllable === '' ? [] : [at])),
  };
}

/**
 * Whether letters spell a name from its start, by syllables (`cuihu`), their first letters (`ch`) or both (`cuih`);
 * or, by whole syllables, from inside of it.
 */
export function matchPinyin(letters: string, { syllables, at }: Spoken): Spelling | null {
  if (letters.length > MAX_LETTERS || !/^[a-z0-9]+$/u.test(letters)) return null;
  const spelling = (from: number, count: number, kind: Spelling['kind']): Spelling => ({
    kind,
    from: at[from] ?? 0,
    to: (at[from + count - 1] ?? 0) + 1,
  });
  const straight = countSyllables(letters, syllables, 0);
  if (straight !== null) {
    const whole = syllables.join('') === letters;
    return spelling(0, straight, whole ? 'whole' : 'syllables');
  }
  const initials = syllables.map((syllable) => syllable[0]).join('');
  if (initials.startsWith(letters)) {
    const all = letters.length === syllables.length && letters.length > 1;
    return spelling(0, letters.length, all ? 'initials' : 'mixed');
  }
  const mixed = countMixed(letters, syllables);
  if (mixed !== null) return spelling(0, mixed, 'mixed');
  if (letters.length < MIN_LETTERS_INSIDE) return null;
  for (let from = 1; from < syllables.length; from += 1) {
    const count = countSyllables(letters, syllables, from);
    if (count !== null) return spelling(from, count, 'syllables');
  }
  return null;
}

/** How many syllables from one on the letters spell, the last perhaps only begun; `null` if they spell others. */
function countSyllables(letters: string, syllables: readonly string[], from: number): number | null {
  let spelt = 0;
  for (let index = from; index < syllables.length; index += 1) {
    const syllable = syllables[index] ?? '';
    if (syllable.length >= letters.length - spelt)
      return syllable.startsWith(letters.slice(spelt)) ? index - from + 1 : null;
    if (!letters.startsWith(syllable, spelt)) return null;
    spelt += syllable.length;
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
