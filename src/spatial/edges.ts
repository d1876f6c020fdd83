import type { PlanGeometry } from '../contract/features';
import { pathsOf } from '../contract/paths';
import type { Bbox, LngLat } from '../contract/place';
import { bboxOf } from './bbox';
import { degreeLengthsAt, distanceM } from './ellipsoid';
import { askPoint } from './point-query';
import { indexOf, widened } from './spatial-index';

/** Positions that one piece of an edge may have, so that far pieces can be left out by their boxes. */
const PIECE = 32;
/** A box distance is a bound only as far as a degree is equally long everywhere; this leaves room for that. */
const BOUND = 0.95;

/** Positions along every line, ring or point of a geometry, equally spaced, at most `stepM` metres apart. */
export function samplesOf(geometry: PlanGeometry, stepM: number): LngLat[] {
  return pathsOf(geometry).flatMap((path) =>
    path.flatMap((position, index): LngLat[] => {
      const [lng = NaN, lat = NaN] = position;
      const before = path[index - 1];
      if (!before) return [[lng, lat]];
      const [fromLng = NaN, fromLat = NaN] = before;
      const steps = Math.ceil(distanceM(before, position) / stepM);
      return Array.from({ length: steps }, (_, step): LngLat => {
        const t = (step + 1) / steps;
        return [fromLng + (lng - fromLng) * t, fromLat + (lat - fromLat) * t];
      });
    }),
  );
}

/**
 * Metres from a position to the nearest edge (line, boundary or point) of some geometries, which are taken apart once
 * so that many positions can be asked. `Infinity` where there are none, or none within `withinM`.
 */
export function nearestEdge(geometries: readonly PlanGeometry[]): (at: LngLat, withinM?: number) => number {
  const pieces = geometries
    .flatMap(pathsOf)
    .flatMap(piecesOf)
    .map((geometry): Piece => ({ geometry, box: bboxOf(geometry), boundM: 0 }));
  const index = indexOf(pieces.map(({ box }) => box));
  return (at, withinM = Infinity) => {
    const [lng, lat] = at;
    const near =
      withinM === Infinity
        ? pieces
        : index.search(widened([lng, lat, lng, lat], withinM)).flatMap((number) => pieces[number] ?? []);
    return leastM(near, at, withinM);
  };
}

interface Piece {
  geometry: PlanGeometry;
  box: Bbox;
  /** A least distance of the box from the position that is asked about, in metres. */
  boundM: number;
}

function leastM(pieces: readonly Piece[], at: LngLat, withinM: number): number {
  const { lngM, latM } = degreeLengthsAt(at[1]);
  let [first] = pieces;
  for (const piece of pieces) {
    const [west, south, east, north] = piece.box;
    const eastM = Math.max(0, west - at[0], at[0] - east) * lngM;
    const northM = Math.max(0, south - at[1], at[1] - north) * latM;
    piece.boundM = Math.sqrt(eastM * eastM + northM * northM) * BOUND;
    if (first && piece.boundM < first.boundM) first = piece;
  }
  // The piece whose box is nearest comes first, so that it rules out most others.
  let nearestM = first ? distanceToM(first, at) : Infinity;
  for (const piece of pieces) {
    if (piece !== first && piece.boundM < Math.min(nearestM, withinM))
      nearestM = Math.min(nearestM, distanceToM(piece, at));
  }
  return nearestM < withinM ? nearestM : Infinity;
}

function distanceToM({ geometry }: Piece, at: LngLat): number {
  return askPoint(at, { geometry, accuracyM: 0 }).distanceToEdgeM;
}

/** A path as short lines that share their ends. */
function piecesOf(path: number[][]): PlanGeometry[] {
  const [only] = path;
  if (path.length === 1 && only) return [{ type: 'Point', coordinates: only }];
  const pieces: PlanGeometry[] = [];
  for (let from = 0; from < path.length - 1; from += PIECE - 1) {
    pieces.push({ type: 'LineString', coordinates: path.slice(from, from + PIECE) });
  }
  return pieces;
}
