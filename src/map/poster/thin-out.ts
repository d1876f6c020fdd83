import type { DrawnFeature, DrawnFile, DrawnFileName, PlanGeometry } from '../../contract/features';
import { piecesOf, positionsOf } from '../../contract/paths';
import { bboxOf } from '../../spatial/bbox';

/** A third more than the first plan draws with: more makes every page heavy that has a drawing in it. */
const MOST_POSITIONS = 60_000;

type Drawn = Partial<Record<DrawnFileName, DrawnFile>>;

interface Piece {
  feature: DrawnFeature;
  geometry: PlanGeometry;
  positions: number;
  /** Diagonal of its box, degrees. */
  size: number;
}

/**
 * A plan with few enough positions to be drawn in a page: of a plan that has more, the smallest pieces of areas, lines
 * and soft edges are left out, and `leftOut` says how many. A plan that is small enough is answered as it is.
 */
export function thinOut(drawn: Drawn, mostPositions = MOST_POSITIONS): { drawn: Drawn; leftOut: number } {
  const features = (['areas', 'lines', 'bands'] as const).flatMap((name) => drawn[name]?.features ?? []);
  const total = features.reduce((sum, { geometry }) => sum + positionsOf(geometry).length, 0);
  if (total <= mostPositions) return { drawn, leftOut: 0 };
  const kept = new Map<DrawnFeature, PlanGeometry[]>();
  let [room, leftOut] = [mostPositions, 0];
  for (const { feature, geometry, positions } of features.flatMap(measured).toSorted((a, b) => b.size - a.size)) {
    room -= positions;
    const same = kept.get(feature);
    if (room < 0) leftOut += 1;
    else if (same) same.push(geometry);
    else kept.set(feature, [geometry]);
  }
  const file = (name: 'areas' | 'lines' | 'bands'): DrawnFile => ({
    type: 'FeatureCollection',
    features: (drawn[name]?.features ?? []).flatMap((feature) => {
      const geometry = joined(kept.get(feature) ?? []);
      return geometry ? [{ ...feature, geometry }] : [];
    }),
  });
  return { drawn: { ...drawn, areas: file('areas'), lines: file('lines'), bands: file('bands') }, leftOut };
}

function measured(feature: DrawnFeature): Piece[] {
  return piecesOf(feature.geometry).map((geometry) => {
    const [west, south, east, north] = bboxOf(geometry);
    const size = Math.hypot(east - west, north - south);
    return { feature, geometry, positions: positionsOf(geometry).length, size };
  });
}

/** Pieces of one feature as one geometry; `null` where none are left. */
function joined(pieces: readonly PlanGeometry[]): PlanGeometry | null {
  const [first] = pieces;
  if (!first || pieces.length === 1) return first ?? null;
  if (first.type === 'Polygon')
    return {
      type: 'MultiPolygon',
      coordinates: pieces.flatMap((one) => (one.type === 'Polygon' ? [one.coordinates] : [])),
    };
  return {
    type: 'MultiLineString',
    coordinates: pieces.flatMap((one) => (one.type === 'LineString' ? [one.coordinates] : [])),
  };
}
