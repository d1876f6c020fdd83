import { DRAWN_FILES, type DrawnFeature } from '../../../src/contract/features';
import type { Bbox } from '../../../src/contract/place';
import { bboxOf, joinBoxes } from '../../../src/spatial/bbox';
import { type CutTiles, cutTiles, type Drawn } from './cut-tiles';
import { writePmtiles } from './pmtiles-writer';

/** Everything that is drawn as one archive of vector tiles, with the zooms that it has. */
export function mapArchive(drawn: Drawn): { bytes: Uint8Array; minzoom: number; maxzoom: number } {
  const cut = cutTiles(drawn);
  const { minzoom, maxzoom } = cut;
  const bounds: Bbox = joinBoxes(
    DRAWN_FILES.flatMap((name) => drawn[name].map(({ geometry }) => bboxOf(geometry))),
  ) ?? [-180, -85, 180, 85];
  return {
    bytes: writePmtiles(cut.tiles, { bounds, minzoom, maxzoom, metadata: metadataOf(drawn, cut) }),
    minzoom,
    maxzoom,
  };
}

function metadataOf(drawn: Drawn, { minzoom, maxzoom, grainPx }: CutTiles): Record<string, unknown> {
  const layers = DRAWN_FILES.filter((name) => drawn[name].length > 0);
  return {
    vector_layers: layers.map((id) => ({ id, minzoom, maxzoom, fields: fieldsOf(drawn[id]) })),
    // By zoom, pixels: areas that are smaller are in its tiles in sum only, shorter lines not at all.
    grain_px: grainPx,
  };
}

function fieldsOf(features: readonly DrawnFeature[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { properties } of features) {
    for (const [key, value] of Object.entries(properties)) {
      if (value !== undefined) fields[key] = typeof value === 'number' ? 'Number' : 'String';
    }
  }
  return fields;
}
