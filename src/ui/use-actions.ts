import { useCallback, useMemo, useState } from 'react';

import type { Bbox, Gazetteer } from '../contract/place';
import type { PlanDocument } from '../contract/plan';
import { placesOfArticle } from '../policy/evidence';
import { joinBoxes } from '../spatial/bbox';
import { degreeLengthsAt } from '../spatial/ellipsoid';
import type { Store } from '../state/store';
import type { ViewState } from '../state/view-state';
import type { ScrollWish } from './read/document-pane';
import type { Actions } from './shared/desk';
import type { Stop } from './shared/sheet';
import { PHONE } from './shared/use-media';

/** What belongs to the moment and not to the address: wishes to the panes, the stop of the sheet. */
export interface Moment {
  /** A division to scroll to. */
  wish: ScrollWish | null;
  /** A box for the map to show. */
  frame: Bbox | null;
  /** Shows a box on the map, and as much of the map as is needed to see it. */
  show: (box: Bbox | null) => void;
  stop: Stop;
  setStop: (stop: Stop) => void;
  /** The visitor opened the card, so it may take the focus; a link did not. */
  opened: boolean;
}

/** Radius of a fingertip in pixels. */
const FINGER_PX = 8;
const DEFAULT_ZOOM = 12;

/** The actions of a desk, and the moment they change beside the view state. */
export function useActions(
  store: Store,
  document: PlanDocument,
  gazetteer: Gazetteer,
): { actions: Actions; moment: Moment } {
  const [wish, setWish] = useState<ScrollWish | null>(() => articleWish(store.get().article, document));
  const [frame, setFrame] = useState<Bbox | null>(null);
  const [stop, setStop] = useState<Stop>('half');
  const [opened, setOpened] = useState(false);

  const show = useCallback((box: Bbox | null): void => {
    if (!box) return;
    setFrame([...box]);
    setStop((before) => (before === 'full' ? 'half' : before));
  }, []);

  const actions: Actions = useMemo(() => {
    const showMap = (): void => setStop((before) => (before === 'full' ? 'half' : before));
    return {
      selectPlace: (id) => {
        const place = gazetteer.places.find((one) => one.id === id);
        setOpened(true);
        showMap();
        store.set({ place: id });
        if (place?.bbox && place.kind !== 'whole-plan') setFrame([...place.bbox]);
      },
      closeCard: () => {
        const { place, at } = store.get();
        store.set(place !== null && at ? { place: null } : { place: null, at: null });
      },
      readArticle: (article, divisionId) => {
        const phone = window.matchMedia(PHONE).matches;
        store.set({ article, pane: 'read', ...(phone && { place: null, at: null }) });
        setWish(divisionId === undefined ? articleWish(article, document) : { divisionId });
        setStop((before) => (before === 'peek' ? 'half' : before));
      },
      noteArticle: (article) => store.set({ article }),
      showArticleOnMap: (article) => {
        store.set({ article, place: null, at: null });
        setFrame(boxOfArticle(article, document, gazetteer));
        showMap();
      },
      ask: (at) => {
        setOpened(true);
        store.set({ at, place: null });
      },
      toggle: (layer) => {
        const { hidden } = store.get();
        store.set({ hidden: hidden.includes(layer) ? hidden.filter((id) => id !== layer) : [...hidden, layer] });
      },
    };
  }, [store, document, gazetteer]);

  return { actions, moment: { wish, frame, show, stop, setStop, opened } };
}

function articleWish(article: number | null, { divisions }: PlanDocument): ScrollWish | null {
  const division = divisions.find(
    (one) => (one.kind === 'article' || one.kind === 'preamble') && one.ordinal === article,
  );
  return division ? { divisionId: division.id } : null;
}

/** The box around what an article names. */
function boxOfArticle(article: number, { mentions }: PlanDocument, { places }: Gazetteer): Bbox | null {
  const byId = new Map(places.map((place) => [place.id, place]));
  const named = placesOfArticle(article, mentions, byId).map((id) => byId.get(id)?.bbox ?? null);
  return joinBoxes(named.filter((box) => box !== null));
}

/** How far beside a line or dot a touch still means it, in metres, at the zoom of the view. */
export function fingerM({ at, camera }: ViewState): number {
  const pixelDeg = 360 / (512 * 2 ** (camera?.zoom ?? DEFAULT_ZOOM));
  return FINGER_PX * pixelDeg * degreeLengthsAt(at?.[1] ?? 0).lngM;
}
