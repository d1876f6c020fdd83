import type { Lang } from '../../contract/localized';
import type { LngLat } from '../../contract/place';
import type { Standing } from '../../spatial/near';
import { distanceRangeText } from '../../text/distance-range';
import { distanceText } from '../../text/format';
import type { Texts } from '../../text/zh';

/** One of eight winds. */
export function windText(bearingDeg: number, t: Texts): string {
  return t.near.wind[Math.round(bearingDeg / 45) % 8] ?? '';
}

/** How far and which way, as far as that is known: `约 0.6–1.4 公里，东南`. */
export function wayText(
  { minM, maxM, bearingDeg }: { minM: number; maxM: number; bearingDeg: number | null },
  t: Texts,
  lang: Lang,
): string {
  const direction = bearingDeg === null ? t.near.noDirection : windText(bearingDeg, t);
  return [distanceRangeText(minM, maxM, t, lang), direction].join(lang === 'zh' ? '，' : ', ');
}

/** What a standing rests on: how far the line or the edge is, and how well that is known where it matters. */
export function whyText(
  { relation, distanceToEdgeM, marginM }: Standing,
  of: 'ring' | 'area',
  t: Texts,
  lang: Lang,
): string {
  const distance = distanceText(distanceToEdgeM, t, lang);
  if (relation !== 'too-close') return of === 'ring' ? t.near.ringWhy(distance) : t.near.areaWhy(distance);
  const margin = distanceText(marginM, t, lang);
  return of === 'ring' ? t.near.ringUnsure(distance, margin) : t.near.areaUnsure(distance, margin);
}

/** A position for reading: latitude first, as maps are read aloud. */
export function positionText([lng, lat]: LngLat, digits = 4): string {
  return `${lat.toFixed(digits)}° N, ${lng.toFixed(digits)}° E`;
}
