import type {
  FilterSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from '@maplibre/maplibre-gl-style-spec';

import { DRAWN_FILES, type DrawnFile, type DrawnFileName } from '../contract/features';
import { alike } from './alike';
import { tilesOf } from './archive';
import { buildStyle } from './build-style';
import { cargoOf, type PlanData, planFeatures } from './plan-cargo';
import type { StyleInput } from './style-input';

/** Name of the source that holds all that is drawn of the plan. */
export const PLAN = 'plan';

/**
 * The picture of {@link buildStyle} for the interactive map, which cuts, fetches and draws each source on its own:
 * what it takes from the files of the plan comes out of a single one. Those are tiles, with a layer by the name of each
 * file, where the plan has them; else GeoJSON whose features say in `file` where they are from. Layers of a kind share
 * a program of the graphics card ({@link alike}).
 */
export function liveStyle(input: StyleInput, takesCargo = false): StyleSpecification {
  const { layers, sources, ...style } = buildStyle(input);
  const others = Object.entries(sources).filter(([name]) => !isDrawn(name));
  return {
    ...style,
    sources: { [PLAN]: planSource(input, takesCargo), ...Object.fromEntries(others) },
    layers: liveLayers(input, layers),
  };
}

/** The layers of {@link liveStyle} alone. */
export function liveLayers(
  input: StyleInput,
  layers: readonly LayerSpecification[] = buildStyle(input).layers,
): LayerSpecification[] {
  const { base, tiles } = input;
  const foreign = new Set(base?.layers);
  return layers.map((layer) => (foreign.has(layer) ? layer : alike(inOneSource(layer, Boolean(tiles)))));
}

function planSource({ data, tiles }: StyleInput, takesCargo: boolean): SourceSpecification {
  if (tiles) return { type: 'vector', tiles: [tilesOf(tiles.url)], minzoom: tiles.minzoom, maxzoom: tiles.maxzoom };
  return {
    type: 'geojson',
    data: handedOver(data, takesCargo),
    tolerance: 0.2,
    buffer: 64,
  } satisfies GeoJSONSourceSpecification;
}

/** What the source of the plan draws. */
export function planData(data: StyleInput['data']): PlanData {
  return planFeatures(filesOf(data).map(([name, { features }]) => [name, features]));
}

/** The plan as the worker of the map gets it: packed, as it came, where it can take that apart; else feature by feature. */
export function handedOver(data: StyleInput['data'], takesCargo: boolean): GeoJSON.FeatureCollection {
  return (takesCargo ? cargoOf(filesOf(data)) : null) ?? planData(data);
}

/** What is there of the plan, in the order of its files. */
function filesOf(data: StyleInput['data']): [DrawnFileName, DrawnFile][] {
  return DRAWN_FILES.flatMap((name) => {
    const file = data[name];
    return file ? [[name, file] as [DrawnFileName, DrawnFile]] : [];
  });
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
