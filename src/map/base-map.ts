import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec';

import { type BaseMapConfig, type ForeignStyle, rasterSets } from '../contract/config';

/** Sources and layers of an online base map, ready to lie under the plan. Their ids start with `online-`. */
export interface BaseMap {
  sources: Record<string, SourceSpecification>;
  layers: LayerSpecification[];
}

const PREFIX = 'online-';

/** Whether a source or layer belongs to an online base map. */
export function isOnline(id: string): boolean {
  return id.startsWith(PREFIX);
}

/** A base map of raster tiles. */
export function rasterBaseMap(config: BaseMapConfig): BaseMap {
  const base: BaseMap = { sources: {}, layers: [] };
  rasterSets(config).forEach((tiles, index) => {
    const id = `${PREFIX}${index}`;
    const maxzoom = 'maxzoom' in config && config.maxzoom !== undefined ? config.maxzoom : 18;
    base.sources[id] = { type: 'raster', tiles, tileSize: 256, maxzoom };
    base.layers.push({ id, type: 'raster', source: id, paint: { 'raster-saturation': -0.6, 'raster-opacity': 0.8 } });
  });
  return base;
}

/**
 * A base map out of a foreign style. Its labels stay behind: they would need its glyph server, and names on this map
 * are the plan's.
 */
export function styleBaseMap({ sources, layers }: ForeignStyle): BaseMap {
  const drawn = layers.filter(({ type }) => type !== 'symbol' && type !== 'background');
  return {
    sources: Object.fromEntries(
      Object.entries(sources).map(([id, source]) => [`${PREFIX}${id}`, source as unknown as SourceSpecification]),
    ),
    layers: drawn.map(({ id, source, ...layer }) => {
      const own = { ...layer, id: `${PREFIX}${id}`, ...(source !== undefined && { source: `${PREFIX}${source}` }) };
      return own as unknown as LayerSpecification;
    }),
  };
}
