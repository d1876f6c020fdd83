import type { Bbox } from '../contract/place';
import type { Area } from './area';
import { bboxOf } from './bbox';
import { clip, type Polygons, polygonsM2, polygonsOf } from './overlay';
import { indexOf, type SpatialIndex } from './spatial-index';

interface Piece {
  polygon: Polygons[number];
  box: Bbox;
}

/** An area in its pieces, made ready to be laid over others. */
export interface PiecedArea {
  pieces: readonly Piece[];
  index: SpatialIndex;
}

/** The polygons of an area, each with its box; rings have to be closed. */
export function pieced(area: Area): PiecedArea {
  const pieces = polygonsOf(area).map((polygon): Piece => ({
    polygon,
    box: bboxOf({ type: 'Polygon', coordinates: polygon.slice(0, 1) }),
  }));
  return { pieces, index: indexOf(pieces.map(({ box }) => box)) };
}

/**
 * Square metres that two areas share, the pieces of each not overlapping among themselves. Only pieces whose boxes meet
 * are laid over each other, so that the time grows with the number of pieces, and not with its square.
 */
export function sharedM2(a: PiecedArea, b: PiecedArea): number {
  let sum = 0;
  for (const { polygon, box } of a.pieces) {
    for (const number of b.index.search(box)) {
      const other = b.pieces[number];
      if (other) sum += polygonsM2(clip('intersection', [polygon], [other.polygon]));
    }
  }
  return sum;
}
