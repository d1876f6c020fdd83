const DIGITS = '零一二三四五六七八九';
const NUMERAL = /^(?:([一二三四五六七八九])百)?(?:(零|〇)|(?:([一二三四五六七八九])?(十)))?([一二三四五六七八九])?$/u;

/**
 * Value of a Chinese numeral from 一 to 九百九十九, as government documents number their parts and articles.
 * Anything else gives `null`.
 */
export function chineseNumber(numeral: string): number | null {
  const match = NUMERAL.exec(numeral);
  if (!match || numeral === '') return null;
  const [, hundreds, zero, tens, ten, last] = match;
  const lastDigit = last ? DIGITS.indexOf(last) : 0;
  // A nought stands only between hundreds and ones; hundreds are not followed by a bare ten or a bare one.
  if (zero && (!hundreds || !last)) return null;
  if (hundreds && ((ten && !tens) || (!zero && !ten && last))) return null;
  const tensDigit = ten ? (tens ? DIGITS.indexOf(tens) : 1) : 0;
  const value = (hundreds ? DIGITS.indexOf(hundreds) : 0) * 100 + tensDigit * 10 + lastDigit;
  return value === 0 ? null : value;
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Value of a number as documents print it: Chinese, ASCII or full-width digits, Roman; `null` for anything else. */
export function printedNumber(printed: string): number | null {
  const plain = printed.normalize('NFKC').replaceAll(/\s/gu, '');
  if (/^\d{1,4}$/u.test(plain)) return Number(plain);
  if (/^[IVXLC]+$/u.test(plain)) {
    const values = [...plain].map((letter) => ROMAN[letter] ?? 0);
    return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
  }
  return chineseNumber(plain.replaceAll('〇', '零'));
}
