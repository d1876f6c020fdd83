import type { Lang } from '../contract/localized';
import { dayFormat, numberFormat } from './formats';
import type { Texts } from './zh';

/** A distance in the reader's words, with no more digits than it deserves: `350 米`, `1.2 公里`, `14 km`. */
export function distanceText(distanceM: number, t: Texts, lang: Lang): string {
  const format = (value: number, digits: number): string =>
    numberFormat(lang, { maximumFractionDigits: digits }).format(value);
  // What would be rounded to 1 000 m is a kilometre.
  if (distanceM < 995) {
    const step = distanceM < 100 ? 5 : 10;
    return t.m(format(Math.max(step, Math.round(distanceM / step) * step), 0));
  }
  return t.km(format(distanceM / 1000, distanceM < 10_000 ? 1 : 0));
}

/** A day such as `2021-07-03`, or a month or year, in the reader's language. */
export function dayText(day: string, lang: Lang): string {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined) return day;
  const options: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month && { month: 'long' }),
    ...(date && { day: 'numeric' }),
  };
  return dayFormat(lang, options).format(Date.UTC(year, (month ?? 1) - 1, date ?? 1));
}
