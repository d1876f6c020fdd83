import { useCallback, useMemo, useRef, useState } from 'react';

import type { Commitments } from '../contract/commitment';
import type { Bbox, Gazetteer, Place } from '../contract/place';
import type { Mention, PlanDocument } from '../contract/plan';
import { filterCommitments, isOpen, placesOfCommitments } from '../policy/commitment-filter';
import { placesByArticle } from '../policy/evidence';
import { mentionAfter } from '../policy/reading-order';
import { joinBoxes } from '../spatial/bbox';
import { metresPerPixel } from '../spatial/mercator';
import type { Store } from '../state/store';
import type { ViewState } from '../state/view-state';
import type { ScrollWish } from './read/document-pane';
import type { Actions } from './shared/desk';
import type { Stop } from './shared/sheet-stops';
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
  commitments: Commitments | null,
  fragment: string,
): { actions: Actions; moment: Moment } {
  const [wish, setWish] = useState<ScrollWish | null>(
    () => fragmentWish(fragment, document) ?? articleWish(store.get().article, document),
  );
  const [frame, setFrame] = useState<Bbox | null>(null);
  const [stop, setStop] = useState<Stop>('half');
  const [opened, setOpened] = useState(false);
  /** Where in the document the last step from place to place ended. */
  const cursor = useRef<Mention | null>(null);

  const show = useCallback((box: Bbox | null): void => {
    if (!box) return;
    setFrame([...box]);
    setStop((before) => (before === 'full' ? 'half' : before));
  }, []);

  const actions: Actions = useMemo(() => {
    const byId = new Map(gazetteer.places.map((place) => [place.id, place]));
    const promises = commitments?.commitments ?? [];
    const showMap = (): void => setStop((before) => (before === 'full' ? 'half' : before));
    return {
      selectPlace: (id, start) => {
        cursor.current =
          document.mentions.find((one) => one.placeId === id && (start === undefined || one.start === start)) ?? null;
        setOpened(true);
        showMap();
        store.set({ place: id });
        const box = boxOf([id], byId);
        if (box) setFrame(box);
      },
      closeCard: () => {
        const { place, at } = store.get();
        store.set(place !== null && at ? { place: null } : { place: null, at: null });
      },
      readArticle: (article, divisionId) => {
        const phone = window.matchMedia(PHONE).matches;
        store.set({ article, pane: 'read', ...(phone && { place: null, at: null }) });
        cursor.current = null;
        setWish(divisionId === undefined ? articleWish(article, document) : { divisionId });
        setStop((before) => (before === 'peek' ? 'half' : before));
      },
      noteArticle: (article) => store.set({ article }),
      showArticleOnMap: (article) => {
        store.set({ article, place: null, at: null });
        setFrame(boxOf(placesByArticle(document.mentions, byId).get(article) ?? [], byId));
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
      showOnly: (theme) => {
        const ground = store.get().hidden.filter((id) => gazetteer.themes.every((one) => one.id !== id));
        const others = gazetteer.themes.map(({ id }) => id).filter((id) => id !== theme);
        store.set({ hidden: theme === null ? ground : [...ground, ...others] });
      },
      filter: (change) => {
        const filter = { ...store.get().filter, ...change };
        store.set({ filter, place: null, at: null });
        const left = isOpen(filter) ? [] : placesOfCommitments(filterCommitments(promises, filter, byId), byId);
        setFrame(boxOf(left, byId));
        showMap();
      },
      stepPlace: (step) => {
        const { article, place } = store.get();
        const { current: last } = cursor;
        // Whoever has closed the card and read on goes on from there.
        const from = last && last.placeId === place ? last.start : firstOffsetOf(article, document);
        const mention = mentionAfter(document.mentions, byId, from, step);
        if (!mention) return;
        cursor.current = mention;
        setOpened(false);
        showMap();
        store.set({ place: mention.placeId, pane: 'read' });
        setWish({ divisionId: mention.divisionId, mention: mention.start });
        setFrame(boxOf([mention.placeId], byId));
      },
    };
  }, [store, document, gazetteer, commitments]);

  return { actions, moment: { wish, frame, show, stop, setStop, opened } };
}

/** A link may name a sentence behind its `#`. */
function fragmentWish(fragment: string, { divisions }: PlanDocument): ScrollWish | null {
  return divisions.some((one) => one.id === fragment) ? { divisionId: fragment } : null;
}

function articleWish(article: number | null, { divisions }: Pick<PlanDocument, 'divisions'>): ScrollWish | null {
  const division = divisions.find(
    (one) => (one.kind === 'article' || one.kind === 'preamble') && one.ordinal === article,
  );
  return division ? { divisionId: division.id } : null;
}

/** A box around places, without those as wide as the plan; a new object each time, so that the map moves again. */
function boxOf(ids: readonly string[], places: ReadonlyMap<string, Place>): Bbox | null {
  const boxes = ids.flatMap((id) => {
    const place = places.get(id);
    return place?.bbox && place.kind !== 'whole-plan' ? [place.bbox] : [];
  });
  const box = joinBoxes(boxes);
  return box && [...box];
}

/** Just before an article, so that its own first word comes next; before the document while none is being read. */
function firstOffsetOf(article: number | null, { divisions }: PlanDocument): number {
  const wish = articleWish(article, { divisions });
  return (divisions.find((one) => one.id === wish?.divisionId)?.start ?? 0) - 1;
}

/** How far beside a line or dot a touch still means it, in metres, at the zoom of the view. */
export function fingerM({ at, camera }: ViewState): number {
  return FINGER_PX * metresPerPixel(at?.[1] ?? 0, camera?.zoom ?? DEFAULT_ZOOM);
}
