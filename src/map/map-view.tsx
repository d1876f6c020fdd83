import 'maplibre-gl/dist/maplibre-gl.css';

import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import {
  addProtocol,
  type GeoJSONSource,
  Map as MapLibreMap,
  type MapMouseEvent,
  type MapTouchEvent,
  Marker,
  NavigationControl,
  ScaleControl,
} from 'maplibre-gl';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { register } from 'virtual:map-transfer';

import { DRAWN_FILES } from '../contract/features';
import type { Bbox, LngLat } from '../contract/place';
import type { MapSurface } from '../state/map-surface';
import type { Camera } from '../state/view-state';
import { applyLayers, type StyledMap } from './apply-style';
import { isOnline } from './base-map';
import { ARCHIVE_PROTOCOL } from './archive';
import { drawOn } from './draw-on';
import { drawWhenWhole } from './draw-when-whole';
import { mapImages } from './images';
import { nearData } from './layers/near.layer';
import { PALETTES } from './palette';
import { handedOver, liveLayers, liveStyle, PLAN } from './live-style';
import { PlanCargo } from './plan-cargo';
import { keepForPrint } from './print-copy';
import { roomFor } from './room-for';
import { siteFeatures } from './site-source';
import { inOnePiece } from './start-worker';
import type { StyleInput } from './style-input';
import { placeUnder, POINTABLE } from './under-pointer';

addProtocol(ARCHIVE_PROTOCOL.name, ARCHIVE_PROTOCOL.read);
register?.('PlanCargo', PlanCargo);
/** Whether the worker knows what the plan is packed in. */
const takesCargo = register !== null && !inOnePiece;

interface MapTexts {
  zoomIn: string;
  zoomOut: string;
  resetNorth: string;
  mapTitle: string;
  /** Given where the map stands in somebody's page, which the wheel and one finger then scroll as ever. */
  gestures?: { wheel: string; wheelMac: string; fingers: string };
}

export interface MapViewProps extends MapSurface {
  style: StyleInput;
  texts: MapTexts;
}

/** How long a name takes to come or go while the map moves. */
const FADE_MS = 150;
/** How near the pointer must come to a thin line to mean it. */
const NEAR_PX = 4;
/** Less than this nobody sees, so north counts as up. */
const TURNED_DEG = 0.5;

/** The one place where the map library lives. */
export function MapView(props: MapViewProps): React.JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<MapLibreMap | null>(null);
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  /** What the map shows now; `null` until its style is in. */
  const drawn = useRef<Drawn | null>(null);
  /** What it showed when WebGL took its context away; the map comes back with just that. */
  const lost = useRef<Drawn | null>(null);
  const endDrawing = useRef<(() => void) | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const input = useMemo(() => ({ ...props.style, hovered }), [props.style, hovered]);

  useEffect(() => {
    if (!container.current) return;
    const { current: first } = latest;
    const style = liveStyle(first.style, takesCargo);
    let created: MapLibreMap;
    try {
      created = new MapLibreMap({
        container: container.current,
        style,
        ...('zoom' in first.initial
          ? { center: first.initial.center, zoom: first.initial.zoom, bearing: first.initial.bearing }
          : { bounds: first.initial, fitBoundsOptions: { padding: roomFor(first, container.current) } }),
        attributionControl: false,
        // The tests hold our own layers against the specification; those of a foreign style nobody has.
        validateStyle: Boolean(first.style.base),
        // The drawing under the map has the names already, and to fade them in takes half a second on a phone.
        fadeDuration: 0,
        maxPitch: 0,
        minZoom: 6,
        maxZoom: 17,
        locale: {
          'Map.Title': first.texts.mapTitle,
          'NavigationControl.ZoomIn': first.texts.zoomIn,
          'NavigationControl.ZoomOut': first.texts.zoomOut,
          'NavigationControl.ResetBearing': first.texts.resetNorth,
          ...(first.texts.gestures && {
            'CooperativeGesturesHandler.WindowsHelpText': first.texts.gestures.wheel,
            'CooperativeGesturesHandler.MacHelpText': first.texts.gestures.wheelMac,
            'CooperativeGesturesHandler.MobileHelpText': first.texts.gestures.fingers,
          }),
        },
        cooperativeGestures: first.texts.gestures !== undefined,
      });
    } catch (error) {
      first.onFailure('no-webgl', String(error));
      return;
    }
    map.current = created;
    let told = false;
    drawWhenWhole(created, () => latest.current.covered === true && !told);

    created.addControl(new NavigationControl({ visualizePitch: false }), 'bottom-right');
    created.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-right');
    created.setMissingStyleImageResolver((id) => addImage(created, id));
    created.on('style.load', () => {
      const stood = lost.current ?? { input: first.style, layers: style.layers };
      lost.current = null;
      drawn.current = bringUp(created, stood, latest.current.style);
      latest.current.onStyled?.();
    });
    let losses = 0;
    created.on('webglcontextlost', () => {
      losses += 1;
      lost.current = drawn.current ?? lost.current;
      drawn.current = null;
      // Once can be an accident; a device that does it again will go on doing it.
      if (losses > 1) latest.current.onFailure('lost', 'WebGL took its context away twice');
    });
    const ready = (): void => {
      if (told) return;
      told = true;
      // The map of the library takes it when it is made, and only then by a public name.
      // oxlint-disable-next-line no-underscore-dangle
      if (!first.reducedMotion) created._fadeDuration = FADE_MS;
      latest.current.onReady();
      latest.current.onMove(cameraOf(created), seenBox(created, latest.current));
    };
    created.on('idle', () => {
      if (latest.current.awaiting) return;
      created.getContainer().setAttribute('data-idle', '');
      ready();
    });
    created.on('movestart', () => {
      created.getContainer().removeAttribute('data-idle');
      if (!latest.current.awaiting) ready();
    });
    created.on('error', (event) => {
      const { sourceId } = event as { sourceId?: string };
      if (sourceId !== undefined && isOnline(sourceId)) latest.current.onBaseFault();
      else if (sourceId === PLAN && latest.current.style.tiles) latest.current.onTileFault?.(String(event.error));
      else console.error(event.error);
    });
    created.on('moveend', () => latest.current.onMove(cameraOf(created), seenBox(created, latest.current)));
    const stopKeeping = keepForPrint(created);
    const letGo = hearPresses(
      created,
      (at) => latest.current.onAsk(at),
      (at) => latest.current.onHold(at),
    );
    created.on('mousemove', ({ point }) => {
      // A finger does not hover, and what a drag passes over is not meant.
      if (!matchMedia('(hover: hover)').matches || created.isMoving() || !drawn.current) return;
      const under = created.queryRenderedFeatures(
        [
          [point.x - NEAR_PX, point.y - NEAR_PX],
          [point.x + NEAR_PX, point.y + NEAR_PX],
        ],
        { layers: [...POINTABLE] },
      );
      const place = placeUnder(under);
      created.getCanvas().style.cursor = place === null ? '' : 'pointer';
      setHovered(place);
    });
    created.on('mouseout', () => setHovered(null));
    const sayTurned = (): void => {
      created.getContainer().toggleAttribute('data-turned', Math.abs(created.getBearing()) >= TURNED_DEG);
    };
    created.on('rotate', sayTurned);
    sayTurned();
    created.getCanvas().addEventListener('keydown', ({ key, target }) => {
      const { lng, lat } = created.getCenter();
      if (key === 'Enter' && target === created.getCanvas()) latest.current.onAsk([lng, lat]);
    });
    return () => {
      // While there is still a map to take the drawing from.
      endDrawing.current?.();
      endDrawing.current = null;
      letGo();
      stopKeeping();
      map.current = null;
      drawn.current = null;
      created.remove();
    };
  }, []);

  useEffect(() => {
    if (map.current && drawn.current) drawn.current = bringUp(map.current, drawn.current, input);
  }, [input]);

  useEffect(() => {
    // It may have come to rest with nothing to draw.
    if (!props.awaiting) map.current?.triggerRepaint();
  }, [props.awaiting]);

  useEffect(() => {
    const { current: target } = map;
    // Where the sheet goes, more or less of the map is seen.
    if (target && drawn.current && !target.isMoving()) props.onMove(cameraOf(target), seenBox(target, props));
  }, [props.padding]);

  useEffect(() => {
    const { current: target } = map;
    if (!target || !props.frame) return;
    const camera = target.cameraForBounds(props.frame, {
      padding: roomFor(props, target.getContainer()),
      maxZoom: 14.5,
    });
    if (!camera?.center) return;
    target.easeTo({ ...camera, duration: props.reducedMotion ? 0 : 380 });
  }, [props.frame]);

  useEffect(() => {
    const { current: target } = map;
    if (!target || !props.at) return;
    const cross = document.createElement('div');
    cross.className = 'asked-spot';
    const marker = new Marker({ element: cross }).setLngLat(props.at).addTo(target);
    uncover(target, props.at, latest.current);
    return () => {
      marker.remove();
    };
  }, [props.at]);

  useEffect(() => {
    const { current: target } = map;
    const { drawing } = props;
    if (!target || !drawing) return;
    const end = drawOn(target, drawing, {
      palette: () => latest.current.style.palette,
      aim: () => middleOf(target, latest.current),
    });
    endDrawing.current = end;
    return () => {
      if (endDrawing.current === end) end();
      endDrawing.current = null;
    };
  }, [props.drawing]);

  return <div className="map-canvas" ref={container} data-testid="map" />;
}

interface Drawn {
  input: StyleInput;
  layers: LayerSpecification[];
}

/** Changes a map from what it shows to what it should show. */
function bringUp(map: MapLibreMap, before: Drawn, input: StyleInput): Drawn {
  if (before.input === input) return before;
  if (!input.tiles && DRAWN_FILES.some((name) => input.data[name] !== before.input.data[name]))
    map.getSource<GeoJSONSource>(PLAN)?.setData(handedOver(input.data, takesCargo));
  if (input.near !== before.input.near) map.getSource<GeoJSONSource>('near')?.setData(nearData(input.near));
  if (input.site !== before.input.site) map.getSource<GeoJSONSource>('site')?.setData(siteFeatures(input.site));
  const layers = liveLayers(input);
  for (const [id, source] of Object.entries(input.base?.sources ?? {}))
    if (!map.getSource(id)) map.addSource(id, source);
  applyLayers(map as StyledMap, before.layers, layers);
  for (const id of Object.keys(before.input.base?.sources ?? {})) if (!input.base?.sources[id]) map.removeSource(id);
  return { input, layers };
}

/** The middle of the part of the map that nothing covers, in pixels. */
function middleOf(map: MapLibreMap, props: MapViewProps): { x: number; y: number } {
  const { clientWidth, clientHeight } = map.getContainer();
  const room = roomFor(props, map.getContainer());
  return { x: (room.left + clientWidth - room.right) / 2, y: (room.top + clientHeight - room.bottom) / 2 };
}

/** Draws an image that the map turns out to need. */
function addImage(map: MapLibreMap, wanted: string): void {
  const draw = Object.values(PALETTES)
    .map((palette) => mapImages(palette).get(wanted))
    .find((one) => one !== undefined);
  if (!draw) return;
  const { width, height, data, stretch } = draw();
  map.addImage(
    wanted,
    { width, height, data },
    {
      pixelRatio: 2,
      ...(stretch && { stretchX: [stretch], stretchY: [stretch], content: [4, 4, width - 4, height - 4] }),
    },
  );
}

/** Moves a spot that a card or the sheet covers into the part of the map that can be seen. */
function uncover(map: MapLibreMap, at: LngLat, props: MapViewProps): void {
  const { clientWidth, clientHeight } = map.getContainer();
  const room = roomFor(props, map.getContainer());
  const { x, y } = map.project(at);
  const seen = x > 0 && x < clientWidth - room.right && y > 0 && y < clientHeight - room.bottom;
  if (seen) return;
  const offset: [number, number] = [(room.left - room.right) / 2, (room.top - room.bottom) / 2];
  map.easeTo({ center: at, offset, duration: props.reducedMotion ? 0 : 380 });
}

/** The box of the earth in the part of the map that nothing covers; of a turned map the box around that part. */
function seenBox(map: MapLibreMap, props: MapViewProps): Bbox {
  const { clientWidth, clientHeight } = map.getContainer();
  const room = roomFor(props, map.getContainer());
  const corners = [
    [room.left, room.top],
    [clientWidth - room.right, room.top],
    [clientWidth - room.right, clientHeight - room.bottom],
    [room.left, clientHeight - room.bottom],
  ].map(([x = 0, y = 0]) => map.unproject([x, y]));
  const [lngs, lats] = [corners.map(({ lng }) => lng), corners.map(({ lat }) => lat)];
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

const HOLD_MS = 550;
/** A finger that rests still trembles. */
const TREMBLE_PX = 10;

/** Tells clicks from a long press of one finger or the other button of a mouse. Returns what ends it. */
function hearPresses(map: MapLibreMap, ask: (at: LngLat) => void, hold: (at: LngLat) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let from = { x: 0, y: 0 };
  /** The press under way was long; some browsers send a context menu or a click after it as well. */
  let held = false;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const tell = ({ lngLat: { lng, lat } }: MapMouseEvent | MapTouchEvent): void => {
    const touching = timer !== null;
    stop();
    if (held) return;
    held = touching;
    hold([lng, lat]);
  };
  map.on('click', ({ lngLat: { lng, lat } }) => {
    if (!held) ask([lng, lat]);
    held = false;
  });
  map.on('contextmenu', tell);
  map.on('touchstart', (event) => {
    stop();
    held = false;
    if (event.points.length !== 1) return;
    from = event.point;
    timer = setTimeout(() => tell(event), HOLD_MS);
  });
  map.on('touchmove', ({ point }) => {
    if (Math.hypot(point.x - from.x, point.y - from.y) > TREMBLE_PX) stop();
  });
  map.on('touchend', stop);
  map.on('touchcancel', stop);
  return stop;
}

function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter();
  return { center: [lng, lat], zoom: map.getZoom(), bearing: map.getBearing() };
}
