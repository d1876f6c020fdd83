import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';

import { baseAttribution } from '../contract/config';
import type { Bbox, Gazetteer, LngLat } from '../contract/place';
import type { PlanDocument } from '../contract/plan';
import { commitmentsQuery, englishQuery } from '../data/queries';
import { faultOf, type Result } from '../data/result';
import { filterCommitments, isOpen, placesOfCommitments } from '../policy/commitment-filter';
import { askHere, askIndex } from '../spatial/ask-here';
import { askPoint } from '../spatial/point-query';
import { resolveState } from '../state/resolve';
import type { Store } from '../state/store';
import { type Camera, PANES, readingOf, type ViewState } from '../state/view-state';
import styles from './app.module.css';
import { buildDesk, knownOf } from './build-desk';
import { DropField } from './check/drop-field';
import { useCheck } from './check/use-check';
import { CommitmentsPane } from './commitments/commitments-pane';
import { ArticlesInView } from './look/articles-in-view';
import { FindBox } from './find/find-box';
import { HereCard } from './look/here-card';
import { Legend } from './look/legend';
import { MapBoundary } from './look/map-boundary';
import { PlaceCard } from './look/place-card';
import type { MapPane } from './map-pane';
import { Messages } from './messages';
import { PlacesPane } from './places/places-pane';
import { DocumentPane } from './read/document-pane';
import { ReadingSwitch } from './read/reading-switch';
import { usePlaceKeys } from './read/use-place-keys';
import { type Desk, DeskProvider, type DrawnData } from './shared/desk';
import { Sheet, type Stop } from './shared/sheet';
import { Toolbar } from './shared/toolbar';
import { PHONE, useMedia } from './shared/use-media';
import { useViewState } from './shared/use-view-state';
import { fingerM, useActions } from './use-actions';
import { useDrawnFiles } from './use-drawn-files';
import { useOnlineBase } from './use-online-base';

interface Props {
  store: Store;
  document: PlanDocument;
  gazetteer: Result<Gazetteer>;
  /** Keys of the address that could not be read. */
  rejected: readonly string[];
  unknownPlan: string | null;
  /** What stands behind the `#` of the address: the id of a sentence, or nothing. */
  fragment: string;
  /** `YYYY-MM-DD`, to tell which deadlines have passed. */
  today: string;
  mapPane: MapPane;
}

const CheckPane = lazy(async () => ({ default: (await import('./check/check-pane')).CheckPane }));
/** While a site is drawn, a touch of the map is a corner and no question. */
const NOTHING = (): void => {};
const EMPTY: Gazetteer = { places: [], themes: [], sources: {} };

/** The desk of one plan: the document at the left (a sheet on a phone), the map beside it, a card on the map. */
export function PlanDesk(props: Props): React.JSX.Element {
  const { store, document, mapPane: Map } = props;
  const raw = useViewState(store);
  const gazetteer = props.gazetteer.ok ? props.gazetteer.value : EMPTY;
  const known = useMemo(
    () => knownOf(document, props.gazetteer.ok ? gazetteer : null),
    [document, props.gazetteer.ok, gazetteer],
  );
  const { state } = useMemo(() => resolveState(raw, known), [raw, known]);
  // What the link got wrong stays said after the address has been put right.
  const [unknown] = useState(() => resolveState(store.get(), known).unknown);
  const commitments = useQuery(commitmentsQuery(document.plan.id)).data;
  const promises = commitments?.ok ? commitments.value : null;
  const { actions, moment } = useActions(store, document, gazetteer, promises, props.fragment);
  const reading = readingOf(state);
  const english = useQuery(englishQuery(document.plan.id, reading !== 'original')).data;
  const files = useDrawnFiles(document.plan.id);
  const desk = useMemo(
    () =>
      buildDesk(document, gazetteer, state.lang, actions, {
        commitments: promises,
        english: english?.ok ? english.value : null,
        reading,
        drawn: files.data,
        today: props.today,
        planInAddress: state.plan,
      }),
    [document, gazetteer, state.lang, actions, promises, english, reading, files.data, props.today, state.plan],
  );
  const { t } = desk;
  const check = useCheck({
    t,
    document,
    commitments,
    fragment: props.fragment,
    drawn: files.data,
    arrived: files.arrived,
    gazetteer: props.gazetteer.ok ? gazetteer : null,
    show: () => store.set({ pane: 'check' }),
    frame: moment.setFrame,
  });
  usePlaceKeys(actions.stepPlace);

  const phone = useMedia(PHONE);
  // Where the map is small, the legend waits to be opened.
  const roomy = useMedia('(min-width: 1200px) and (min-height: 700px)');
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const reducedMotion = useMedia('(prefers-reduced-motion: reduce)');
  const [webglFailed, setWebglFailed] = useState(false);
  const online = useOnlineBase();

  const index = useMemo(() => askIndex(Object.values(files.data)), [files.data]);
  const place = state.place === null ? null : (desk.places.get(state.place) ?? null);
  const at = place ? null : state.at;
  const hits = useMemo(
    // The finger is as wide as the zoom was when the spot was asked about, not as it is now.
    () => (state.at ? askHere(state.at, fingerM(store.get()), index) : []),
    [state.at, store, index],
  );
  const covered = useMemo(
    () => !state.at || isCovered(state.at, files.data, document.plan.coverage),
    [state.at, files.data, document.plan.coverage],
  );
  const focus = useMemo(() => focusOf(state, desk), [state, desk]);
  const [view, setView] = useState<Bbox | null>(null);
  const padding = useMapPadding(phone, moment.stop, place !== null || at !== null);
  const [initial] = useState(() => initialView(store, gazetteer, document));

  useEffect(() => {
    const { documentElement: html } = globalThis.document;
    html.lang = state.lang === 'zh' ? 'zh-CN' : 'en';
    html.dataset['theme'] = state.themeMode;
    globalThis.document.title = `${desk.say(document.plan.shortTitle)} · ${desk.t.brand}`;
  }, [state.lang, state.themeMode, desk, document]);

  const attributions = new Set(Object.values(gazetteer.sources).flatMap((source) => source.attribution ?? []));
  if (online.on && online.config) attributions.add(baseAttribution(online.config));

  return (
    <DeskProvider value={desk}>
      <a className={styles['skip']} href="#text">
        {t.skipToText}
      </a>
      <a className={styles['skip']} href="#map">
        {t.skipToMap}
      </a>
      <div
        className={styles['desk']}
        data-stop={moment.stop}
        data-reading={state.pane === 'read' ? reading : undefined}
      >
        <Toolbar store={store} state={state}>
          <FindBox />
        </Toolbar>
        <Sheet stop={moment.stop} onStop={moment.setStop} handleLabel={t.sheetHandle} label={t.paneLabel}>
          <div className={styles['tabs']}>
            {PANES.map((pane) => (
              <button key={pane} type="button" aria-pressed={state.pane === pane} onClick={() => store.set({ pane })}>
                {t.panes[pane]}
              </button>
            ))}
            {state.pane === 'read' && (
              <ReadingSwitch reading={reading} onReading={(chosen) => store.set({ reading: chosen })} />
            )}
          </div>
          {/* The document stays where it was read while the list is open. */}
          <div className={styles['scroller']} data-scroller tabIndex={-1} hidden={state.pane !== 'read'}>
            <DocumentPane article={state.article} place={state.place} wish={moment.wish} />
          </div>
          {state.pane === 'commitments' && (
            <div className={styles['scroller']} tabIndex={-1}>
              <CommitmentsPane filter={state.filter} />
            </div>
          )}
          {state.pane === 'check' && (
            <div className={styles['scroller']} tabIndex={-1}>
              <Suspense fallback={null}>
                <CheckPane check={check} />
              </Suspense>
            </div>
          )}
          {state.pane === 'places' && (
            <div className={styles['scroller']} tabIndex={-1}>
              <PlacesPane selected={state.place} />
            </div>
          )}
        </Sheet>
        <section className={styles['map']} aria-label={t.mapLabel} id="map" tabIndex={-1}>
          {!webglFailed && files.arrived && (
            <MapBoundary fallback={<p className={styles['noMap']}>{t.mapMissing}</p>}>
              <Suspense fallback={null}>
                <Map
                  dark={state.themeMode === 'auto' ? systemDark : state.themeMode === 'dark'}
                  lang={state.lang}
                  hidden={state.hidden}
                  focus={focus}
                  selected={state.place}
                  data={files.data}
                  base={online.on ? online.config : null}
                  onBaseFault={online.fail}
                  initial={initial}
                  padding={padding}
                  frame={moment.frame}
                  at={state.at}
                  site={check.marks}
                  drawing={check.drawing}
                  texts={t}
                  reducedMotion={reducedMotion}
                  onMove={(camera: Camera, box: Bbox) => {
                    store.set({ camera });
                    setView(box);
                  }}
                  onAsk={check.drawing ? NOTHING : actions.ask}
                  onFailure={(message) => {
                    console.warn(message);
                    setWebglFailed(true);
                  }}
                />
              </Suspense>
            </MapBoundary>
          )}
          {webglFailed && <p className={styles['noMap']}>{t.noWebgl}</p>}
          <Messages
            faults={[...[props.gazetteer, commitments, english].map(faultOf), ...files.faults, online.fault].filter(
              (fault) => fault !== null,
            )}
            unknown={unknown}
            unknownPlan={props.unknownPlan}
            rejected={props.rejected}
            online={online}
          />
          {!place && !at && !check.pen && !moment.opened && !webglFailed && (
            <p className={styles['hint']}>{t.mapHint}</p>
          )}
          <ArticlesInView view={view} />
          <div className={styles['foot']}>
            {desk.themes.size > 0 && (
              <Legend
                hidden={state.hidden}
                open={roomy}
                online={online}
                view={view}
                zoom={state.camera?.zoom ?? null}
              />
            )}
            <p className={styles['approval']}>
              {[
                t.mapNotice(document.plan.mapApprovalNo),
                attributions.size > 0 && t.attribution([...attributions].join(t.listComma)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
        </section>
        <div className={styles['card']} data-card>
          {place && <PlaceCard place={place} takeFocus={moment.opened} />}
          {at && (
            <HereCard
              key={at.join()}
              at={at}
              hits={hits}
              covered={covered}
              data={files.arrived ? (files.faults.length > 0 ? 'incomplete' : 'complete') : 'loading'}
              takeFocus={moment.opened}
              onCheck={check.askSpot}
            />
          )}
        </div>
        <DropField onFiles={check.takeFiles} />
      </div>
    </DeskProvider>
  );
}

/** What the reader is at: the places of the commitments left by a filter, else those of the article. */
function focusOf({ pane, filter, at, article }: ViewState, { commitments, places, placesOf }: Desk): readonly string[] {
  if (pane === 'commitments' && commitments && !isOpen(filter))
    return placesOfCommitments(filterCommitments(commitments.all, filter, places), places);
  return at || article === null ? [] : placesOf(article);
}

/** Where the map stands first: the camera of the link, else its place or spot, else the plan's own frame. */
function initialView(store: Store, { places }: Gazetteer, { plan }: PlanDocument): Camera | Bbox {
  const { camera, place, at } = store.get();
  const box = places.find((one) => one.id === place && one.kind !== 'whole-plan')?.bbox;
  return camera ?? box ?? (at ? boxAround(at) : plan.frame);
}

/** A box of about ten kilometres around a spot. */
function boxAround([lng, lat]: LngLat): Bbox {
  return [lng - 0.05, lat - 0.045, lng + 0.05, lat + 0.045];
}

function isCovered(at: LngLat, data: DrawnData, coverage: string): boolean {
  const area = data.areas?.features.find((feature) => feature.properties.id === coverage);
  if (!area) return true;
  return askPoint(at, { geometry: area.geometry, accuracyM: area.properties.accuracyM }).relation !== 'outside';
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
