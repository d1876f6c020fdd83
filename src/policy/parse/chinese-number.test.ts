import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { chineseNumber } from './chinese-number';

const ONES = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Writes 1–999 as a document numbers its articles. Shares nothing with the parser. */
function formatted(value: number): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const hundred = hundreds === 0 ? '' : `${ONES[hundreds] ?? ''}百`;
  const nought = hundreds > 0 && tens === 0 && value % 10 > 0 ? '零' : '';
  const ten = tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : (ONES[tens] ?? '')}十`;
  return `${hundred}${nought}${ten}${ONES[value % 10] ?? ''}`;
}

describe('chineseNumber', () => {
  it('reads back every number from 1 to 999', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (value) => {
        expect(chineseNumber(formatted(value))).toBe(value);
      }),
      { numRuns: 600 },
    );
  });

  it.each([
    ['十', 10],
    ['十一', 11],
    ['一十', 10],
    ['二十', 20],
    ['二十九', 29],
    ['九十九', 99],
    ['一百', 100],
    ['一百零三', 103],
    ['一百一十', 110],
  ])('reads %s', (numeral, value) => {
    expect(chineseNumber(numeral)).toBe(value);
  });

  it.each(['', '零', '百', '百一', '一百三', '一零三', '十十', '一二', '二十 一', '11', '甲', '（一）', '两'])(
    'gives null for “%s”',
    (numeral) => {
      expect(chineseNumber(numeral)).toBeNull();
    },
  );
});
