import type { Feature, MultiPolygon, Polygon } from 'geojson';

import type { PlanGeometry } from '../contract/features';

export type Area = Extract<PlanGeometry, { type: 'Polygon' | 'MultiPolygon' }>;

/** Whether a geometry is an area whose rings are closed: what the overlay functions take without throwing. */
export function isArea(geometry: PlanGeometry | null | undefined): geometry is Area {
  if (geometry?.type === 'Polygon') return geometry.coordinates.every(isClosed);
  return geometry?.type === 'MultiPolygon' && geometry.coordinates.flat().every(isClosed);
}

function isClosed(ring: readonly (readonly number[])[]): boolean {
  return ring.length >= 4 && ring.at(0)?.join() === ring.at(-1)?.join();
}

/** An area with its positions rounded to some decimals of a degree. */
export function rounded(area: Area, decimals: number): Area {
  const factor = 10 ** decimals;
  const ring = (positions: number[][]): number[][] =>
    positions.map((position) => position.map((value) => Math.round(value * factor) / factor));
  return area.type === 'Polygon'
    ? { type: 'Polygon', coordinates: area.coordinates.map(ring) }
    : { type: 'MultiPolygon', coordinates: area.coordinates.map((rings) => rings.map(ring)) };
}

/** An area as turf's overlay functions take it. */
export function areaFeature(area: Area): Feature<Polygon | MultiPolygon> {
  return { type: 'Feature', properties: {}, geometry: area };
}
