import type { Lang } from '../contract/localized';
import type { Texts } from './zh';

/** A distance in the reader's words, with no more digits than it deserves: `350 米`, `1.2 公里`, `14 km`. */
export function distanceText(distanceM: number, t: Texts, lang: Lang): string {
  const format = (value: number, digits: 0 | 1): string => numberFormat(lang, digits).format(value);
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
  const precision = date ? 'day' : month ? 'month' : 'year';
  return dayFormat(lang, precision).format(Date.UTC(year, (month ?? 1) - 1, date ?? 1));
}

const dayFormat = kept(
  (lang: Lang, precision: 'day' | 'month' | 'year') =>
    new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
      timeZone: 'UTC',
      year: 'numeric',
      ...(precision !== 'year' && { month: 'long' }),
      ...(precision === 'day' && { day: 'numeric' }),
    }),
);
const numberFormat = kept(
  (lang: Lang, digits: 0 | 1) =>
    new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en', { maximumFractionDigits: digits }),
);

/** Keeps what was made for each language and kind: a format takes longer to make than hundreds of texts to write. */
function kept<K extends string | number, F>(make: (lang: Lang, kind: K) => F): (lang: Lang, kind: K) => F {
  const made = new Map<string, F>();
  return (lang, kind) => {
    const key = `${lang} ${kind}`;
    const format = made.get(key) ?? make(lang, kind);
    made.set(key, format);
    return format;
  };
}
