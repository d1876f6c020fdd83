import type { Localized } from '../contract/localized';
import type { Plan } from '../contract/plan';

/** What stands in a new plan where somebody has to write something. */
export const TO_WRITE: Localized = { zh: '待填', en: 'TO DO' };
/** The frame of a plan for which nobody has chosen one. */
export const EARTH: Plan['frame'] = [-180, -85, 180, 85];

/** Fields of a plan, as paths, that nobody has written yet: placeholders, the whole earth, days before there were any. */
export function leftToWrite(plan: Plan): string[] {
  const look = (value: unknown, path: string): string[] => {
    if (typeof value === 'string') {
      return value === TO_WRITE.zh || value === TO_WRITE.en || value.startsWith('0001-') ? [path] : [];
    }
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, one]) => look(one, path === '' ? key : `${path}.${key}`));
  };
  return [...look(plan, ''), ...(String(plan.frame) === String(EARTH) ? ['frame'] : [])];
}
