import gcoord from 'gcoord';

import type { LngLat } from '../../../src/contract/place';

/** A position in GCJ-02, the shifted datum of Chinese web maps, as WGS-84 (good to about a metre). */
export function gcj02ToWgs84([lng, lat]: LngLat): LngLat {
  const [x = lng, y = lat] = gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84);
  return [x, y];
}

/** A WGS-84 position as a Chinese web map would state it. */
export function wgs84ToGcj02([lng, lat]: LngLat): LngLat {
  const [x = lng, y = lat] = gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02);
  return [x, y];
}
