import type { Derive } from '../contract/features';
import { type Area, rounded } from './area';
import { clip, polygonsOf } from './clip';

/** Of a degree, about one metre: more than any source here carries. */
const DECIMALS = 5;

/** Puts areas together and takes others away from the whole; `null` where nothing is left. */
export type Combine = (op: Derive['op'], areas: readonly Area[], minus: readonly Area[]) => Area | null;

/** What areas have together, in common, or the first without the others, to five decimals of a degree. */
export const combineAreas: Combine = (op, areas, minus) => {
  const whole = combined(op, areas);
  const result = whole && minus.length > 0 ? combined('subtract', [whole, ...minus]) : whole;
  return result && rounded(result, DECIMALS);
};

function combined(op: Derive['op'], areas: readonly Area[]): Area | null {
  const [first, ...rest] = areas.map(polygonsOf);
  const [only] = areas;
  if (!first || !only || rest.length === 0) return only ?? null;
  const parts = clip(op === 'intersect' ? 'intersection' : op === 'subtract' ? 'difference' : 'union', first, ...rest);
  const [part, ...others] = parts;
  if (!part) return null;
  return others.length === 0 ? { type: 'Polygon', coordinates: part } : { type: 'MultiPolygon', coordinates: parts };
}
