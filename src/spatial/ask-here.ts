import type { DrawnFeature, DrawnFile } from '../contract/features';
import type { LngLat } from '../contract/place';
import { bboxOf } from './bbox';
import { askPoint } from './point-query';
import { indexOf, type SpatialIndex, widened } from './spatial-index';

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

/** Drawn shapes, ready to be asked many times. */
export interface AskIndex {
  shapes: readonly DrawnFeature[];
  /** Their boxes, each widened by its accuracy. */
  index: SpatialIndex;
}

/** Takes the shapes of the plan (not its parts, labels or background) out of the layer files. */
export function askIndex(files: readonly DrawnFile[]): AskIndex {
  const shapes = files.flatMap((file) => file.features).filter((feature) => feature.properties.mark === 'shape');
  return {
    shapes,
    index: indexOf(shapes.map(({ geometry, properties }) => widened(bboxOf(geometry), properties.accuracyM))),
  };
}

/** {@link askHere} about the shapes of layer files, which are put in order for the first question and not before. */
export function askerOf(files: readonly DrawnFile[]): (at: LngLat, toleranceM: number) => Hit[] {
  let index: AskIndex | null = null;
  return (at, toleranceM) => {
    index ??= askIndex(files);
    return askHere(at, toleranceM, index);
  };
}

/**
 * Everything at a spot: areas that contain it, whatever lies so close that its accuracy cannot tell, and lines and
 * points within `toleranceM` (how exactly a finger hits) that lie outside. Sure hits come first, then the nearest.
 */
export function askHere(at: LngLat, toleranceM: number, { shapes, index }: AskIndex): Hit[] {
  const hits = index.search(widened([...at, ...at], toleranceM)).flatMap((number): Hit[] => {
    const shape = shapes[number];
    if (!shape || shape.properties.kind === 'whole-plan') return [];
    const { id, accuracyM } = shape.properties;
    const { relation, distanceToEdgeM } = askPoint(at, { geometry: shape.geometry, accuracyM });
    if (relation !== 'outside') return [{ placeId: id, relation, distanceToEdgeM }];
    const area = shape.geometry.type === 'Polygon' || shape.geometry.type === 'MultiPolygon';
    return area || distanceToEdgeM > toleranceM ? [] : [{ placeId: id, relation: 'touched', distanceToEdgeM }];
  });
  const sure = (hit: Hit): number => (hit.relation === 'inside' ? 0 : 1);
  return hits.toSorted((a, b) => sure(a) - sure(b) || a.distanceToEdgeM - b.distanceToEdgeM);
}
