import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import * as v from 'valibot';

import { DRAWN_FILES } from '../../src/contract/features';
import { ManifestSchema } from '../../src/contract/manifest';
import { toMercator } from '../../src/spatial/mercator';
import { ArchiveBytes } from '../archive-bytes';
import { inBrowser } from './in-browser';
import { LARGE_PLAN } from './large-plan';
import { largeSite } from './large-site';

/**
 * `npm run bench:large [-- <pieces>] [--data-only]`: how long the data of a made-up plan of 100,000 pieces take to
 * build, what they weigh, and how the site that begins with it opens, moves and answers. Its pictures are in
 * `test-results/large-plan`.
 */
const PIECES = 100_000;

const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
const [count] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const pieces = count === undefined ? PIECES : Number(count);
const started = performance.now();
const root = await largeSite(pieces);
console.log(`${pieces} pieces: plan written and data built in ${((performance.now() - started) / 1000).toFixed(1)} s`);

const folder = join(root, 'public', 'data', LARGE_PLAN);
const manifest = v.parse(ManifestSchema, JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
const total = (ending: string): number =>
  DRAWN_FILES.reduce((sum, name) => sum + (manifest.files[`${name}${ending}`]?.bytes ?? 0), 0);
const packed = DRAWN_FILES.map((name) => brotliCompressSync(readFileSync(join(folder, `${name}.packed.json`))).length);
console.log(`GeoJSON ${mb(total('.geojson'))}, packed ${mb(total('.packed.json'))}`);
console.log(`packed, with brotli: ${mb(packed.reduce((sum, bytes) => sum + bytes, 0))}`);

if (manifest.tiles) {
  const archive = readFileSync(join(folder, manifest.tiles.file));
  const reader = new PMTiles(new ArchiveBytes(archive));
  const header = await reader.getHeader();
  console.log(`tiles ${mb(archive.length)}: ${header.numAddressedTiles}, of which ${header.numTileContents} differ`);
  const corner = toMercator([header.minLon, header.maxLat]);
  const opposite = toMercator([header.maxLon, header.minLat]);
  for (let z = header.minZoom; z <= header.maxZoom; z += 1) {
    const [left = 0, top = 0] = corner.map((share) => Math.floor(share * 2 ** z));
    const [right = 0, bottom = 0] = opposite.map((share) => Math.floor(share * 2 ** z));
    let [tiles, bytes, largest, features] = [0, 0, 0, 0];
    for (let x = left; x <= right; x += 1) {
      for (let y = top; y <= bottom; y += 1) {
        const found = await reader.getZxy(z, x, y);
        if (!found) continue;
        const size = found.data.byteLength;
        [tiles, bytes, largest] = [tiles + 1, bytes + size, Math.max(largest, size)];
        const { layers } = new VectorTile(new PbfReader(new Uint8Array(found.data)));
        features += Object.values(layers).reduce((sum, { length }) => sum + length, 0);
      }
    }
    const kb = (size: number): string => `${(size / 1000).toFixed(0)} KB`;
    console.log(
      `  zoom ${z}: ${tiles} tiles of ${kb(bytes)} before gzip, the largest ${kb(largest)}, ${features} features`,
    );
  }
}
try {
  if (!process.argv.includes('--data-only')) {
    const pictures = join(import.meta.dirname, '..', '..', 'test-results', 'large-plan');
    mkdirSync(pictures, { recursive: true });
    await inBrowser(root, pictures);
  }
} finally {
  rmSync(root, { recursive: true });
}
