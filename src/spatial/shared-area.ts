import type { Bbox } from '../contract/place';
import type { Area } from './area';
import { bboxOf } from './bbox';
import { clip, polygonsOf } from './clip';
import { cutNear, type FlatArea, flatArea, polygonsM2 } from './overlay';
import { indexOf, type SpatialIndex } from './spatial-index';

interface Piece {
  rings: FlatArea;
  box: Bbox;
}

/** An area in its pieces, made ready to be laid over others. */
export interface PiecedArea {
  pieces: readonly Piece[];
  index: SpatialIndex;
}

/** The polygons of an area, each with its box; rings have to be closed. */
export function pieced(area: Area): PiecedArea {
  const pieces = polygonsOf(area).map((coordinates): Piece => {
    const polygon: Area = { type: 'Polygon', coordinates };
    return { rings: flatArea(polygon), box: bboxOf(polygon) };
  });
  return { pieces, index: indexOf(pieces.map(({ box }) => box)) };
}

/**
 * Square metres that two areas share, the pieces of each not overlapping among themselves. Only pieces whose boxes meet
 * are laid over each other, so that the time grows with the number of pieces, and not with its square; and of those only
 * what is near the other's box.
 */
export function sharedM2(a: PiecedArea, b: PiecedArea): number {
  let sum = 0;
  for (const { rings, box } of a.pieces) {
    for (const number of b.index.search(box)) {
      const other = b.pieces[number];
      if (!other) continue;
      const [one, two] = [cutNear(rings, other.box), cutNear(other.rings, box)];
      if (one.length > 0 && two.length > 0) sum += polygonsM2(clip('intersection', one, two));
    }
  }
  return sum;
}
