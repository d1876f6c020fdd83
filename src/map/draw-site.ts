import {
  type GeoJSONStoreFeatures,
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawModeUndoRedo,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  TerraDrawSessionUndoRedo,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';

import type { LngLat } from '../contract/place';
import type { Drawing, DrawnSite, DrawShape, DrawTools } from '../state/map-surface';
import type { Palette } from './palette';

const MODES: Readonly<Record<DrawShape, string>> = { parcel: 'polygon', line: 'linestring', point: 'point' };

/** Terra Draw takes two presses that are no further apart for the same, in pixels. */
const APART_PX = 45;

/** What drawing needs of a map; MapLibre's `Map` has it. */
export interface DrawnOn {
  getCanvas: () => HTMLCanvasElement;
  getZoom: () => number;
  jumpTo: (camera: { center: [number, number]; zoom: number }) => unknown;
  project: (at: [number, number]) => { x: number; y: number };
}

/**
 * Lets a visitor draw one site on a map: corner by corner, then its corners can be moved. One that is `finished` already
 * comes back with its corners to be moved. `aim` is the spot, in pixels of
 * the canvas, at which the key for adding a corner adds it.
 */
export function startDrawing(
  map: DrawnOn,
  drawing: Drawing,
  finished: DrawnSite['geometry'],
  palette: Palette,
  aim: () => { x: number; y: number },
): DrawTools {
  const mode = MODES[drawing.shape];
  const history = new TerraDrawModeUndoRedo();
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9 }),
    modes: modesIn(palette),
    undoRedo: { modeLevel: history, sessionLevel: new TerraDrawSessionUndoRedo() },
  });
  let stopped = false;
  const tell = (): void => {
    // Terra Draw clears up when it stops, which undoes nothing.
    if (stopped) return;
    const [feature] = draw.getSnapshot().filter(isDrawn);
    const open = draw.getMode() === mode;
    const geometry = feature && !open ? feature.geometry : null;
    // While a shape is open its last position is that of the pointer; the history knows the corners that stand.
    const corners = open ? history.getHistorySizes().undoSize : feature ? cornersOf(feature) : 0;
    const standing = feature && open ? pathOf(feature).slice(0, corners) : [];
    drawing.onChange({ geometry, corners, canUndo: draw.canUndo(), open: standing });
  };
  draw.start();
  draw.setMode(mode);
  draw.on('finish', (id, { action }) => {
    if (action === 'draw') {
      draw.setMode('select');
      draw.selectFeature(id);
    }
    tell();
  });
  draw.on('change', (_, type) => {
    if (draw.getMode() === mode || type === 'delete') tell();
  });
  // A corner is in the history only after the change that it made.
  draw.on('history', tell);
  const element = map.getCanvas();
  const press = ({ x, y }: { x: number; y: number }): void => {
    const { left, top } = element.getBoundingClientRect();
    const at = { clientX: left + x, clientY: top + y, button: 0, isPrimary: true, pointerId: 1, bubbles: true };
    element.dispatchEvent(new PointerEvent('pointermove', at));
    element.dispatchEvent(new PointerEvent('pointerdown', { ...at, buttons: 1 }));
    element.dispatchEvent(new PointerEvent('pointerup', at));
  };
  // The tools draw nothing of several parts.
  if (finished?.type === 'Polygon' || finished?.type === 'LineString' || finished?.type === 'Point') {
    const [added] = draw.addFeatures([{ type: 'Feature', geometry: finished, properties: { mode } }]);
    draw.setMode('select');
    if (added?.id !== undefined) draw.selectFeature(added.id);
    tell();
  }
  const begun = finished ? [] : (drawing.begun?.() ?? []);
  comeNear(map, begun);
  for (const [lng, lat] of begun) press(map.project([lng, lat]));
  return {
    undo: () => {
      draw.undo();
      if (draw.getSnapshot().filter(isDrawn).length === 0) draw.setMode(mode);
      tell();
    },
    clear: () => {
      draw.clear();
      draw.setMode(mode);
      tell();
    },
    // Terra Draw finishes on this key and has no other door.
    finish: () => void element.dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter', bubbles: true })),
    addHere: () => press(aim()),
    stop: () => {
      stopped = true;
      draw.stop();
    },
  };
}

/** Neither a handle of a corner nor another aid of the tool. */
function isDrawn({ properties }: GeoJSONStoreFeatures): boolean {
  return Object.values(MODES).includes(String(properties['mode']));
}

/** Goes as near as all corners can be told apart: they may have been drawn on a map that was nearer. */
function comeNear(map: DrawnOn, corners: readonly LngLat[]): void {
  const at = corners.map(([lng, lat]) => map.project([lng, lat]));
  const apart = at.flatMap((one, index) => at.slice(0, index).map(({ x, y }) => Math.hypot(one.x - x, one.y - y)));
  const least = Math.min(APART_PX, ...apart.filter((px) => px > 0));
  const [lng = 0, lat = 0] = corners[0] ?? [];
  if (least < APART_PX) map.jumpTo({ center: [lng, lat], zoom: map.getZoom() + Math.log2(APART_PX / least) });
}

/** Positions of a shape in the order in which they were drawn. */
function pathOf({ geometry }: GeoJSONStoreFeatures): LngLat[] {
  const path =
    geometry.type === 'Polygon'
      ? (geometry.coordinates[0] ?? [])
      : geometry.type === 'LineString'
        ? geometry.coordinates
        : [geometry.coordinates];
  return path.map(([lng = NaN, lat = NaN]) => [lng, lat]);
}

/** Corners of a finished shape; the repeated first of a ring does not count. */
function cornersOf(feature: GeoJSONStoreFeatures): number {
  const { length } = pathOf(feature);
  return feature.geometry.type === 'Polygon' ? length - 1 : length;
}

function modesIn({ accent, halo, paper }: Palette) {
  const ink = colour(accent);
  const snapping = { toCoordinate: true, toLine: true };
  const handle = {
    selectionPointColor: colour(paper),
    selectionPointOutlineColor: ink,
    selectionPointOutlineWidth: 2,
    selectionPointWidth: 6,
    midPointColor: colour(halo),
    midPointOutlineColor: ink,
    midPointOutlineWidth: 1,
    midPointWidth: 4,
  };
  const selected = {
    selectedPolygonColor: ink,
    selectedPolygonFillOpacity: 0.14,
    selectedPolygonOutlineColor: ink,
    selectedPolygonOutlineWidth: 2.6,
    selectedLineStringColor: ink,
    selectedLineStringWidth: 2.6,
    selectedPointColor: ink,
    selectedPointWidth: 7,
  };
  const corners = { draggable: true, midpoints: true, deletable: true, snappable: true };
  return [
    new TerraDrawPolygonMode({
      snapping,
      showCoordinatePoints: true,
      styles: {
        fillColor: ink,
        fillOpacity: 0.14,
        outlineColor: ink,
        outlineWidth: 2.6,
        closingPointColor: colour(paper),
        closingPointOutlineColor: ink,
        coordinatePointColor: colour(paper),
        coordinatePointOutlineColor: ink,
        coordinatePointOutlineWidth: 2,
        coordinatePointWidth: 5,
      },
    }),
    new TerraDrawLineStringMode({
      snapping,
      showCoordinatePoints: true,
      styles: { lineStringColor: ink, lineStringWidth: 2.6 },
    }),
    new TerraDrawPointMode({ styles: { pointColor: ink, pointWidth: 7 } }),
    new TerraDrawSelectMode({
      flags: {
        polygon: { feature: { draggable: false, coordinates: corners } },
        linestring: { feature: { draggable: false, coordinates: corners } },
        point: { feature: { draggable: true } },
      },
      styles: { ...selected, ...handle },
    }),
  ];
}

/** Palettes are written in hexadecimal, which is what the tool wants to see in the type. */
function colour(hex: string): `#${string}` {
  return `#${hex.replace('#', '')}`;
}
