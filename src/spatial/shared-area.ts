import { intersection as robustIntersection } from 'polyclip-ts';
import polygonClipping from 'polygon-clipping';

import type { Bbox } from '../contract/place';
import type { Area } from './area';
import { bboxOf } from './bbox';
import { areaM2 } from './ellipsoid';
import { indexOf, type SpatialIndex } from './spatial-index';

type Pair = [number, number];

interface Piece {
  rings: Pair[][];
  box: Bbox;
}

/** An area in its pieces, made ready to be laid over others. */
export interface PiecedArea {
  pieces: readonly Piece[];
  index: SpatialIndex;
}

/** The polygons of an area, each with its box; rings have to be closed. */
export function pieced(area: Area): PiecedArea {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  const pieces = polygons.map((coordinates): Piece => ({
    rings: coordinates.map((ring) => ring.map(([lng = NaN, lat = NaN]): Pair => [lng, lat])),
    box: bboxOf({ type: 'Polygon', coordinates: coordinates.slice(0, 1) }),
  }));
  return { pieces, index: indexOf(pieces.map(({ box }) => box)) };
}

/**
 * Square metres that two areas share, the pieces of each not overlapping among themselves. Only pieces whose boxes meet
 * are laid over each other, so that the time grows with the number of pieces, and not with its square.
 */
export function sharedM2(a: PiecedArea, b: PiecedArea): number {
  let sum = 0;
  for (const { rings, box } of a.pieces) {
    for (const number of b.index.search(box)) {
      const other = b.pieces[number];
      if (other) sum += areaM2({ type: 'MultiPolygon', coordinates: intersection(rings, other.rings) });
    }
  }
  return sum;
}

/** The fast library throws on some edges that nearly coincide; which is not documented. The robust one does not. */
function intersection(a: Pair[][], b: Pair[][]): Pair[][][] {
  try {
    return polygonClipping.intersection(a, b);
  } catch {
    return robustIntersection(a, b);
  }
}
