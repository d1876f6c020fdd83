import type { Lang } from '../contract/localized';
import { distanceText } from './format';
import { numberFormat } from './formats';
import type { Texts } from './zh';

/** From how far to how far, in the reader's words: `约 0.6–1.4 公里`, `1.4 公里以内`, `约 350 米`. */
export function distanceRangeText(minM: number, maxM: number, t: Texts, lang: Lang): string {
  const format = (value: number, digits: number): string =>
    numberFormat(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  const far = distanceText(maxM, t, lang);
  if (distanceText(minM, t, lang) === far) return t.near.about(far);
  // Both ends have the unit and the digits that the farther one deserves.
  const inKm = maxM >= 995;
  const digits = inKm && maxM < 10_000 ? 1 : 0;
  const [low, high] = [minM, maxM].map((metres) => format(inKm ? metres / 1000 : Math.round(metres / 10) * 10, digits));
  if (low === format(0, digits)) return t.near.within(far);
  const range = `${low}–${high}`;
  return t.near.about(inKm ? t.km(range) : t.m(range));
}
