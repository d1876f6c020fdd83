import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { ReadingSchema, SearchDataSchema } from '../../../src/contract/search';
import { readingOf, searchData } from './read-names';

describe('readingOf', () => {
  // Readings by 现代汉语词典 and the gazetteers of the places; each has a character with more than one.
  it.each([
    ['翠湖', 'cui hu'],
    ['长腰山', 'chang yao shan'],
    ['长水机场', 'chang shui ji chang'],
    ['呈贡', 'cheng gong'],
    ['重庆至昆明高速铁路', 'chong qing zhi kun ming gao su tie lu'],
    ['重九起义', 'chong jiu qi yi'],
    ['重要街道', 'zhong yao jie dao'],
    ['传统街巷', 'chuan tong jie xiang'],
    ['会展中心', 'hui zhan zhong xin'],
    ['银行', 'yin hang'],
    ['音乐', 'yin yue'],
    ['绿道', 'lv dao'],
    ['六号线', 'liu hao xian'],
  ])('reads %s as %s', (name, expected) => {
    expect(readingOf(name).syllables.join(' ')).toBe(expected);
  });

  it('keeps letters and digits, and leaves silent what nobody says', () => {
    expect(readingOf('“ＴＯＤ”7号线').syllables).toEqual(['', 't', 'o', 'd', '', '7', 'hao', 'xian']);
  });

  it('gives every character one syllable, whatever the name', () => {
    const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code));
    const piece = fc.oneof(han, fc.constantFrom('（', '）', '-', '“', '7', 'T', 'é', '𠀀', '　'));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        expect(v.safeParse(ReadingSchema, readingOf(pieces.join(''))).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('searchData', () => {
  it('reads the name and the other names of each place, each once', () => {
    const data = searchData([
      { id: 'lake', name: { zh: '翠湖', en: 'Green Lake' }, aliases: ['翠湖', '翠湖公园'] },
      { id: 'none', name: { zh: '老城', en: 'Old city' }, aliases: [] },
    ]);
    expect(v.parse(SearchDataSchema, data)).toEqual(data);
    expect(data.readings['lake']?.map((reading) => reading.name)).toEqual(['翠湖', '翠湖公园']);
    expect(data.readings['none']).toHaveLength(1);
  });

  it('is refused when a character has no syllable', () => {
    const reading = { name: '翠湖', syllables: ['cui'] };
    expect(v.safeParse(SearchDataSchema, { readings: { lake: [reading] } }).success).toBe(false);
  });
});
