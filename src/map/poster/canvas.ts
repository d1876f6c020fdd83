import type { PlanGeometry } from '../../contract/features';
import { pathsOf } from '../../contract/paths';
import type { Bbox } from '../../contract/place';
import { toMercator, zoomOf } from '../../spatial/mercator';
import { boxOf, type Pixel, type PixelBox, touches } from './shapes';

/** How far the drawing goes on beyond its frame, as shares of the frame's width and height. */
export interface Beyond {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** The frame at one size: where on it a position lies, and what zoom of the interactive map that is. */
export interface Canvas {
  widthPx: number;
  heightPx: number;
  zoom: number;
  /** What lies less than this beside a line is left out. */
  tolerancePx: number;
  /** All that is drawn, the margin beyond the frame with it. */
  reach: PixelBox;
  /** The rings or paths of a geometry that the drawing reaches. */
  paths: (geometry: PlanGeometry) => Pixel[][];
}

/** Web Mercator needs a logarithm for every position, so a geometry is projected once for all drawings of it. */
const projected = new WeakMap<PlanGeometry, { path: Pixel[]; box: PixelBox }[]>();

function mercatorPaths(geometry: PlanGeometry): { path: Pixel[]; box: PixelBox }[] {
  const known = projected.get(geometry);
  if (known) return known;
  const paths = pathsOf(geometry).map((positions) => {
    const path = positions.map(toMercator);
    return { path, box: boxOf(path) };
  });
  projected.set(geometry, paths);
  return paths;
}

/** A frame (WGS-84) laid out `widthPx` wide. */
export function canvasOf(frame: Bbox, widthPx: number, beyond: Beyond, tolerancePx: number): Canvas {
  const [left, top] = toMercator([frame[0], frame[3]]);
  const [right, bottom] = toMercator([frame[2], frame[1]]);
  const scale = widthPx / (right - left);
  const heightPx = (bottom - top) * scale;
  const reach: PixelBox = [
    -beyond.left * widthPx,
    -beyond.top * heightPx,
    (1 + beyond.right) * widthPx,
    (1 + beyond.bottom) * heightPx,
  ];
  const reached: PixelBox = [
    left + reach[0] / scale,
    top + reach[1] / scale,
    left + reach[2] / scale,
    top + reach[3] / scale,
  ];
  return {
    widthPx,
    heightPx,
    zoom: zoomOf(frame, widthPx),
    tolerancePx,
    reach,
    paths: (geometry) =>
      mercatorPaths(geometry)
        .filter(({ box }) => touches(box, reached))
        .map(({ path }) => path.map(([x, y]): Pixel => [(x - left) * scale, (y - top) * scale])),
  };
}
