import type { PlanGeometry } from '../../contract/features';
import type { Bbox } from '../../contract/place';
import { pathsOf } from '../../spatial/bbox';
import { toMercator, zoomOf } from '../../spatial/mercator';
import type { Pixel, PixelBox } from './shapes';

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
  /** All that is drawn, the margin beyond the frame with it. */
  reach: PixelBox;
  project: (position: readonly number[]) => Pixel;
  paths: (geometry: PlanGeometry) => Pixel[][];
}

/** A frame (WGS-84) laid out `widthPx` wide. */
export function canvasOf(frame: Bbox, widthPx: number, beyond: Beyond): Canvas {
  const [left, top] = toMercator([frame[0], frame[3]]);
  const [right, bottom] = toMercator([frame[2], frame[1]]);
  const scale = widthPx / (right - left);
  const heightPx = (bottom - top) * scale;
  const project = (position: readonly number[]): Pixel => {
    const [x, y] = toMercator(position);
    return [(x - left) * scale, (y - top) * scale];
  };
  return {
    widthPx,
    heightPx,
    zoom: zoomOf(frame, widthPx),
    reach: [
      -beyond.left * widthPx,
      -beyond.top * heightPx,
      (1 + beyond.right) * widthPx,
      (1 + beyond.bottom) * heightPx,
    ],
    project,
    paths: (geometry) => pathsOf(geometry).map((path) => path.map(project)),
  };
}
