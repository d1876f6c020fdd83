import type { Bbox, LngLat } from '../contract/place';

/**
 * Web Mercator on the unit square: x runs east from 180° W, y runs south from 85.05° N, both 0–1. MapLibre's maps and
 * the drawn ones share it, so that a place is at the same spot of both.
 */
export function toMercator([lng, lat]: readonly number[] | LngLat): [x: number, y: number] {
  const phi = ((lat ?? NaN) * Math.PI) / 180;
  return [((lng ?? NaN) + 180) / 360, 0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI)];
}

/** The inverse of `toMercator`, in degrees. */
export function fromMercator([x, y]: readonly [number, number]): LngLat {
  return [x * 360 - 180, (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90];
}

/** The smallest box around a box that is a square on the map, with the same centre. */
export function squareAround(box: Bbox): Bbox {
  return frameAround(box, 1);
}

/** The smallest box around a box that is `aspect` times as wide as high on the map, with the same centre. */
export function frameAround([west, south, east, north]: Bbox, aspect: number): Bbox {
  const [left, bottom] = toMercator([west, south]);
  const [right, top] = toMercator([east, north]);
  const halfHigh = Math.max((right - left) / aspect, bottom - top) / 2;
  const halfWide = halfHigh * aspect;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return [...fromMercator([x - halfWide, y + halfHigh]), ...fromMercator([x + halfWide, y - halfHigh])];
}

/** Zoom of a MapLibre map (512-pixel tiles) in which a box is `widthPx` wide. */
export function zoomOf([west, , east]: Bbox, widthPx: number): number {
  return Math.log2((widthPx * 360) / (512 * (east - west)));
}

/** Metres on the ground to a pixel of a MapLibre map (512-pixel tiles) at a latitude in degrees, on the sphere of Web Mercator. */
export function metresPerPixel(latDeg: number, zoom: number): number {
  return (2 * Math.PI * 6_378_137 * Math.cos((latDeg * Math.PI) / 180)) / (512 * 2 ** zoom);
}

/** What a MapLibre map (512-pixel tiles) of so many pixels to each side shows at a zoom: a square on the map. */
export function squareOfCamera(center: LngLat, zoom: number, widthPx: number): Bbox {
  const [x, y] = toMercator(center);
  const half = widthPx / (512 * 2 ** zoom) / 2;
  return [...fromMercator([x - half, y + half]), ...fromMercator([x + half, y - half])];
}
