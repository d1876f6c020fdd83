import type {
  FilterSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from '@maplibre/maplibre-gl-style-spec';

import { DRAWN_FILES, type DrawnFileName } from '../contract/features';
import { tilesOf } from './archive';
import { buildStyle } from './build-style';
import type { StyleInput } from './style-input';

/** Name of the source that holds all that is drawn of the plan. */
export const PLAN = 'plan';

/** All that is drawn of the plan; each feature says of which file it is. */
type PlanData = GeoJSON.FeatureCollection<GeoJSON.Geometry, Record<string, unknown> & { file: DrawnFileName }>;

/**
 * The picture of {@link buildStyle} for the interactive map, which cuts, fetches and draws each source on its own:
 * what it takes from the files of the plan comes out of a single one. Those are tiles, with a layer by the name of each
 * file, where the plan has them; else GeoJSON whose features say in `file` where they are from.
 */
export function liveStyle(input: StyleInput): StyleSpecification {
  const { layers, sources, ...style } = buildStyle(input);
  const others = Object.entries(sources).filter(([name]) => !isDrawn(name));
  return {
    ...style,
    sources: { [PLAN]: planSource(input), ...Object.fromEntries(others) },
    layers: layers.map((layer) => inOneSource(layer, Boolean(input.tiles))),
  };
}

function planSource({ data, tiles }: StyleInput): SourceSpecification {
  if (tiles) return { type: 'vector', tiles: [tilesOf(tiles.url)], minzoom: tiles.minzoom, maxzoom: tiles.maxzoom };
  return { type: 'geojson', data: planData(data), tolerance: 0.2, buffer: 64 } satisfies GeoJSONSourceSpecification;
}

/** The features of all files that are there. */
export function planData(data: StyleInput['data']): PlanData {
  return {
    type: 'FeatureCollection',
    features: DRAWN_FILES.flatMap((file) =>
      (data[file]?.features ?? []).map(({ type, geometry, properties }) => ({
        type,
        geometry: geometry as GeoJSON.Geometry,
        properties: { ...properties, file },
      })),
    ),
  };
}

function inOneSource(layer: LayerSpecification, tiled: boolean): LayerSpecification {
  if (!('source' in layer) || !isDrawn(layer.source)) return layer;
  const file = layer.source;
  if (tiled) return { ...layer, source: PLAN, 'source-layer': file } as LayerSpecification;
  const from: FilterSpecification = ['==', ['get', 'file'], file];
  const filter = layer.filter === undefined ? from : ['all', from, layer.filter];
  return { ...layer, source: PLAN, filter } as LayerSpecification;
}

function isDrawn(source: unknown): source is DrawnFileName {
  return (DRAWN_FILES as readonly unknown[]).includes(source);
}
