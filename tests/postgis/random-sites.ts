import type { PlanGeometry } from '../../src/contract/features';
import { positionsOf } from '../../src/contract/paths';
import type { Bbox, LngLat } from '../../src/contract/place';
import { degreeLengthsAt } from '../../src/spatial/ellipsoid';
import type { Target } from '../../src/spatial/relate';

/** A number from 0 to 1, the next of a fixed series (mulberry32). */
export function series(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Where a site may fall: anywhere in the box, or, every other one, about as far from a drawn vertex as it is accurate. */
export function randomSpot(random: () => number, box: Bbox, targets: readonly Target[]): LngLat {
  const target = targets[Math.floor(random() * targets.length)];
  const positions = target ? positionsOf(target.geometry) : [];
  const [lng, lat] = positions[Math.floor(random() * positions.length)] ?? [];
  if (random() < 0.5 || !target || lng === undefined || lat === undefined) {
    return rounded([box[0] + random() * (box[2] - box[0]), box[1] + random() * (box[3] - box[1])]);
  }
  return moved([lng, lat], random() * 2 * Math.PI, random() * 2 * (target.accuracyM + 50));
}

/** A ring of 4 to 12 corners around a spot; `radiusM`, to the farthest corner, is 20 m to 3 km unless given. */
export function randomParcel(
  random: () => number,
  centre: LngLat,
  radiusM: number = 20 * 150 ** random(),
): PlanGeometry {
  const corners = 4 + Math.floor(random() * 9);
  const ring = Array.from({ length: corners }, (_, corner) =>
    moved(centre, ((corner + 0.8 * random()) / corners) * 2 * Math.PI, radiusM * (0.4 + 0.6 * random())),
  );
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
}

function moved([lng, lat]: LngLat, angle: number, byM: number): LngLat {
  const { lngM, latM } = degreeLengthsAt(lat);
  return rounded([lng + (Math.cos(angle) * byM) / lngM, lat + (Math.sin(angle) * byM) / latM]);
}

function rounded([lng, lat]: LngLat): LngLat {
  return [Math.round(lng * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
}
