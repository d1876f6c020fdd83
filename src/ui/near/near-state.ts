import type { LngLat } from '../../contract/place';
import type { CoordinateCandidate } from '../../importers/coordinate-candidate';
import { degreeLengthsAt } from '../../spatial/ellipsoid';
import type { NearDecimals, NearRadiusM, SharedNear } from '../../state/view-state';
import type { Texts } from '../../text/zh';

/** A spot asked about, and how well it is known. It lives in this page only. */
export interface Spot {
  at: LngLat;
  accuracyM: number;
  origin: keyof Texts['near']['origin'];
  /** Of the selected place or the saved spot it is. */
  name: string | null;
}

export interface NearState {
  spot: Spot | null;
  /** The second spot of a comparison. */
  other: Spot | null;
  comparing: boolean;
  radiusM: NearRadiusM;
  /** What a typed coordinate can mean, and which of them the visitor chose. */
  choice: { candidates: readonly CoordinateCandidate[]; chosen: number | null } | null;
  locating: boolean;
  problem: keyof Texts['near']['problem'] | null;
  /** The place to which a line is drawn. */
  reach: string | null;
}

/** A position as it was typed, taken for exact. */
export function spotTyped(at: LngLat): Spot {
  return { at, accuracyM: 0, origin: 'typed', name: null };
}

/** Whether the visitor has yet to say which reading of a coordinate is meant. */
export function isPending({ choice }: Pick<NearState, 'choice'>): boolean {
  return choice !== null && choice.chosen === null;
}

export const NO_SPOT: NearState = {
  spot: null,
  other: null,
  comparing: false,
  radiusM: 2000,
  choice: null,
  locating: false,
  problem: null,
  reach: null,
};

/** The spot rounded to as many decimals as its visitor wants to show. */
export function rounded({ at }: Spot, decimals: NearDecimals, radiusM: NearRadiusM): SharedNear {
  const [lng, lat] = at;
  return { at: [Number(lng.toFixed(decimals)), Number(lat.toFixed(decimals))], decimals, radiusM };
}

/**
 * The spot as others may know it: rounded, and known no better than the rounding and the device allow. What is said of
 * it betrays nothing of the spot itself, which the distances to three known things would.
 */
export function shownSpot(spot: Spot, decimals: NearDecimals, radiusM: NearRadiusM): Spot {
  const shown = sharedSpot(rounded(spot, decimals, radiusM));
  // A spot that came rounded like this is not rounded again.
  const asItCame = spot.origin === 'shared' && shown.at.join() === spot.at.join();
  return { ...shown, accuracyM: spot.accuracyM + (asItCame ? 0 : shown.accuracyM) };
}

/** The spot of a link, known as well as its digits. */
export function sharedSpot({ at, decimals }: SharedNear): Spot {
  const { lngM, latM } = degreeLengthsAt(at[1]);
  const half = 0.5 * 10 ** -decimals;
  return { at, accuracyM: Math.round(Math.hypot(half * lngM, half * latM)), origin: 'shared', name: null };
}
