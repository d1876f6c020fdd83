import Flatbush from 'flatbush';

import type { Bbox } from '../contract/place';
import { degreeLengthsAt } from './ellipsoid';

/** Boxes that can be searched by a box. */
export interface SpatialIndex {
  /** Numbers of the boxes that overlap or touch a box, ascending. */
  search: (box: Bbox) => number[];
}

/** Indexes boxes (west, south, east, north in one unit, whichever); their number is their place in the list. */
export function indexOf(boxes: readonly Bbox[]): SpatialIndex {
  if (boxes.length === 0) return { search: () => [] };
  const tree = new Flatbush(boxes.length);
  for (const box of boxes) tree.add(...box);
  tree.finish();
  return { search: (box) => tree.search(...box).toSorted((a, b) => a - b) };
}

/** Room for the degree of longitude being shorter at the far side of a box. */
const SLACK = 1.1;

/** A box with room of some metres around it, not less. */
export function widened([west, south, east, north]: Bbox, byM: number): Bbox {
  const { lngM, latM } = degreeLengthsAt(Math.max(Math.abs(south), Math.abs(north)));
  const [byLng, byLat] = [(byM / lngM) * SLACK, (byM / latM) * SLACK];
  return [west - byLng, south - byLat, east + byLng, north + byLat];
}
