import type { PlanGeometry } from '../contract/features';
import { pathsOf } from '../contract/paths';
import type { LngLat } from '../contract/place';
import { bboxOf } from './bbox';
import { degreeLengthsAt, distanceM } from './ellipsoid';
import { askPoint } from './point-query';

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
    .map((geometry) => ({ geometry, box: bboxOf(geometry), boundM: 0 }));
  return (at, withinM = Infinity) => {
    const { lngM, latM } = degreeLengthsAt(at[1]);
    let [first] = pieces;
    for (const piece of pieces) {
      const [west, south, east, north] = piece.box;
      const eastM = Math.max(0, west - at[0], at[0] - east) * lngM;
      const northM = Math.max(0, south - at[1], at[1] - north) * latM;
      piece.boundM = Math.sqrt(eastM * eastM + northM * northM) * BOUND;
      if (first && piece.boundM < first.boundM) first = piece;
    }
    let nearestM = Infinity;
    const ask = ({ geometry, boundM }: (typeof pieces)[number]): void => {
      if (boundM >= Math.min(nearestM, withinM)) return;
      nearestM = Math.min(nearestM, askPoint(at, { geometry, accuracyM: 0 }).distanceToEdgeM);
    };
    if (first) ask(first);
    pieces.forEach(ask);
    return nearestM < withinM ? nearestM : Infinity;
  };
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
