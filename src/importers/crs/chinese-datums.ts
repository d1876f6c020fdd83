import gcoord from 'gcoord';

import type { Bbox, LngLat } from '../../contract/place';

type Datum = 'WGS84' | 'GCJ02' | 'BD09' | 'BD09MC';

/**
 * Where the shift is defined, a margin inside the box that gcoord tests: on its very edge the way back would never
 * end. Outside, the three datums are one.
 */
const SHIFTED: Bbox = [72.2, 1, 137.6, 55.6];

function inShifted([lng, lat]: LngLat): boolean {
  return lng >= SHIFTED[0] && lng <= SHIFTED[2] && lat >= SHIFTED[1] && lat <= SHIFTED[3];
}

function shift([x, y]: LngLat, from: Datum, to: Datum): LngLat {
  const [x2 = NaN, y2 = NaN] = gcoord.transform([x, y], gcoord[from], gcoord[to]);
  return [x2, y2];
}

/** A position in GCJ-02, the shifted datum of Chinese web maps, as WGS-84 (good to about a metre). */
export function gcj02ToWgs84(at: LngLat): LngLat {
  return inShifted(at) ? shift(at, 'GCJ02', 'WGS84') : at;
}

/** A WGS-84 position as a Chinese web map would state it. */
export function wgs84ToGcj02(at: LngLat): LngLat {
  return inShifted(at) ? shift(at, 'WGS84', 'GCJ02') : at;
}

/** A position in BD-09, Baidu's datum, as WGS-84 (good to about two metres). */
export function bd09ToWgs84(at: LngLat): LngLat {
  return inShifted(at) ? shift(at, 'BD09', 'WGS84') : at;
}

/** A WGS-84 position as Baidu's map would state it. */
export function wgs84ToBd09(at: LngLat): LngLat {
  return inShifted(at) ? shift(at, 'WGS84', 'BD09') : at;
}

/** Baidu's own Mercator metres, as in the addresses of its map, as WGS-84 (good to about two metres). */
export function bd09MercatorToWgs84(xM: number, yM: number): LngLat {
  if (!Number.isFinite(xM) || !Number.isFinite(yM)) return [NaN, NaN];
  return bd09ToWgs84(shift([xM, yM], 'BD09MC', 'BD09'));
}

/** A WGS-84 position in Baidu's Mercator metres. */
export function wgs84ToBd09Mercator(at: LngLat): LngLat {
  return shift(wgs84ToBd09(at), 'BD09', 'BD09MC');
}
