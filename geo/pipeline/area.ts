import { multiPolygon, polygon } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';

import type { PlanGeometry } from '../../src/contract/features';

export type Area = Extract<PlanGeometry, { type: 'Polygon' | 'MultiPolygon' }>;

export function isArea(geometry: PlanGeometry | null | undefined): geometry is Area {
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
}

/** An area as turf's overlay functions take it. */
export function areaFeature(area: Area): Feature<Polygon | MultiPolygon> {
  return area.type === 'Polygon' ? polygon(area.coordinates) : multiPolygon(area.coordinates);
}
