import type {
  GeoJSONSourceSpecification,
  LayerSpecification,
  StyleSpecification,
  VectorSourceSpecification,
} from '@maplibre/maplibre-gl-style-spec';

import { DRAWN_FILES, type DrawnFile } from '../contract/features';
import { tilesOf } from './archive';
import { DRAW_ORDER } from './layers/index';
import { nearData } from './layers/near.layer';
import { siteSource } from './site-source';
import type { PlanTiles } from '../state/map-surface';
import type { StyleInput } from './style-input';

/**
 * The map as a pure function of what is to be seen. Every source of the plan is inside the style, so the map asks no
 * server for tiles, glyphs or sprites unless an online base map is on; a file that could not be loaded is an empty
 * source.
 */
export function buildStyle(input: StyleInput): StyleSpecification {
  const { data, tiles, base, near, site, ...view } = input;
  const unused = new Set([...(near ? [] : ['near']), ...(site ? [] : ['site'])]);
  const [ground, ...plan] = DRAW_ORDER.map((subject) =>
    // A layer of nothing costs as much as any other.
    subject(view).filter((layer) => !('source' in layer && unused.has(String(layer.source)))),
  );
  return {
    version: 8,
    sources: {
      ...(tiles
        ? { [TILED]: tileSource(tiles) }
        : Object.fromEntries(DRAWN_FILES.map((name) => [name, planSource(data[name])]))),
      near: { type: 'geojson', data: nearData(near) },
      site: siteSource(site),
      ...base?.sources,
    },
    layers: [...inTiles(ground ?? [], tiles), ...(base?.layers ?? []), ...inTiles(plan.flat(), tiles)],
  };
}

/** Name of the source of a plan that is drawn from tiles. */
export const TILED = 'plan';

function tileSource({ url, minzoom, maxzoom }: PlanTiles): VectorSourceSpecification {
  return { type: 'vector', tiles: [tilesOf(url)], minzoom, maxzoom };
}

/** The layers with the plan in tiles, which hold a layer by the name of each file. */
function inTiles(layers: readonly LayerSpecification[], tiles: PlanTiles | null | undefined): LayerSpecification[] {
  if (!tiles) return [...layers];
  return layers.map((layer) =>
    'source' in layer && (DRAWN_FILES as readonly string[]).includes(String(layer.source))
      ? ({ ...layer, source: TILED, 'source-layer': layer.source } as LayerSpecification)
      : layer,
  );
}

function planSource(data: DrawnFile | undefined): GeoJSONSourceSpecification {
  return { type: 'geojson', data: data ?? { type: 'FeatureCollection', features: [] }, tolerance: 0.2, buffer: 64 };
}
