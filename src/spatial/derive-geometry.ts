import type { Derive, GazetteerFeature, PlanGeometry } from '../contract/features';
import { type Area, isArea } from './area';
import { clip, polygonsOf } from './overlay';

/**
 * Geometry of every feature, with the derived ones computed from those they name, in whatever order they stand.
 * A derivation that cannot be computed (unknown id, not an area, a cycle) leaves the feature without geometry; the
 * checks report it.
 */
export function deriveGeometries(features: readonly GazetteerFeature[]): Map<string, PlanGeometry> {
  const byId = new Map(features.map((feature) => [feature.id, feature]));
  const done = new Map<string, PlanGeometry>();
  const underWay = new Set<string>();

  const resolve = (id: string): PlanGeometry | null => {
    const known = done.get(id);
    if (known) return known;
    const feature = byId.get(id);
    if (!feature || underWay.has(id)) return null;
    underWay.add(id);
    const { derive } = feature.properties;
    const geometry = derive ? compute(derive, resolve) : feature.geometry;
    underWay.delete(id);
    if (geometry) done.set(id, geometry);
    return geometry;
  };
  features.forEach((feature) => resolve(feature.id));
  return done;
}

function compute(derive: Derive, resolve: (id: string) => PlanGeometry | null): PlanGeometry | null {
  const given = derive.of.map(resolve);
  if (derive.op === 'enclosed-by') {
    const [line] = given;
    return line?.type === 'LineString' ? { type: 'Polygon', coordinates: [counterClockwise(line.coordinates)] } : null;
  }
  const areas = given.filter(isArea);
  if (areas.length !== given.length) return null;
  const taken = (derive.minus ?? []).map(resolve);
  const minus = taken.filter(isArea);
  if (minus.length !== taken.length) return null;
  const whole = combine(derive.op, areas);
  const result = whole && minus.length > 0 ? combine('subtract', [whole, ...minus]) : whole;
  return result && rounded(result);
}

function combine(op: Derive['op'], areas: readonly Area[]): Area | null {
  const [first, ...rest] = areas.map(polygonsOf);
  const [only] = areas;
  if (!first || !only || rest.length === 0) return only ?? null;
  const parts = clip(op === 'intersect' ? 'intersection' : op === 'subtract' ? 'difference' : 'union', first, ...rest);
  const [part, ...others] = parts;
  if (!part) return null;
  return others.length === 0 ? { type: 'Polygon', coordinates: part } : { type: 'MultiPolygon', coordinates: parts };
}

/** Five decimals of a degree, about one metre: more than any source here carries. */
function rounded(area: Area): Area {
  const ring = (positions: number[][]): number[][] =>
    positions.map((position) => position.map((value) => Math.round(value * 1e5) / 1e5));
  return area.type === 'Polygon'
    ? { type: 'Polygon', coordinates: area.coordinates.map(ring) }
    : { type: 'MultiPolygon', coordinates: area.coordinates.map((rings) => rings.map(ring)) };
}

function counterClockwise(ring: number[][]): number[][] {
  const sum = ring.reduce((total, [x1 = 0, y1 = 0], index) => {
    const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? [];
    return total + x1 * y2 - x2 * y1;
  }, 0);
  return sum < 0 ? ring.toReversed() : ring;
}
