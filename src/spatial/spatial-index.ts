import Flatbush from 'flatbush';

import type { Bbox } from '../contract/place';

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
