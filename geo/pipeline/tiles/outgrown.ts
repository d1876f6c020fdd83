import { DRAWN_FILES } from '../../../src/contract/features';
import type { Drawn } from './cut-tiles';
import { pieceCount } from './pieces';

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
