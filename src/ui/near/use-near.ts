import { useEffect, useMemo, useRef, useState } from 'react';

import type { Bbox, LngLat } from '../../contract/place';
import type { ReadCoordinates } from '../../importers/coordinate-candidate';
import type { Store } from '../../state/store';
import type { Camera, NearDecimals, NearRadiusM } from '../../state/view-state';
import { locateDevice } from './locate-device';
import { boxAround, pinAt } from './near-drawing';
import { type NearState, NO_SPOT, rounded, sharedSpot, type Spot, spotTyped } from './near-state';

/** Near-me: where the visitor asks about, and what they can do with it. */
export interface Near extends NearState {
  open: () => void;
  locate: () => void;
  /** Takes what was understood of a typed coordinate, or why nothing was. */
  read: (found: ReadCoordinates) => void;
  choose: (index: number) => void;
  /** Takes a touch of the map for the pin that it hit; what it means elsewhere is `otherwise`. */
  touch: (at: LngLat, otherwise: (at: LngLat) => void) => void;
  /** Leaves the readings of a coordinate alone, back to the spot before. */
  dropChoice: () => void;
  take: (spot: Spot) => void;
  /** Takes a position that was typed elsewhere. */
  takeTyped: (at: LngLat) => void;
  setRadius: (radiusM: NearRadiusM) => void;
  compare: (on: boolean) => void;
  reachFor: (placeId: string | null) => void;
  showOnMap: () => void;
  forget: () => void;
  /** Puts the spot, rounded, into the address. Nothing else does. */
  share: (decimals: NearDecimals) => void;
  unshare: () => void;
  /** Follows the map, in the address as well unless that would show where the spot is. */
  moved: (camera: Camera) => void;
  /** Where the map stands, whether or not the address may say so. */
  cameraNow: () => Camera | null;
}

/**
 * Holds the spot that near-me asks about. It is kept out of the view state on purpose: what is not there cannot get
 * into the address, a report or a link.
 */
export function useNear(store: Store, show: (box: Bbox | null) => void): Near {
  const [state, setState] = useState<NearState>(() => {
    const { near } = store.get();
    return near ? { ...NO_SPOT, spot: sharedSpot(near), radiusM: near.radiusM } : NO_SPOT;
  });
  useEffect(() => {
    // A link may give the spot without the pane.
    if (store.get().near && store.get().pane === 'read') store.set({ pane: 'near' });
  }, [store]);
  const latest = useRef(state);
  /** Where the map stands. */
  const stood = useRef<Camera | null>(null);
  /** Counts the questions to the device, so that a late answer to an old one is not taken. */
  const asked = useRef(0);

  const actions = useMemo(() => {
    const update = (change: Partial<NearState>): void => {
      latest.current = { ...latest.current, ...change };
      setState(latest.current);
    };
    const frame = (): void => {
      const { spot, other, radiusM } = latest.current;
      show(
        boxAround(
          [spot?.at, other?.at].filter((at) => at !== undefined),
          radiusM,
        ),
      );
    };
    const place = (spot: Spot, choice: NearState['choice']): void => {
      asked.current += 1;
      const second = latest.current.comparing;
      update({ ...(second ? { other: spot } : { spot }), choice, locating: false, problem: null, reach: null });
      // Whatever was open on the map made way for the spot; a link that was shared was about another one.
      store.set({ pane: 'near', place: null, at: null, ...(!second && { near: null }) });
      frame();
    };
    const choose = (index: number): void => {
      const { choice } = latest.current;
      const chosen = choice?.candidates[index];
      if (choice && chosen) place(spotTyped(chosen.at), { ...choice, chosen: index });
    };
    return {
      open: () => store.set({ pane: 'near', place: null }),
      locate: () => {
        asked.current += 1;
        const turn = asked.current;
        update({ locating: true, problem: null, choice: null });
        const wait = async (): Promise<void> => {
          const found = await locateDevice(navigator);
          if (asked.current !== turn) return;
          if (found.ok) place({ at: found.at, accuracyM: found.accuracyM, origin: 'device', name: null }, null);
          else update({ locating: false, problem: found.reason });
        };
        void wait();
      },
      read: (found: ReadCoordinates) => {
        asked.current += 1;
        if (!found.ok) return update({ problem: found.reason, choice: null, locating: false });
        const [only, ...others] = found.candidates;
        const choice = { candidates: found.candidates, chosen: others.length === 0 ? 0 : null };
        if (only && others.length === 0) return place(spotTyped(only.at), choice);
        update({ choice, problem: null, locating: false });
        show(
          boxAround(
            found.candidates.map(({ at }) => at),
            400,
          ),
        );
      },
      choose,
      touch: (at: LngLat, otherwise: (at: LngLat) => void) => {
        const pins = latest.current.choice?.candidates.map((candidate) => candidate.at) ?? [];
        const hit = stood.current && pinAt(at, pins, stood.current.zoom);
        if (typeof hit === 'number') choose(hit);
        else otherwise(at);
      },
      dropChoice: () => update({ choice: null }),
      take: (spot: Spot) => place(spot, null),
      takeTyped: (at: LngLat) => place(spotTyped(at), null),
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
        update({ ...NO_SPOT, radiusM: latest.current.radiusM });
        store.set({ near: null });
      },
      share: (decimals: NearDecimals) => {
        const { spot, radiusM } = latest.current;
        if (spot) store.set({ near: rounded(spot, decimals, radiusM) });
      },
      unshare: () => store.set({ near: null }),
      moved: (camera: Camera) => {
        stood.current = camera;
        const { spot, choice } = latest.current;
        if (!spot && !choice) store.set({ camera });
      },
      cameraNow: () => stood.current ?? store.get().camera,
    };
  }, [store, show]);

  return useMemo(() => ({ ...state, ...actions }), [state, actions]);
}
