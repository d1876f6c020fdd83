import { useQueries, useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useMemo, useRef, useState } from 'react';

import { drawnQuery, gazetteerQuery } from '../data/queries';
import type { Result } from '../data/result';
import { DRAWN_FILES, type DrawnFile, type DrawnFileName } from '../contract/features';
import type { Bbox, Gazetteer, LngLat } from '../contract/place';
import type { PlanDocument } from '../contract/plan';
import { placesOfArticle } from '../policy/evidence';
import { joinBoxes } from '../spatial/bbox';
import { askHere, askIndex } from '../spatial/ask-here';
import { askPoint } from '../spatial/point-query';
import type { Store } from '../state/store';
import { resolveState, type Unknown } from '../state/resolve';
import { type Camera, PANES } from '../state/view-state';
import { TEXTS } from '../text/texts';
import styles from './app.module.css';
import { buildDesk, knownOf } from './build-desk';
import { HereCard } from './look/here-card';
import { Legend } from './look/legend';
import { FaultNotice, Notice, Notices } from './look/notices';
import { PlaceCard } from './look/place-card';
import type { MapPane } from './map-pane';
import { PlacesPane } from './places/places-pane';
import { DocumentPane, type ScrollWish } from './read/document-pane';
import { type Actions, DeskProvider } from './shared/desk';
import { Sheet, type Stop } from './shared/sheet';
import { Toolbar } from './shared/toolbar';
import { useMedia } from './shared/use-media';
import { useViewState } from './shared/use-view-state';

interface Props {
  store: Store;
  document: PlanDocument;
  gazetteer: Result<Gazetteer>;
  rejected: readonly string[];
  unknownPlan: string | null;
  onUnknownPlanDismissed: () => void;
  mapPane: MapPane;
}

const EMPTY: Gazetteer = { places: [], themes: [], sources: {} };
/** Radius in metres of a finger on the map, when a link brings a spot without a zoom to derive it from. */
const DEFAULT_TOLERANCE_M = 120;

/** The desk of one plan: the document at the left (a sheet on a phone), the map beside it, a card on the map. */
export function PlanDesk({
  store,
  document,
  gazetteer,
  rejected,
  unknownPlan,
  onUnknownPlanDismissed,
  mapPane: Map,
}: Props): React.JSX.Element {
  const client = useQueryClient();
  const raw = useViewState(store);
  const lookup = gazetteer.ok ? gazetteer.value : EMPTY;
  const known = useMemo(() => knownOf(document, lookup), [document, lookup]);
  const { state, unknown } = useMemo(() => resolveState(raw, known), [raw, known]);
  const t = TEXTS[state.lang];

  const [wish, setWish] = useState<ScrollWish | null>(() => firstWish(store.get().article, document));
  const [frame, setFrame] = useState<Bbox | null>(null);
  const [stop, setStop] = useState<Stop>('half');
  const [opened, setOpened] = useState(false);
  const [webglFailed, setWebglFailed] = useState(false);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const tolerance = useRef(DEFAULT_TOLERANCE_M);

  const phone = useMedia('(max-width: 859px)');
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const reducedMotion = useMedia('(prefers-reduced-motion: reduce)');
  const dark = state.themeMode === 'auto' ? systemDark : state.themeMode === 'dark';

  const files = useQueries({ queries: DRAWN_FILES.map((name) => drawnQuery(document.plan.id, name)) });
  const fileKey = files.map((file) => file.dataUpdatedAt).join();
  const data = useMemo(() => collect(files.map((file) => file.data)), [fileKey]);
  const index = useMemo(() => askIndex(Object.values(data)), [data]);
  const filesArrived = files.every((file) => file.isFetched);

  const actions: Actions = useMemo(
    () => ({
      selectPlace: (id) => {
        const place = lookup.places.find((one) => one.id === id);
        setOpened(true);
        setStop((before) => (before === 'full' ? 'half' : before));
        store.set({ place: id });
        if (place?.bbox && place.kind !== 'whole-plan') setFrame([...place.bbox]);
      },
      closeCard: () =>
        store.set(store.get().place !== null && store.get().at ? { place: null } : { place: null, at: null }),
      readArticle: (article, divisionId) => {
        store.set({ article, pane: 'read' });
        const target = divisionId ?? document.divisions.find((d) => d.kind === 'article' && d.ordinal === article)?.id;
        if (target) setWish({ divisionId: target });
        setStop((before) => (before === 'peek' ? 'half' : before));
        if (window.matchMedia('(max-width: 859px)').matches) store.set({ place: null, at: null });
      },
      noteArticle: (article) => store.set({ article }),
      showArticleOnMap: (article) => {
        store.set({ article, place: null, at: null });
        setFrame(boxOfArticle(article, document, lookup));
        setStop((before) => (before === 'full' ? 'half' : before));
      },
      ask: (at, toleranceM) => {
        tolerance.current = toleranceM;
        setOpened(true);
        store.set({ at, place: null });
      },
      toggle: (layer) => {
        const { hidden } = store.get();
        store.set({ hidden: hidden.includes(layer) ? hidden.filter((id) => id !== layer) : [...hidden, layer] });
      },
    }),
    [store, document, lookup],
  );
  const desk = useMemo(() => buildDesk(document, lookup, state.lang, actions), [document, lookup, state.lang, actions]);

  const place = state.place === null ? null : (desk.places.get(state.place) ?? null);
  const at = place ? null : state.at;
  const hits = useMemo(() => (state.at ? askHere(state.at, tolerance.current, index) : []), [state.at, index]);
  const covered = useMemo(
    () => isCovered(state.at, data, document.plan.coverage),
    [state.at, data, document.plan.coverage],
  );
  const focus = useMemo(
    () => (state.at || state.article === null ? [] : desk.placesOf(state.article)),
    [state.at, state.article, desk],
  );
  const padding = useMapPadding(phone, stop, place !== null || at !== null);
  const initial = useMemo(() => initialView(store, lookup, document), [store, lookup, document]);
  useEffect(() => {
    globalThis.document.documentElement.lang = state.lang === 'zh' ? 'zh-CN' : 'en';
    globalThis.document.documentElement.dataset['theme'] = state.themeMode;
  }, [state.lang, state.themeMode]);

  const asides = [...unknown, ...rejected.map((value): Unknown => ({ field: 'parameter', value }))].filter(
    ({ field, value }) => !dismissed.has(`${field} ${value}`),
  );
  const attributions = [...new Set(Object.values(lookup.sources).flatMap((source) => source.attribution ?? []))];

  return (
    <DeskProvider value={desk}>
      <a className={styles['skip']} href="#text">
        {t.skipToText}
      </a>
      <a className={styles['skip']} href="#map">
        {t.skipToMap}
      </a>
      <div className={styles['desk']} data-stop={stop} data-card={place || at ? '' : undefined}>
        <Toolbar store={store} state={state} />
        <Sheet stop={stop} onStop={setStop} handleLabel={t.sheetHandle} label={t.paneLabel}>
          <div className={styles['tabs']} role="group" aria-label={t.paneLabel}>
            {PANES.map((pane) => (
              <button key={pane} type="button" aria-pressed={state.pane === pane} onClick={() => store.set({ pane })}>
                {t.panes[pane]}
              </button>
            ))}
          </div>
          <div className={styles['scroller']} data-scroller tabIndex={-1}>
            {state.pane === 'read' ? (
              <DocumentPane article={state.article} place={state.place} wish={wish} />
            ) : (
              <PlacesPane selected={state.place} />
            )}
          </div>
        </Sheet>
        <section className={styles['map']} aria-label={t.mapLabel} id="map" tabIndex={-1}>
          {!webglFailed && filesArrived && (
            <Suspense fallback={null}>
              <Map
                dark={dark}
                lang={state.lang}
                hidden={state.hidden}
                focus={focus}
                selected={state.place}
                data={data}
                initial={initial}
                padding={padding}
                frame={frame}
                at={state.at}
                texts={t}
                reducedMotion={reducedMotion}
                onMove={(camera: Camera) => store.set({ camera })}
                onAsk={actions.ask}
                onFailure={() => setWebglFailed(true)}
                onReady={() => undefined}
              />
            </Suspense>
          )}
          {webglFailed && <p className={styles['noMap']}>{t.noWebgl}</p>}
          <div className={styles['notices']}>
            <Notices>
              {!gazetteer.ok && (
                <FaultNotice
                  t={t}
                  fault={gazetteer.fault}
                  onRetry={() => void client.resetQueries(gazetteerQuery(document.plan.id))}
                />
              )}
              {files.map(({ data: file }, i) =>
                file && !file.ok ? (
                  <FaultNotice
                    key={file.fault.file}
                    t={t}
                    fault={file.fault}
                    onRetry={() => void client.resetQueries(drawnQuery(document.plan.id, DRAWN_FILES[i] ?? 'ground'))}
                  />
                ) : null,
              )}
              {unknownPlan !== null && (
                <Notice t={t} text={t.unknown.plan(unknownPlan)} onDismiss={onUnknownPlanDismissed} />
              )}
              {asides.map(({ field, value }) => (
                <Notice
                  key={`${field} ${value}`}
                  t={t}
                  text={t.unknown[field](value)}
                  onDismiss={() => setDismissed(new Set([...dismissed, `${field} ${value}`]))}
                />
              ))}
            </Notices>
          </div>
          <div className={styles['card']}>
            {place && <PlaceCard place={place} takeFocus={opened} />}
            {at && <HereCard at={at} hits={hits} covered={covered} />}
          </div>
          <div className={styles['foot']}>
            {desk.themes.size > 0 && <Legend hidden={state.hidden} open={!phone} />}
            <p className={styles['approval']}>
              {[
                t.mapNotice(document.plan.mapApprovalNo),
                attributions.length > 0 && t.attribution(attributions.join('、')),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
        </section>
      </div>
    </DeskProvider>
  );
}

function firstWish(article: number | null, document: PlanDocument): ScrollWish | null {
  const division = document.divisions.find((d) => d.kind === 'article' && d.ordinal === article);
  return division ? { divisionId: division.id } : null;
}

function collect(results: readonly (Result<DrawnFile> | undefined)[]): Partial<Record<DrawnFileName, DrawnFile>> {
  const data: Partial<Record<DrawnFileName, DrawnFile>> = {};
  DRAWN_FILES.forEach((name, i) => {
    const result = results[i];
    if (result?.ok) data[name] = result.value;
  });
  return data;
}

/** Where the map stands first: the camera of the link, else its place, else the plan's own frame. */
function initialView(store: Store, { places }: Gazetteer, { plan }: PlanDocument): Camera | Bbox {
  const { camera, place } = store.get();
  return camera ?? places.find((one) => one.id === place && one.kind !== 'whole-plan')?.bbox ?? plan.frame;
}

function isCovered(at: LngLat | null, data: Partial<Record<DrawnFileName, DrawnFile>>, coverage: string): boolean {
  const area = data.areas?.features.find((feature) => feature.properties.id === coverage);
  if (!at || !area) return true;
  return askPoint(at, { geometry: area.geometry, accuracyM: area.properties.accuracyM }).relation !== 'outside';
}

/** The box around what an article names. */
function boxOfArticle(article: number, { mentions }: PlanDocument, { places }: Gazetteer): Bbox | null {
  const byId = new Map(places.map((place) => [place.id, place]));
  const named = placesOfArticle(article, mentions, byId).map((id) => byId.get(id)?.bbox ?? null);
  return joinBoxes(named.filter((box) => box !== null));
}

function useMapPadding(
  phone: boolean,
  stop: Stop,
  card: boolean,
): { top: number; right: number; bottom: number; left: number } {
  return useMemo(() => {
    if (!phone) return { top: 60, right: card ? 400 : 60, bottom: 60, left: 60 };
    const heightPx = window.innerHeight;
    const sheetPx = card ? heightPx * 0.52 : stop === 'peek' ? 104 : heightPx * 0.46;
    return { top: 84, right: 24, bottom: sheetPx + 24, left: 24 };
  }, [phone, stop, card]);
}
