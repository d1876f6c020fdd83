import type { Bbox, LngLat, Place } from '../contract/place';
import type { Plan } from '../contract/plan';
import { joinBoxes } from '../spatial/bbox';
import { degreeLengthsAt } from '../spatial/ellipsoid';
import { squareAround } from '../spatial/mercator';
import type { Camera, ViewState } from '../state/view-state';

/** Nothing is shown closer than this at first, in metres from the middle to the edge. */
const CLOSEST_M = 1000;
/** A dot is shown with the circle that it may lie in, up to this radius in metres; wider ones are not drawn. */
const WIDEST_M = 3000;
/** How many times wider than the plan's own frame the places of an article may reach, and still all be shown. */
const WIDEST_SHARE = 2;

/** What the first picture of the map depends on. */
export interface OpeningPlan {
  plan: Plan;
  places: ReadonlyMap<string, Place>;
  placesOf: (article: number) => readonly string[];
}

/**
 * Where the map stands first: the camera of the link, else its place or spots, else what its article names, else the
 * plan's own frame. Boxes are squares, so that a drawing of them fits every window by the same rule as the map.
 */
export function openingView(
  { camera, place, at, near, article }: Pick<ViewState, 'camera' | 'place' | 'at' | 'near' | 'article'>,
  { plan, places, placesOf }: OpeningPlan,
): Camera | Bbox {
  if (camera) return camera;
  const whole = squareAround(plan.frame);
  const box = place === null ? null : boxOfPlace(places.get(place));
  if (box) return box;
  if (near) return squareAround(boxAround(near.at, near.radiusM));
  if (at) return squareAround(boxAround(at, CLOSEST_M * 5));
  if (article === null) return whole;
  const named = placesOf(article).map((id) => boxOfPlace(places.get(id)));
  const all = joinBoxes(named.filter((one) => one !== null));
  return all && all[2] - all[0] <= (whole[2] - whole[0]) * WIDEST_SHARE ? squareAround(all) : whole;
}

/** A place with the room around it that shows where it is; `null` for what is nowhere, or everywhere. */
function boxOfPlace(place: Place | undefined): Bbox | null {
  if (!place?.bbox || place.kind === 'whole-plan') return null;
  const [west, south, east, north] = place.bbox;
  const middle: LngLat = [(west + east) / 2, (south + north) / 2];
  const roomM = place.kind === 'point' ? Math.min(place.accuracyM ?? 0, WIDEST_M) * 1.1 : 0;
  return squareAround(joinBoxes([place.bbox, boxAround(middle, Math.max(CLOSEST_M, roomM))]) ?? place.bbox);
}

/** A box around a spot, `halfM` metres to each side. */
function boxAround([lng, lat]: LngLat, halfM: number): Bbox {
  const { lngM, latM } = degreeLengthsAt(lat);
  return [lng - halfM / lngM, lat - halfM / latM, lng + halfM / lngM, lat + halfM / latM];
}
