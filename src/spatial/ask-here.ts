import type { DrawnFeature, DrawnFile } from '../contract/features';
import type { LngLat } from '../contract/place';
import { bboxOf } from './bbox';
import { degreeLengthsAt } from './ellipsoid';
import { askPoint } from './point-query';

/** A place at, or possibly at, a spot. */
export interface Hit {
  placeId: string;
  /**
   * `inside` and `too-close` are answers of the map; `touched` is a line or dot that lies outside, but so near on the
   * screen that a finger may have meant it.
   */
  relation: 'inside' | 'too-close' | 'touched';
  /** Metres to the edge of an area, to the line or to the point. */
  distanceToEdgeM: number;
}

/** Drawn shapes with their boxes, ready to be asked many times. */
export type AskIndex = readonly { feature: DrawnFeature; box: ReturnType<typeof bboxOf> }[];

/** Takes the shapes of the plan (not its parts, labels or background) out of the layer files. */
export function askIndex(files: readonly DrawnFile[]): AskIndex {
  return files
    .flatMap((file) => file.features)
    .filter((feature) => feature.properties.mark === 'shape')
    .map((feature) => ({ feature, box: bboxOf(feature.geometry) }));
}

/**
 * Everything at a spot: areas that contain it, whatever lies so close that its accuracy cannot tell, and lines and
 * points within `toleranceM` (how exactly a finger hits) that lie outside. Sure hits come first, then the nearest.
 */
export function askHere(at: LngLat, toleranceM: number, index: AskIndex): Hit[] {
  const { lngM, latM } = degreeLengthsAt(at[1]);
  const hits = index.flatMap(({ feature, box }): Hit[] => {
    const { id, accuracyM, kind } = feature.properties;
    const area = feature.geometry.type === 'Polygon' || feature.geometry.type === 'MultiPolygon';
    const reachM = area ? accuracyM : Math.max(accuracyM, toleranceM);
    const [reachLng, reachLat] = [reachM / lngM, reachM / latM];
    if (at[0] < box[0] - reachLng || at[0] > box[2] + reachLng) return [];
    if (at[1] < box[1] - reachLat || at[1] > box[3] + reachLat) return [];
    if (kind === 'whole-plan') return [];
    const { relation, distanceToEdgeM } = askPoint(at, { geometry: feature.geometry, accuracyM });
    if (relation !== 'outside') return [{ placeId: id, relation, distanceToEdgeM }];
    return area || distanceToEdgeM > reachM ? [] : [{ placeId: id, relation: 'touched', distanceToEdgeM }];
  });
  const sure = (hit: Hit): number => (hit.relation === 'inside' ? 0 : 1);
  return hits.toSorted((a, b) => sure(a) - sure(b) || a.distanceToEdgeM - b.distanceToEdgeM);
}
