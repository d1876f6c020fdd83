import type { PlanGeometry } from '../contract/features';
import { isArea } from '../spatial/area';
import { crossesItself } from '../spatial/self-crossing';
import { pieced, sharedM2 } from '../spatial/shared-area';
import { type Check, featureCheck } from './check';

/** Two zones of a theme may share this much: the rounding of coordinates along a border. */
const OVERLAP_M2 = 10_000;

export const ringInvalid = featureCheck(
  'TC009',
  'rings are closed, have four positions at least and do not cross themselves',
  ({ feature: { id } }, draft) =>
    ringsOf(draft.geometries.get(id)).flatMap((ring, index) => {
      const faults: string[] = [];
      const [first, last] = [ring.at(0), ring.at(-1)];
      if (ring.length < 4) faults.push('has fewer than four positions');
      else if (first?.join() !== last?.join()) faults.push('is not closed');
      else if (crossesItself(ring)) faults.push('crosses itself');
      return faults.map((fault) => ({ message: `ring ${index} ${fault}`, fix: 'redraw the ring' }));
    }),
);

export const zoneOverlap: Check = {
  code: 'TC011',
  severity: 'error',
  rule: 'zones of one theme do not overlap',
  run: (draft) => {
    const zones = draft.entries.flatMap((entry) => {
      const area = draft.geometries.get(entry.feature.id);
      return entry.feature.properties.kind === 'zone' && isArea(area) ? [{ ...entry, area: pieced(area) }] : [];
    });
    return zones.flatMap((entry, index) =>
      zones.slice(index + 1).flatMap((other) => {
        if (other.feature.properties.theme !== entry.feature.properties.theme) return [];
        const overlapM2 = sharedM2(entry.area, other.area);
        if (overlapM2 <= OVERLAP_M2) return [];
        return [
          {
            file: entry.file,
            id: entry.feature.id,
            message: `it overlaps ${other.feature.id} by ${Math.round(overlapM2)} m²`,
            fix: 'let the two share one border, or make one of them an overlay',
          },
        ];
      }),
    );
  },
};

function ringsOf(geometry: PlanGeometry | undefined): number[][][] {
  if (geometry?.type === 'Polygon') return geometry.coordinates;
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}
