import type { Bbox, LngLat } from '../../contract/place';
import type { CoordinateCandidate, CoordinateFault, ReadCoordinates } from '../../importers/coordinate-candidate';

/** How to read a coordinate, within the box of what the plan covers. */
export type ReadSpots = (text: string, coverage: Bbox) => ReadCoordinates;

export interface Spots {
  /** Ways to understand what was typed; more than one where it does not say its datum. */
  candidates: readonly CoordinateCandidate[];
  /** Why what looks like a coordinate is none. */
  fault: CoordinateFault | null;
}

/** As far beside the covered area a coordinate among words is still taken for one. */
const MARGIN_DEG = 1;
/** Reasons that say only that the query is something else. */
const NOT_MEANT: readonly CoordinateFault[] = ['empty', 'nonsense', 'one-number'];

/**
 * The spots that a query names. Numbers alone, and links, are taken at their word wherever they lead; numbers among
 * words (`7号线 8号线`) only where they lead to the area of the plan.
 */
export function spotsOf(read: ReadSpots, text: string, coverage: Bbox): Spots {
  const result = read(text, coverage);
  if (!result.ok) return { candidates: [], fault: NOT_MEANT.includes(result.reason) ? null : result.reason };
  const near = result.candidates.filter(({ at }) => isNear(at, coverage));
  const alone = /^[\d\s.,;，；、°′″'"+-]+$|:\/\//u.test(text.trim());
  return { candidates: near.length > 0 || !alone ? near : result.candidates, fault: null };
}

function isNear([lng, lat]: LngLat, [west, south, east, north]: Bbox): boolean {
  const lngFits = lng >= west - MARGIN_DEG && lng <= east + MARGIN_DEG;
  return lngFits && lat >= south - MARGIN_DEG && lat <= north + MARGIN_DEG;
}
