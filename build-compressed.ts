import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { Plugin } from 'vite';

import { buildStep } from './build-step';

const TEXT = /\.(?:html|js|mjs|css|json|geojson|svg|xml|txt|wasm|webmanifest)$/u;
/** Smaller files fit into one packet as they are. */
const LEAST_BYTES = 1024;
const AT_ONCE = 4;
const zip = { gzip: promisify(gzip), brotli: promisify(brotliCompress) };

/** Writes `.gz` and `.br` beside every text of the site, so that a server need not compress while it serves. */
export function compressedPlugin(): Plugin {
  return buildStep('tuce-compressed', async ({ logger }, out) => {
    const started = performance.now();
    const entries = await readdir(out, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && TEXT.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
    const work = async (): Promise<void> => {
      for (let file = files.pop(); file; file = files.pop()) await compress(file);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    logger.info(`compressed: in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  });
}

async function compress(file: string): Promise<void> {
  if ((await stat(file)).size < LEAST_BYTES) return;
  const bytes = await readFile(file);
  // Pages are many and repeat themselves: what the highest quality saves on them is not worth a minute.
  const quality = file.endsWith('.html') ? 6 : 9;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(`${file}.gz`, await zip.gzip(bytes, { level: 7 }));
  await writeFile(`${file}.br`, await zip.brotli(bytes, { params }));
}
