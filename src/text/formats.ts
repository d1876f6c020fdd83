import type { Lang } from '../contract/localized';

/** Making one takes longer than all that is done with it, a millisecond and more. */
const numbers = new Map<string, Intl.NumberFormat>();
const days = new Map<string, Intl.DateTimeFormat>();

/** How a language writes numbers; the same for the same options. */
export function numberFormat(lang: Lang, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once(numbers, lang, options, () => new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en', options));
}

/** How a language writes days; the same for the same options. */
export function dayFormat(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(days, lang, options, () => new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', options));
}

function once<T>(known: Map<string, T>, lang: Lang, options: object, make: () => T): T {
  const key = `${lang} ${JSON.stringify(options)}`;
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}
