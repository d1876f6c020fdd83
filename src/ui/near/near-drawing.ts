import type { Bbox, LngLat } from '../../contract/place';
import { bboxOf, joinBoxes } from '../../spatial/bbox';
import { circleAround, distanceM } from '../../spatial/ellipsoid';
import { metresPerPixel } from '../../spatial/mercator';
import { distanceTo } from '../../spatial/near';
import type { NearIndex } from '../../spatial/near-index';
import type { NearDrawing } from '../../state/map-surface';
import { isPending, type NearState } from './near-state';

/** A position known better than this needs no circle of doubt on the map. */
const SHOWN_DOUBT_M = 25;

/** What near-me puts on the map; `null` while there is nothing. */
export function drawingOf(state: NearState, index: NearIndex | null): NearDrawing | null {
  const { other, radiusM, choice, reach } = state;
  const spot = isPending(state) && !state.comparing ? null : state.spot;
  const candidates = choice?.candidates.map(({ at }) => at) ?? [];
  if (!spot && candidates.length === 0) return null;
  const spots = [spot, other].filter((one) => one !== null);
  const target = spot && reach !== null && index ? distanceTo(spot.at, reach, index) : null;
  return {
    spot: spot?.at ?? null,
    other: other?.at ?? null,
    circles: spots.map(({ at }) => circleAround(at, radiusM)),
    doubts: spots.filter((one) => one.accuracyM > SHOWN_DOUBT_M).map((one) => circleAround(one.at, one.accuracyM)),
    candidates,
    reach: spot && target ? [spot.at, target.spot] : null,
  };
}

/** A box that shows circles of a radius around spots. */
export function boxAround(spots: readonly LngLat[], radiusM: number): Bbox | null {
  return joinBoxes(spots.map((at) => bboxOf({ type: 'LineString', coordinates: circleAround(at, radiusM, 8) })));
}

/** How far from its middle a numbered pin still takes a touch: half of what a finger needs. */
const PIN_REACH_PX = 22;

/** Which pin a touch of the map hit, the nearest; `null` for none, or where there is nothing to choose. */
export function pinAt(at: LngLat, pins: readonly LngLat[], zoom: number): number | null {
  if (pins.length < 2) return null;
  const away = pins.map((pin) => distanceM(at, pin));
  const nearest = Math.min(...away);
  return nearest <= PIN_REACH_PX * metresPerPixel(at[1], zoom) ? away.indexOf(nearest) : null;
}
