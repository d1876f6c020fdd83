import { useQuery, useQueryClient } from '@tanstack/react-query';
import { startTransition, useDeferredValue, Suspense, useEffect, useMemo, useState } from 'react';

import type { Bbox, Gazetteer } from '../contract/place';
import type { PlanIndex } from '../contract/manifest';
import type { PlanDocument } from '../contract/plan';
import { commitmentsQuery, englishQuery, sharedQuery } from '../data/queries';
import { faultOf, type Result } from '../data/result';
import type { Updates } from '../offline/updates';
import { askerOf } from '../spatial/ask-here';
import { nearIndex } from '../spatial/near-index';
import type { MapFault } from '../state/map-surface';
import { resolveState } from '../state/resolve';
import type { Store } from '../state/store';
import { type Camera, readingOf } from '../state/view-state';
import styles from './app.module.css';
import { buildDesk, knownOf } from './build-desk';
import { DropField } from './check/drop-field';
import { useCheck } from './check/use-check';
import { StudioDoor } from './embed/studio-door';
import { FindBox } from './find/find-box';
import { KeysDialog } from './keys-dialog';
import { ArticlesInView } from './look/articles-in-view';
import { HereCard } from './look/here-card';
import { HereList } from './look/here-list';
import { Legend } from './look/legend';
import { MapBoundary } from './look/map-boundary';
import { NoMap } from './look/no-map';
import { PlaceCard } from './look/place-card';
import { focusOf, isCovered } from './map-focus';
import type { MapPane } from './map-pane';
import { Messages } from './messages';
import { drawingOf } from './near/near-drawing';
import { useNear } from './near/use-near';
import { openingView } from './opening-view';
import { Panes } from './panes';
import { PaneTabs } from './pane-tabs';
import { Poster } from './poster';
import { usePlaceKeys } from './read/use-place-keys';
import { attributionsOf, creditText } from './shared/attributions';
import { Button } from './shared/button';
import { DeskProvider } from './shared/desk';
import { placeSaid } from './shared/place-words';
import { Sheet } from './shared/sheet';
import { showKeys } from './shared/single-keys';
import { Toolbar } from './shared/toolbar';
import { PHONE, useMedia } from './shared/use-media';
import { useViewState } from './shared/use-view-state';
import { fingerM, useActions } from './use-actions';
import { dataState, drawnNow, useDrawnFiles } from './use-drawn-files';
import { useMapPadding } from './use-map-padding';
import { useOnlineBase } from './use-online-base';
import { usePageHead } from './use-page-head';

interface Props {
  store: Store;
  document: PlanDocument;
  gazetteer: Result<Gazetteer>;
  /** Keys of the address that could not be read. */
  rejected: readonly string[];
  /** All plans of the site. */
  plans: PlanIndex['plans'];
  unknownPlan: string | null;
  /** What stands behind the `#` of the address: the id of a sentence, or nothing. */
  fragment: string;
  /** Path of the site, with a slash at its end. */
  root: string;
  /** The drawing of the map that the page came with. */
  poster: Element | null;
  /** `YYYY-MM-DD`, to tell which deadlines have passed. */
  today: string;
  mapPane: MapPane;
  drawnDue: Promise<void>;
  updates: Updates | null;
}

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
  const [unknownPlan] = useState(props.unknownPlan);
  useEffect(() => {
    const { article, place, hidden, filter } = state;
    if (state !== raw) store.set({ article, place, hidden, filter }, 'correction');
  }, [store, state, raw]);
  const commitments = useQuery(commitmentsQuery(document.plan.id)).data;
  const promises = commitments?.ok ? commitments.value : null;
  const { actions, moment } = useActions(store, document, gazetteer, promises, props.fragment);
  // A document in English has no translation to choose.
  const reading = document.plan.language === 'en' ? 'original' : readingOf(state);
  const english = useQuery(englishQuery(document.plan.id, reading !== 'original')).data;
  const shared = useQuery(sharedQuery(document.plan.id, props.plans.length > 1 && state.place !== null)).data;
  const asking = state.pane === 'near' || state.pane === 'check' || state.at !== null;
  const arriving = useDrawnFiles(document.plan.id, props.root, props.drawnDue, asking);
  // The map comes first: it has other hands for most of its work, and the rest is done meanwhile.
  const files = useDeferredValue(arriving);
  const client = useQueryClient();
  const desk = useMemo(
    () =>
      buildDesk(document, gazetteer, state.lang, actions, {
        commitments: promises,
        english: english?.ok ? english.value : null,
        reading,
        drawn: () => drawnNow(client, document.plan.id),
        shared: shared?.ok ? shared.value : null,
        plans: props.plans,
        today: props.today,
        planInAddress: state.plan,
        root: props.root,
        here: () => location.href,
      }),
    [
      client,
      document,
      gazetteer,
      state.lang,
      actions,
      promises,
      english,
      reading,
      shared,
      props.plans,
      props.today,
      state.plan,
      props.root,
    ],
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
    frame: moment.show,
  });
  usePlaceKeys(actions.stepPlace);
  const near = useNear(store, moment.show);

  // Where the map is small, the legend waits to be opened.
  const roomy = useMedia('(min-width: 1200px) and (min-height: 700px)');
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const reducedMotion = useMedia('(prefers-reduced-motion: reduce)');
  const [mapFault, setMapFault] = useState<MapFault | null>(null);
  const [attempt, setAttempt] = useState(0);
  const webglFailed = mapFault !== null;
  const online = useOnlineBase();

  const askAt = useMemo(() => askerOf(Object.values(files.data)), [files.data]);
  const nearby = useMemo(
    () => (files.arrived && state.pane === 'near' ? nearIndex(Object.values(files.data)) : null),
    [files.arrived, files.data, state.pane],
  );
  const nearDrawing = useMemo(
    () => (state.pane === 'near' ? drawingOf(near, nearby) : null),
    [state.pane, near, nearby],
  );
  const place = state.place === null ? null : (desk.places.get(state.place) ?? null);
  const at = place ? null : state.at;
  const { cameraNow } = near;
  const hits = useMemo(
    // The finger is as wide as the zoom was when the spot was asked about, not as it is now.
    () => (state.at ? askAt(state.at, fingerM({ ...store.get(), camera: cameraNow() })) : []),
    [state.at, store, askAt, cameraNow],
  );
  const covered = useMemo(
    () => !state.at || isCovered(state.at, files.data, document.plan.coverage),
    [state.at, files.data, document.plan.coverage],
  );
  const [pointed, setPointed] = useState<string | null>(null);
  const focus = useMemo(() => (pointed === null ? focusOf(state, desk) : [pointed]), [state, desk, pointed]);
  const [view, setView] = useState<Bbox | null>(null);
  const phone = useMedia(PHONE);
  const padding = useMapPadding(moment.stop, place !== null || at !== null);
  const [initial] = useState(() => openingView(store.get(), { ...desk, plan: document.plan }));
  const [ready, setReady] = useState(false);
  // The drawing shows what its page is about; a link to another part of the map has no use for it while there is a map.
  const [elsewhere] = useState(() => store.get().camera !== null || store.get().at !== null);
  const poster = props.poster && (webglFailed || !(ready || elsewhere)) ? props.poster : null;

  usePageHead(state, desk);

  const attributions = useMemo(
    () => attributionsOf(gazetteer.sources, online.on ? online.config : null),
    [gazetteer, online],
  );
  const faults = useMemo(
    () =>
      [...[props.gazetteer, commitments, english, shared].map(faultOf), ...files.faults, online.fault].filter(
        (fault) => fault !== null,
      ),
    [props.gazetteer, commitments, english, shared, files, online],
  );

  return (
    <DeskProvider value={desk}>
      <a className={styles['skip']} href="#text">
        {t.skipToText}
      </a>
      <a className={styles['skip']} href="#map">
        {t.skipToMap}
      </a>
      <Button look="bare" className={styles['skip']} onClick={showKeys}>
        {t.access.keys}
      </Button>
      <KeysDialog />
      <StudioDoor store={store} cameraNow={near.cameraNow} root={props.root} />
      <div
        className={styles['desk']}
        data-stop={moment.stop}
        data-reading={state.pane === 'read' ? reading : undefined}
      >
        <Toolbar store={store} themeMode={state.themeMode} onNear={near.open}>
          <FindBox onSpot={near.takeTyped} />
        </Toolbar>
        <Sheet
          stop={moment.stop}
          onStop={moment.setStop}
          handleLabel={t.sheetHandle}
          label={t.paneLabel}
          covered={phone && (place !== null || at !== null)}
          head={<PaneTabs store={store} pane={state.pane} reading={reading} />}
        >
          <Panes
            state={state}
            wish={moment.wish}
            check={check}
            near={near}
            nearby={nearby}
            data={dataState(files)}
            selected={place}
            asked={at}
          />
        </Sheet>
        <section
          className={styles['map']}
          aria-label={t.mapLabel}
          id="map"
          tabIndex={-1}
          data-waiting={poster && !webglFailed ? '' : undefined}
        >
          <p className={styles['spoken']} aria-live="polite">
            {place ? placeSaid(desk, place) : ''}
          </p>
          {!webglFailed && <HereList view={view} hidden={state.hidden} onPoint={setPointed} />}
          {poster && <Poster drawing={poster} />}
          {!webglFailed && arriving.tiles !== undefined && (
            <MapBoundary fallback={<NoMap text={t.mapMissing} onRetry={() => location.reload()} />}>
              <Suspense fallback={null}>
                <Map
                  key={attempt}
                  dark={state.themeMode === 'auto' ? systemDark : state.themeMode === 'dark'}
                  lang={state.lang}
                  hidden={state.hidden}
                  focus={focus}
                  selected={state.place}
                  plan={document.plan.id}
                  data={arriving.data}
                  tiles={arriving.tiles}
                  awaiting={!arriving.arrived && !arriving.tiles}
                  covered={poster !== null}
                  onTileFault={arriving.missTiles}
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
                  near={nearDrawing}
                  onReady={() => setReady(true)}
                  onMove={(camera: Camera, box: Bbox) => {
                    near.moved(camera);
                    // What is in view can be listed when the map has come to rest.
                    startTransition(() => setView(box));
                  }}
                  // While a site is drawn, a touch of the map is a corner and no question.
                  onAsk={check.drawing ? () => undefined : (touched) => near.touch(touched, actions.ask)}
                  onHold={(held) => near.take({ at: held, accuracyM: 0, origin: 'map', name: null })}
                  onFailure={(fault, message) => {
                    console.warn(message);
                    setMapFault(fault);
                  }}
                />
              </Suspense>
            </MapBoundary>
          )}
          {mapFault === 'no-webgl' && <NoMap text={t.noWebgl} />}
          {mapFault === 'lost' && (
            <NoMap
              text={t.access.mapLost}
              onRetry={() => {
                setMapFault(null);
                setAttempt(attempt + 1);
              }}
            />
          )}
          <div className={styles['told']}>
            <Messages
              faults={faults}
              unknown={unknown}
              unknownPlan={unknownPlan}
              rejected={props.rejected}
              online={online}
              updates={props.updates}
            />
            {!place && !at && !near.spot && !check.pen && !moment.opened && !webglFailed && (
              <p className={styles['hint']}>{t.mapHint}</p>
            )}
          </div>
          <ArticlesInView view={view} />
          <div className={styles['foot']}>
            {desk.themes.size > 0 && (
              <Legend hidden={state.hidden} open={roomy} online={online} view={view} zoom={cameraNow()?.zoom ?? null} />
            )}
            <p className={styles['approval']}>{creditText(t, document.plan.mapApprovalNo, attributions)}</p>
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
              data={dataState(files)}
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
