import './embed/live.css';

import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

import type { Refusal } from './contract/embed-message';
import type { Bbox, LngLat } from './contract/place';
import { type EmbedPlan, embedDesk, loadEmbedPlan } from './embed-plan';
import type { EmbedMapModule, LiveOptions, Shown } from './embed/live-map';
import { MapView } from './map/map-view';
import { DARK, LIGHT } from './map/palette';
import { askerOf } from './spatial/ask-here';
import { metresPerPixel, squareOfCamera } from './spatial/mercator';
import { resolveState } from './state/resolve';
import { knownOf } from './ui/build-desk';
import { embedFocus, embedFrame } from './ui/embed/embed-frame';
import { nameOf, sentencesOf } from './ui/page-words';
import type { Desk } from './ui/shared/desk';

/** The interactive map of an embed, in the place of its picture. */
export const openLiveMap: EmbedMapModule['openMap'] = async (options) => {
  const files = await loadEmbedPlan(options.root, options.plan);
  const known = knownOf(files.document, files.gazetteer);
  let show: (shown: Shown) => void = () => {};
  const root = createRoot(options.container);
  flushSync(() =>
    root.render(
      <LiveMapView
        files={files}
        options={options}
        onReach={(reach) => {
          show = reach;
        }}
      />,
    ),
  );
  return {
    show: (shown) => {
      const refusal = refusalOf(shown, known, files);
      if (refusal === null) show(shown);
      return refusal;
    },
  };
};

function refusalOf({ view, highlight }: Shown, known: ReturnType<typeof knownOf>, files: EmbedPlan): Refusal | null {
  const [unknown] = resolveState(view, known).unknown;
  if (unknown?.field === 'place') return 'unknown-place';
  if (unknown?.field === 'article') return 'unknown-article';
  if (unknown) return 'unknown-layer';
  const places = new Map(files.gazetteer.places.map((place) => [place.id, place]));
  // What nobody could locate is a page, and no map.
  if (view.place !== null && !places.get(view.place)?.bbox) return 'not-drawn';
  return highlight.every((id) => places.has(id)) ? null : 'unknown-place';
}

/** How wide a finger is, in pixels. */
const FINGER_PX = 12;
const ROOM = { top: 12, right: 12, bottom: 12, left: 12 };

function LiveMapView({
  files,
  options,
  onReach,
}: {
  files: EmbedPlan;
  options: LiveOptions;
  onReach: (show: (shown: Shown) => void) => void;
}): React.JSX.Element {
  const [shown, setShown] = useState(options.shown);
  const { lang, plan } = shown.view;
  const desk = useMemo(
    () => embedDesk(files, { ...options.shown.view, lang, plan }, options.root),
    [files, options, lang, plan],
  );
  const askAt = useMemo(() => askerOf(Object.values(files.drawn)), [files.drawn]);
  // A link may name what the plan has not; the picture has shown the rest, and so does the map.
  const [initial] = useState((): Bbox =>
    embedFrame(resolveState(shown.view, knownOf(files.document, files.gazetteer)).state, desk),
  );
  const [frame, setFrame] = useState<Bbox | null>(null);
  const [zoom, setZoom] = useState(10);
  useEffect(() => {
    onReach((next) => {
      setShown((before) => {
        const { view } = next;
        const moved =
          view.camera !== before.view.camera ||
          view.place !== before.view.place ||
          view.article !== before.view.article;
        if (moved) setFrame(frameOf(next, desk, options.container));
        return next;
      });
    });
  }, [onReach, desk, options.container]);
  const style = useMemo(
    () => ({
      palette: shown.dark ? DARK : LIGHT,
      lang,
      hidden: shown.view.hidden,
      focus: embedFocus(shown.view, desk, shown.highlight),
      selected: shown.view.place,
      data: files.drawn,
    }),
    [shown, lang, desk, files.drawn],
  );
  const select = (place: string | null): void => {
    setShown((before) => ({ ...before, view: { ...before.view, place } }));
    options.onSelect(place);
  };
  const { t } = desk;
  const { container } = options;
  return (
    <>
      <MapView
        style={style}
        texts={{
          zoomIn: t.zoomIn,
          zoomOut: t.zoomOut,
          resetNorth: t.resetNorth,
          mapTitle: t.access.mapTitle,
          gestures: t.embed.gestures,
        }}
        initial={initial}
        padding={ROOM}
        frame={frame}
        at={null}
        drawing={null}
        reducedMotion={matchMedia('(prefers-reduced-motion: reduce)').matches}
        onMove={(camera) => {
          setZoom(camera.zoom);
          options.onView([camera.center[0], camera.center[1], camera.zoom]);
        }}
        onReady={options.onReady}
        onAsk={(at) => select(askAt(at, metresOf(at, zoom))[0]?.placeId ?? null)}
        onHold={() => {}}
        onBaseFault={() => {}}
        onFailure={(_, message) => options.onFailure(message)}
      />
      <Told desk={desk} place={shown.view.place} narrow={container.clientWidth < 420} onClose={() => select(null)} />
    </>
  );
}

/** Metres on the ground that a finger covers. */
function metresOf([, lat]: LngLat, zoom: number): number {
  return FINGER_PX * metresPerPixel(lat, zoom);
}

function frameOf({ view }: Shown, desk: Desk, { clientWidth, clientHeight }: HTMLElement): Bbox {
  const { camera } = view;
  if (camera) return squareOfCamera(camera.center, camera.zoom, Math.min(clientWidth, clientHeight) - ROOM.top * 2);
  return embedFrame(view, desk);
}

/** What was touched, in a line or two, and where to read on. */
function Told({
  desk,
  place,
  narrow,
  onClose,
}: {
  desk: Desk;
  place: string | null;
  narrow: boolean;
  onClose: () => void;
}): React.JSX.Element | null {
  const told = place === null ? undefined : desk.places.get(place);
  if (!told) return null;
  const [first] = sentencesOf(desk, told);
  return (
    <section className="told" data-hue={told.hue} data-narrow={narrow || undefined} aria-live="polite">
      <p>
        <strong>{nameOf(desk, told)}</strong>
        {first && (
          <>
            {' '}
            <q lang="zh-CN">{first.division.text}</q> <cite>{desk.articleName(first.article)}</cite>
          </>
        )}
      </p>
      <p>
        <a href={desk.hrefOfPlace(told.id)} target="_blank" rel="noopener">
          {desk.t.embed.open}
        </a>
        <button type="button" aria-label={desk.t.close} onClick={onClose}>
          ×
        </button>
      </p>
    </section>
  );
}
