import type { GeoJSONSourceSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';

import { DRAWN_FILES, type DrawnFile } from '../contract/features';
import { DRAW_ORDER } from './layers/index';
import { nearData } from './layers/near.layer';
import { siteSource } from './site-source';
import type { StyleInput } from './style-input';

/**
 * The map as a pure function of what is to be seen. Every source of the plan is inside the style, so the map asks no
 * server for tiles, glyphs or sprites unless an online base map is on; a file that could not be loaded is an empty
 * source.
 */
export function buildStyle(input: StyleInput): StyleSpecification {
  const { data, base, near, site, ...view } = input;
  const unused = new Set([...(near ? [] : ['near']), ...(site ? [] : ['site'])]);
  const [ground, ...plan] = DRAW_ORDER.map((subject) =>
    // A layer of nothing costs as much as any other.
    subject(view).filter((layer) => !('source' in layer && unused.has(String(layer.source)))),
  );
  return {
    version: 8,
    sources: {
      ...Object.fromEntries(DRAWN_FILES.map((name) => [name, planSource(data[name])])),
      near: { type: 'geojson', data: nearData(near) },
      site: siteSource(site),
      ...base?.sources,
    },
    layers: [...(ground ?? []), ...(base?.layers ?? []), ...plan.flat()],
  };
}

function planSource(data: DrawnFile | undefined): GeoJSONSourceSpecification {
  return { type: 'geojson', data: data ?? { type: 'FeatureCollection', features: [] } };
}
