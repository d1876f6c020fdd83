import { DRAWN_FILES, type DrawnFeature } from '../../../src/contract/features';
import type { Bbox } from '../../../src/contract/place';
import { bboxOf, joinBoxes } from '../../../src/spatial/bbox';
import { type CutTiles, cutTiles, type Drawn } from './cut-tiles';
import { pieceCount } from './pieces';
import { writePmtiles } from './pmtiles-writer';

/** From where on a plan is written as tiles too. */
export interface TileThresholds {
  bytes: number;
  pieces: number;
}

/**
 * 5 MB of GeoJSON are about 1.3 MB packed, before compression, and 20,000 pieces are a fifth of what was measured with
 * `npm run bench:large`. Below either, one file that has everything is the simpler way, and is there without a network.
 */
export const TILE_THRESHOLDS: TileThresholds = { bytes: 5_000_000, pieces: 20_000 };

/** Whether a plan that draws so much, with its GeoJSON files of `bytes` in all, has outgrown them. */
export function outgrown(
  drawn: Drawn,
  bytes: number,
  { bytes: mostBytes, pieces: mostPieces }: TileThresholds,
): boolean {
  let pieces = 0;
  for (const name of DRAWN_FILES) for (const { geometry } of drawn[name]) pieces += pieceCount(geometry);
  return bytes > mostBytes || pieces > mostPieces;
}

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
