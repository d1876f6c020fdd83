import { UNIT_M2 } from '../contract/extract';
import type { Lang } from '../contract/localized';
import { numberFormat } from './formats';
import type { Texts } from './zh';

function numberText(value: number, digits: number, lang: Lang): string {
  return numberFormat(lang, { maximumFractionDigits: digits }).format(value);
}

/** An area as a planner writes it: in mu, with square metres below a hectare and hectares above. */
export function areaText(areaM2: number, t: Texts, lang: Lang): string {
  const { amount } = t.extract;
  const metric =
    areaM2 < UNIT_M2.ha
      ? amount.m2(numberText(areaM2, areaM2 < 100 ? 1 : 0, lang))
      : amount.ha(numberText(areaM2 / UNIT_M2.ha, 2, lang));
  return amount.both(metric, amount.mu(numberText(areaM2 / UNIT_M2.mu, 2, lang)));
}

/** An area in each of the units of the trade. */
export function areaInAll(areaM2: number, t: Texts, lang: Lang): string {
  const { amount } = t.extract;
  return [
    amount.m2(numberText(areaM2, areaM2 < 100 ? 1 : 0, lang)),
    amount.mu(numberText(areaM2 / UNIT_M2.mu, 3, lang)),
    amount.ha(numberText(areaM2 / UNIT_M2.ha, 4, lang)),
  ].join(' = ');
}

/** A measured length; unlike `distanceText`, which speaks to who walks, it is not rounded to tens of metres. */
export function lengthText(lengthM: number, t: Texts, lang: Lang): string {
  const { amount } = t.extract;
  return lengthM < 999.5 ? amount.m(numberText(lengthM, 0, lang)) : amount.km(numberText(lengthM / 1000, 2, lang));
}

/** A share of 0 to 100, without claiming all or nothing for what is nearly so. */
export function percentText(percent: number, lang: Lang): string {
  if (percent > 0 && percent < 0.01) return '<0.01 %';
  if (percent < 100 && percent > 99.99) return '>99.99 %';
  return `${numberText(percent, 2, lang)} %`;
}
