import { useMemo, useRef, useState } from 'react';

import type { Bbox, LngLat } from '../../contract/place';
import type { CoordinateCandidate } from '../../importers/coordinate-candidate';
import { readCoordinates } from '../../importers/coordinates';
import { degreeLengthsAt } from '../../spatial/ellipsoid';
import type { Store } from '../../state/store';
import type { NearDecimals, NearRadiusM, SharedNear } from '../../state/view-state';
import type { Texts } from '../../text/zh';
import { locateDevice } from './locate-device';
import { boxAround } from './near-drawing';

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

/** Near-me: where the visitor asks about, and what they can do with it. */
export interface Near extends NearState {
  open: () => void;
  locate: () => void;
  read: (text: string) => void;
  choose: (index: number) => void;
  use: (spot: Spot) => void;
  setRadius: (radiusM: NearRadiusM) => void;
  compare: (on: boolean) => void;
  reachFor: (placeId: string | null) => void;
  showOnMap: () => void;
  forget: () => void;
  /** Puts the spot, rounded, into the address. Nothing else does. */
  share: (decimals: NearDecimals) => void;
  unshare: () => void;
}

const EMPTY: NearState = {
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

function sharedSpot({ at, decimals }: SharedNear): Spot {
  const { lngM, latM } = degreeLengthsAt(at[1]);
  const half = 0.5 * 10 ** -decimals;
  return { at, accuracyM: Math.round(Math.hypot(half * lngM, half * latM)), origin: 'shared', name: null };
}

/**
 * Holds the spot that near-me asks about. It is kept out of the view state on purpose: what is not there cannot get
 * into the address, a report or a link.
 */
export function useNear(store: Store, coverage: Bbox | null, show: (box: Bbox | null) => void): Near {
  const [state, setState] = useState<NearState>(() => {
    const { near } = store.get();
    return near ? { ...EMPTY, spot: sharedSpot(near), radiusM: near.radiusM } : EMPTY;
  });
  const latest = useRef(state);
  /** Counts the questions to the device, so that a late answer to an old one is not taken. */
  const asked = useRef(0);

  const actions = useMemo(() => {
    const update = (change: Partial<NearState>): void => {
      latest.current = { ...latest.current, ...change };
      setState(latest.current);
    };
    const frame = (): void => {
      const { spot, other, radiusM } = latest.current;
      show(boxAround([spot?.at, other?.at].filter((at) => at !== undefined), radiusM));
    };
    const place = (spot: Spot, choice: NearState['choice']): void => {
      asked.current += 1;
      const second = latest.current.comparing;
      update({ ...(second ? { other: spot } : { spot }), choice, locating: false, problem: null, reach: null });
      // Whatever was open on the map made way for the spot; a link that was shared was about another one.
      store.set({ pane: 'near', place: null, at: null, ...(!second && { near: null }) });
      frame();
    };
    return {
      open: () => store.set({ pane: 'near', place: null }),
      locate: () => {
        asked.current += 1;
        const turn = asked.current;
        update({ locating: true, problem: null, choice: null });
        void locateDevice(navigator).then((found) => {
          if (asked.current !== turn) return;
          if (found.ok) place({ at: found.at, accuracyM: found.accuracyM, origin: 'device', name: null }, null);
          else update({ locating: false, problem: found.reason });
        });
      },
      read: (text: string) => {
        asked.current += 1;
        const found = readCoordinates(text, coverage ?? undefined);
        if (!found.ok) return update({ problem: found.reason, choice: null, locating: false });
        const [only, ...others] = found.candidates;
        const choice = { candidates: found.candidates, chosen: others.length === 0 ? 0 : null };
        if (only && others.length === 0) return place(typed(only), choice);
        update({ choice, problem: null, locating: false, ...(!latest.current.comparing && { spot: null }) });
        show(boxAround(found.candidates.map(({ at }) => at), 400));
      },
      choose: (index: number) => {
        const { choice } = latest.current;
        const chosen = choice?.candidates[index];
        if (choice && chosen) place(typed(chosen), { ...choice, chosen: index });
      },
      use: (spot: Spot) => place(spot, null),
      setRadius: (radiusM: NearRadiusM) => {
        update({ radiusM });
        const { near } = store.get();
        if (near) store.set({ near: { ...near, radiusM } });
        frame();
      },
      compare: (comparing: boolean) => {
        update({ comparing, choice: null, problem: null, ...(!comparing && { other: null }) });
        if (!comparing) frame();
      },
      reachFor: (reach: string | null) => update({ reach }),
      showOnMap: () => {
        store.set({ place: null, at: null });
        frame();
      },
      forget: () => {
        asked.current += 1;
        update({ ...EMPTY, radiusM: latest.current.radiusM });
        store.set({ near: null });
      },
      share: (decimals: NearDecimals) => {
        const { spot, radiusM } = latest.current;
        if (spot) store.set({ near: rounded(spot, decimals, radiusM) });
      },
      unshare: () => store.set({ near: null }),
    };
  }, [store, coverage, show]);

  return useMemo(() => ({ ...state, ...actions }), [state, actions]);
}

function typed({ at }: CoordinateCandidate): Spot {
  return { at, accuracyM: 0, origin: 'typed', name: null };
}
