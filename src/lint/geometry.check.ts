import { featureCollection, intersect, kinks, polygon } from '@turf/turf';

import type { PlanGeometry } from '../contract/features';
import { bboxOf, boxesTouch } from '../spatial/bbox';
import { areaM2 } from '../spatial/ellipsoid';
import { areaFeature, isArea } from '../spatial/area';
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
      else if (kinks(polygon([ring])).features.length > 0) faults.push('crosses itself');
      return faults.map((fault) => ({ message: `ring ${index} ${fault}`, fix: 'redraw the ring' }));
    }),
);

export const zoneOverlap: Check = {
  code: 'TC011',
  severity: 'error',
  rule: 'zones of one theme do not overlap',
  run: (draft) => {
    const zones = draft.entries.filter(({ feature }) => feature.properties.kind === 'zone');
    return zones.flatMap((entry, index) =>
      zones.slice(index + 1).flatMap((other) => {
        if (other.feature.properties.theme !== entry.feature.properties.theme) return [];
        const sharedM2 = overlapM2(draft.geometries.get(entry.feature.id), draft.geometries.get(other.feature.id));
        if (sharedM2 <= OVERLAP_M2) return [];
        return [
          {
            file: entry.file,
            id: entry.feature.id,
            message: `it overlaps ${other.feature.id} by ${Math.round(sharedM2)} m²`,
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

function overlapM2(a: PlanGeometry | undefined, b: PlanGeometry | undefined): number {
  if (!isArea(a) || !isArea(b) || !boxesTouch(bboxOf(a), bboxOf(b))) return 0;
  const shared = intersect(featureCollection([areaFeature(a), areaFeature(b)]));
  return shared ? areaM2(shared.geometry) : 0;
}
