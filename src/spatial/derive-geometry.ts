import type { Derive, GazetteerFeature, PlanGeometry } from '../contract/features';
import { isArea } from './area';
import { type Combine, combineAreas } from './combine';

/**
 * Geometry of every feature, with the derived ones computed from those they name, in whatever order they stand.
 * A derivation that cannot be computed (unknown id, not an area, a cycle) leaves the feature without geometry; the
 * checks report it. `combine` puts areas together, or has them.
 */
export function deriveGeometries(
  features: readonly GazetteerFeature[],
  combine: Combine = combineAreas,
): Map<string, PlanGeometry> {
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
    const geometry = derive ? compute(derive, resolve, combine) : feature.geometry;
    underWay.delete(id);
    if (geometry) done.set(id, geometry);
    return geometry;
  };
  features.forEach((feature) => resolve(feature.id));
  return done;
}

function compute(derive: Derive, resolve: (id: string) => PlanGeometry | null, combine: Combine): PlanGeometry | null {
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
  return combine(derive.op, areas, minus);
}

function counterClockwise(ring: number[][]): number[][] {
  const sum = ring.reduce((total, [x1 = 0, y1 = 0], index) => {
    const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? [];
    return total + x1 * y2 - x2 * y1;
  }, 0);
  return sum < 0 ? ring.toReversed() : ring;
}
