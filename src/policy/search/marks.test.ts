import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fold } from './fold';
import { excerpt, marked, type Marked } from './marks';
import { askedRuns } from './tokens';

const cut = ({ text, marks }: Marked): string[] => marks.map(([start, end]) => text.slice(start, end));
const marksIn = (text: string, query: string): string[] => cut(marked(text, 'zh', fold(query).text));

describe('marked', () => {
  it.each([
    ['提升翠湖、东白沙河水环境', '翠湖', ['翠湖']],
    ['滇池分级保护制度', '滇池保护', ['滇池', '保护']],
    ['像保护眼睛一样保护滇池', '保护滇池', ['保护滇池']],
    ['环湖开发、环湖造城', '湖', ['湖', '湖']],
    ['轨道交通８号线', '8号线', ['８', '号线']],
    ['Improve Green Lake', 'gre lake', ['Gre', 'Lake']],
    ['The end of the road', 'the road', ['road']],
    ['a b c', 'c', ['c']],
    ['cc c', 'c', ['c']],
    ['没有', '翠湖', []],
    ['没有', '', []],
  ])('marks in %s what answers %s', (text, query, expected) => {
    expect(marksIn(text, query)).toEqual(expected);
  });

  it('marks words that are alike, whole', () => {
    expect(cut(marked('Wujiaba area', 'en', 'wujaba', new Set(['wujiaba'])))).toEqual(['Wujiaba']);
  });

  it('marks only what the query says, in order, without touching itself or half of a character', () => {
    const unit = fc.constantFrom('滇', '池', '保', '护', '湖', '𠀀', 'a', 'b', 'Ｂ', 'é', '7', ' ', '、', '’');
    const text = fc.array(unit, { maxLength: 30 }).map((units) => units.join(''));
    fc.assert(
      fc.property(text, text, (shown, query) => {
        const folded = fold(query).text;
        const result = marked(shown, 'zh', folded);
        let before = 0;
        for (const [start, end] of result.marks) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
          const words = shown.slice(start, end);
          expect(words).not.toMatch(/\p{Surrogate}/u);
          expect(askedRuns(folded).some((run) => run.text.includes(fold(words).text))).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('excerpt', () => {
  const long = `${'一二三四五六七八九十'.repeat(9)}翠湖${'甲乙丙丁戊己庚辛壬癸'.repeat(9)}`;

  it('leaves a short text as it is', () => {
    const short = marked('提升翠湖水环境', 'zh', '翠湖');
    expect(excerpt(short)).toEqual(short);
  });

  it('shows what surrounds the first mark, and says where it was cut', () => {
    const shown = excerpt(marked(long, 'zh', '翠湖'));
    expect(cut(shown)).toEqual(['翠湖']);
    expect(shown.text).toMatch(/^….*翠湖.*…$/u);
    expect(shown.text.length).toBeLessThan(80);
  });

  it('cuts English between words', () => {
    const shown = excerpt(
      marked(`${'several words before '.repeat(9)}lake${' and more after it'.repeat(12)}`, 'en', 'lake'),
    );
    expect(shown.text).toMatch(/^…(?:several|words|before) /u);
    expect(cut(shown)).toEqual(['lake']);
  });

  it('keeps at least the first mark of any text', () => {
    const pieces = fc.array(fc.constantFrom('翠湖', '𠀀', '、', 'word ', '水'), { maxLength: 120 });
    fc.assert(
      fc.property(pieces, fc.constantFrom<'zh' | 'en'>('zh', 'en'), (words, lang) => {
        const whole = marked(words.join(''), lang, '翠湖');
        const shown = excerpt(whole);
        expect(cut(shown).every((one) => one === '翠湖')).toBe(true);
        expect(shown.marks.length > 0).toBe(whole.marks.length > 0);
        expect(shown.text).not.toMatch(/\p{Surrogate}/u);
      }),
      { numRuns: 1000 },
    );
  });
});
