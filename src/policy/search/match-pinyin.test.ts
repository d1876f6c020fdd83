import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { matchPinyin, type Spelling, spokenOf } from './match-pinyin';

const spell = (letters: string, reading: string): Spelling | null => matchPinyin(letters, spokenOf(reading.split(' ')));

describe('matchPinyin', () => {
  it.each<[string, string, Spelling['kind'], number, number]>([
    ['cuihu', 'cui hu', 'whole', 0, 2],
    ['cui', 'cui hu', 'syllables', 0, 1],
    ['cuih', 'cui hu', 'syllables', 0, 2],
    ['ch', 'cui hu', 'initials', 0, 2],
    ['wjb', 'wu jia ba', 'initials', 0, 3],
    ['wj', 'wu jia ba pian qu', 'mixed', 0, 2],
    ['wujba', 'wu jia ba', 'mixed', 0, 3],
    ['chys', 'chang yao shan', 'mixed', 0, 3],
    ['jiaba', 'wu jia ba pian qu', 'syllables', 1, 3],
    ['xian', 'xi an', 'whole', 0, 2],
    ['qihao', 'qi hao xian', 'syllables', 0, 2],
  ])('%s spells %s', (letters, reading, kind, from, to) => {
    expect(spell(letters, reading)).toEqual({ kind, from, to });
  });

  it.each([
    ['cuihua', 'cui hu'],
    ['uihu', 'cui hu'],
    ['hu', 'cui hu'],
    ['翠', 'cui hu'],
    ['', 'cui hu'],
    ['cuihu', ''],
  ])('“%s” does not spell “%s”', (letters, reading) => {
    expect(spell(letters, reading)).toBeNull();
  });

  it('passes over silent characters and counts them in the name', () => {
    expect(matchPinyin('sanjiu', spokenOf(['', 'san', 'jiu', '', 'gai']))).toEqual({
      kind: 'syllables',
      from: 1,
      to: 3,
    });
  });

  it('is not slowed down by a name made to mislead it', () => {
    const reading = Array.from({ length: 60 }, () => 'aaaaaa');
    const before = performance.now();
    expect(matchPinyin(`${'a'.repeat(58)}b`, spokenOf(reading))).toBeNull();
    expect(performance.now() - before).toBeLessThan(200);
  });

  it('finds every name by what it was cut from, and names only characters that are there', () => {
    const syllable = fc.constantFrom('a', 'an', 'ang', 'chang', 'cui', 'hu', 'xi', 'xian', 'zhong', '7', '');
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 8 }), fc.nat(20), (syllables, length) => {
        const letters = syllables.join('').slice(0, length + 1);
        const found = matchPinyin(letters, spokenOf(syllables));
        if (letters === '') return;
        expect(found).not.toBeNull();
        expect(found?.from).toBeLessThan(found?.to ?? 0);
        expect(found?.to).toBeLessThanOrEqual(syllables.length);
      }),
      { numRuns: 2000 },
    );
  });
});
