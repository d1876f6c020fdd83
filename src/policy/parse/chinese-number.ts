const DIGITS = '零一二三四五六七八九';

/**
 * Value of a Chinese numeral from 一 to 九十九, as government documents number their parts and articles.
 * Anything else gives `null`.
 */
export function chineseNumber(numeral: string): number | null {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(numeral);
  if (!match || numeral === '') return null;
  const [, first, ten, last] = match;
  if (!ten) return first && !last ? DIGITS.indexOf(first) : null;
  return (first ? DIGITS.indexOf(first) : 1) * 10 + (last ? DIGITS.indexOf(last) : 0);
}
