import type { DrawnFeature, DrawnFile } from '../contract/features';
import type { LngLat } from '../contract/place';
import { bboxOf } from './bbox';
import { degreeLengthsAt } from './ellipsoid';
import { askPoint, type PointAnswer } from './point-query';

/** A place at, or possibly at, a spot. */
export interface Hit extends PointAnswer {
  placeId: string;
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
 * Everything at a spot: areas that contain it, and whatever lies so close that its accuracy cannot tell. Lines and
 * points count from `toleranceM` (how exactly a finger or pointer hits) or their accuracy, whichever is more.
 * Sure hits come first, then the nearest.
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
    const answer = askPoint(at, { geometry: feature.geometry, accuracyM: reachM });
    return answer.relation === 'outside' ? [] : [{ placeId: id, ...answer }];
  });
  const sure = (hit: Hit): number => (hit.relation === 'inside' ? 0 : 1);
  return hits.toSorted((a, b) => sure(a) - sure(b) || a.distanceToEdgeM - b.distanceToEdgeM);
}
