import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { Plugin } from 'vite';

const WORKER = 'virtual:map-worker-url';
const LIBRARY = dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json'));

/**
 * Builds MapLibre from the source that it ships, with its worker in the same graph, so that what both need is loaded
 * once: a quarter less than the two files it ships built. The development server takes those.
 */
export function mapLibraryPlugin(): Plugin {
  let building = false;
  return {
    name: 'tuce-map-library',
    enforce: 'pre',
    config(_, { command }) {
      building = command === 'build';
      if (!building) return null;
      // Its classes are written for fields that are set and not defined: what a base has set must not be undone.
      return {
        oxc: {
          assumptions: { setPublicClassFields: true },
          typescript: { removeClassFieldsWithoutInitializer: true },
        },
      };
    },
    resolveId(id) {
      if (id === WORKER) return `\0${WORKER}`;
      return building && id === 'maplibre-gl' ? join(LIBRARY, 'src/index.ts') : null;
    },
    load(id) {
      if (id !== `\0${WORKER}`) return null;
      const built = `export { default as wholeWorkerUrl } from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';`;
      if (!building)
        return `${built}export { default as workerUrl } from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';`;
      const worker = this.emitFile({ type: 'chunk', id: join(LIBRARY, 'src/source/worker.ts'), name: 'map-worker' });
      return `${built}export const workerUrl = import.meta.ROLLUP_FILE_URL_${worker};`;
    },
  };
}
