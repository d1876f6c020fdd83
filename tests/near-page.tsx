import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { vi } from 'vitest';

import { tinyDesk } from './tiny-desk';
import { changed, COMMITMENT, feature, FEATURES, PROGRESS, square, tinyPlan } from './tiny-plan';
import type { Commitment } from '../src/contract/commitment';
import type { GazetteerFeature } from '../src/contract/features';
import { nearIndex } from '../src/spatial/near-index';
import { createStore, type Store } from '../src/state/store';
import { INITIAL_STATE, type ViewState } from '../src/state/view-state';
import { TEXTS } from '../src/text/texts';
import { NearPane } from '../src/ui/near/near-pane';
import { useNear } from '../src/ui/near/use-near';
import { type Actions, DeskProvider } from '../src/ui/shared/desk';
import { useViewState } from '../src/ui/shared/use-view-state';

/** Near-me on the tiny plan, with a ring and an area that nobody knows well. */

const RING = changed(
  feature('ring', {
    type: 'LineString',
    coordinates: [
      [102.03, 25.005],
      [102.08, 25.005],
      [102.08, 25.06],
      [102.03, 25.06],
      [102.03, 25.005],
    ],
  }),
  { kind: 'line', theme: 'project', name: { zh: '环路', en: 'Ring' } },
);
const COARSE = changed(feature('coarse', square(102.0, 25.0, 0.02)), {
  idealisation: 'schematic',
  accuracyM: 9000,
  name: { zh: '保护范围', en: 'Reserve' },
});
const PROMISES: Commitment[] = [
  { ...COMMITMENT, deadline: '2025-12-31', deadlineText: '到2025年', deadlineBasis: 'stated-year' },
  { ...COMMITMENT, id: 'c1-02', places: ['town-a'], quote: '建设甲城' },
  { ...COMMITMENT, id: 'c1-03', places: [], scope: 'city-wide', quote: '建设甲城' },
  { ...COMMITMENT, id: 'c1-04', places: [], scope: 'unlocated', quote: '建设甲城' },
];

export interface Page {
  store: Store;
  actions: Actions;
}

export function open(
  view: Partial<ViewState> = {},
  { features = [...FEATURES, RING, COARSE], lang = 'zh' as const } = {} as {
    features?: readonly GazetteerFeature[];
    lang?: 'zh' | 'en';
  },
): Page {
  const { desk, actions } = tinyDesk({
    lang,
    features,
    commitments: { commitments: PROMISES, progress: [PROGRESS], glossary: [] },
  });
  const { drawn } = tinyPlan({ features });
  const index = nearIndex(
    [drawn.areas, drawn.lines, drawn.points].map((list) => ({ type: 'FeatureCollection', features: list })),
  );
  const store = createStore({ ...INITIAL_STATE, pane: 'near', ...view });
  const show = vi.fn();
  const selected = desk.places.get(view.place ?? '') ?? null;
  function Harness(): React.JSX.Element {
    const near = useNear(store, show);
    const state = useViewState(store);
    return (
      <DeskProvider value={desk}>
        <NearPane
          near={near}
          index={index}
          data="complete"
          selected={selected}
          asked={state.at}
          hidden={[]}
          shared={state.near}
        />
      </DeskProvider>
    );
  }
  render(<Harness />);
  return { store, actions };
}

/** A device that answers as it is told. */
export function device(answer: GeolocationPosition | { code: number }): void {
  vi.stubGlobal('isSecureContext', true);
  Object.defineProperty(navigator, 'geolocation', {
    configurable: true,
    value: {
      getCurrentPosition: (ok: PositionCallback, fail: PositionErrorCallback) =>
        'coords' in answer ? ok(answer) : fail(answer as GeolocationPositionError),
    },
  });
}
export const standsAt = (longitude: number, latitude: number, accuracy: number): GeolocationPosition =>
  ({ coords: { longitude, latitude, accuracy } }) as GeolocationPosition;

export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
export const type = (text: string): void => {
  fireEvent.change(screen.getByLabelText('坐标或地图链接'), { target: { value: text } });
  fireEvent.click(button('查'));
};
/** Types a spot and waits for all of the answer, whose lists come behind its first sentence. */
export const ask = async (text: string): Promise<void> => {
  type(text);
  await screen.findByRole('heading', { name: TEXTS.zh.near.share });
};
export const page = (): string => document.body.textContent ?? '';
/** A position that can be read in one way only. */
export const ONE_READING = '25.03, 102.055 WGS84';

/** Takes away what a test has put on the page, into the browser and into its storage. */
export function clear(): void {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
  Reflect.deleteProperty(navigator, 'geolocation');
}
