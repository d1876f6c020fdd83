import { featureCollection, intersect, kinks, polygon } from '@turf/turf';

import type { PlanGeometry } from '../../../src/contract/features';
import { positionsOf } from '../../../src/contract/paths';
import { bboxOf } from '../../../src/spatial/bbox';
import { areaM2 } from '../../../src/spatial/ellipsoid';
import { areaFeature, isArea } from '../area';
import { type Check, featureCheck } from './check';

/** How far outside the coverage's box a feature may reach, in degrees (rivers and railways run on). */
const MARGIN_DEG = 0.6;
/** Two zones of a theme may share this much: the rounding of coordinates along a border. */
const OVERLAP_M2 = 10_000;

export const accuracyMissing = featureCheck(
  'TC008',
  'whatever is drawn says how accurate it is',
  ({ feature: { id, properties } }, draft) =>
    draft.geometries.has(id) && properties.accuracyM === null
      ? [
          {
            message: 'it is drawn, but accuracyM is null',
            fix: 'give the radius in metres that holds with 95 % confidence',
          },
        ]
      : [],
);

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

export const outsideCoverage = featureCheck(
  'TC010',
  'features lie in the area that the plan covers',
  ({ feature: { id } }, draft) => {
    const geometry = draft.geometries.get(id);
    const coverage = draft.geometries.get(draft.plan.coverage);
    if (!geometry || !coverage) return [];
    const [west, south, east, north] = bboxOf(coverage);
    const fits = ([x = NaN, y = NaN]: number[]): boolean =>
      x >= west - MARGIN_DEG && x <= east + MARGIN_DEG && y >= south - MARGIN_DEG && y <= north + MARGIN_DEG;
    const stray = positionsOf(geometry).find((position) => !fits(position));
    if (!stray) return [];
    const swapped = fits(stray.toReversed());
    return [
      {
        message: `${stray.join(', ')} lies outside the plan’s coverage`,
        fix: swapped ? 'the axes are swapped: write longitude first' : 'check datum and digits',
      },
    ];
  },
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

export const whereOrWhyNot = featureCheck(
  'TC013',
  'a feature has a geometry, a derivation or a reason why it has none, and only one of them',
  ({ feature: { id, geometry, properties } }, draft) => {
    const given = [geometry, properties.derive, properties.unlocated].filter(
      (value) => value !== null && value !== undefined,
    );
    if (given.length !== 1) {
      return [{ message: `${given.length} of geometry, derive and unlocated are given`, fix: 'give exactly one' }];
    }
    return properties.derive && !draft.geometries.has(id)
      ? [{ message: 'its geometry cannot be derived', fix: 'name areas (or one closed line) that have a geometry' }]
      : [];
  },
);

function ringsOf(geometry: PlanGeometry | undefined): number[][][] {
  if (geometry?.type === 'Polygon') return geometry.coordinates;
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

function overlapM2(a: PlanGeometry | undefined, b: PlanGeometry | undefined): number {
  if (!isArea(a) || !isArea(b)) return 0;
  const shared = intersect(featureCollection([areaFeature(a), areaFeature(b)]));
  return shared ? areaM2(shared.geometry) : 0;
}
