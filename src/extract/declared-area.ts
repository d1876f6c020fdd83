import { AREA_UNITS, type AreaUnit, type SiteWarning, UNIT_M2 } from '../contract/extract';

/**
 * Percent by which a declared area may miss the computed one and still fit. A plane area in a 3° zone is up to 0.06 %
 * off the ellipsoid at the edge of the zone, and 0.1 % more per 3,000 m of height; declared figures are rounded.
 */
const FIT_PERCENT = 1;

/** The area that a file states of a parcel; `unit` is `null` where it does not say in what. */
export interface DeclaredArea {
  area: number;
  unit: AreaUnit | null;
}

/** What to say of a declared area; nothing if it fits in the declared unit. */
export function declaredAreaWarnings(declared: DeclaredArea | undefined, computedM2: number): SiteWarning[] {
  if (!declared || !(declared.area > 0) || !(computedM2 > 0)) return [];
  const offPercent = (unit: AreaUnit): number => ((declared.area * UNIT_M2[unit]) / computedM2 - 1) * 100;
  const fits = AREA_UNITS.find((unit) => Math.abs(offPercent(unit)) <= FIT_PERCENT) ?? null;
  if (declared.unit !== null && fits === declared.unit) return [];
  return [
    {
      code: 'declared-area',
      declared: declared.area,
      declaredUnit: declared.unit,
      computedM2,
      fits,
      offPercent: offPercent(fits ?? declared.unit ?? 'm2'),
    },
  ];
}
