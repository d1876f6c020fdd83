import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { Plugin } from 'vite';

/** Name of the chunk that the worker of the map starts with. */
export const MAP_WORKER = 'map-worker';
const WORKER = 'virtual:map-worker';
/** The worker of the library itself, and how both sides are told of what they hand each other. */
const WORKER_LIBRARY = 'virtual:map-worker-library';
const TRANSFER = 'virtual:map-transfer';
/** The worker of the map; {@link MAP_WORKER} starts with it. */
const WORKER_ENTRY = join(import.meta.dirname, 'src/map/worker.ts');
/**
 * Reads tiles of the format MLT, which only a foreign base map could have: a twentieth of the library. Such a base map
 * is refused where its style says so; where only its tiles do, the map reports it and stays without.
 */
const MAPLIBRE_TILES = '@maplibre/mlt';
const NO_MAPLIBRE_TILES = `export const GEOMETRY_TYPE = {};
export function decodeTile() { throw new Error('tiles in MLT are not read here'); }`;
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
      if (id === WORKER || id === WORKER_LIBRARY || id === TRANSFER) return `\0${id}`;
      if (building && id === MAPLIBRE_TILES) return `\0${MAPLIBRE_TILES}`;
      return building && id === 'maplibre-gl' ? join(LIBRARY, 'src/index.ts') : null;
    },
    load(id) {
      if (id === `\0${MAPLIBRE_TILES}`) return NO_MAPLIBRE_TILES;
      if (id === `\0${WORKER_LIBRARY}`) return `import '${join(LIBRARY, 'src/source/worker.ts')}';`;
      if (id === `\0${TRANSFER}`)
        return building
          ? `export { register } from '${join(LIBRARY, 'src/util/web_worker_transfer.ts')}';`
          : 'export const register = null;';
      if (id !== `\0${WORKER}`) return null;
      const built = `export { default as wholeWorkerUrl } from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';`;
      if (!building)
        return `${built}export { default as workerUrl } from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
          export { prewarm, setWorkerUrl } from 'maplibre-gl';`;
      const worker = this.emitFile({ type: 'chunk', id: WORKER_ENTRY, name: MAP_WORKER });
      // Not out of the library as a whole: its worker can start while most of that is still to come.
      return `${built}export const workerUrl = import.meta.ROLLUP_FILE_URL_${worker};
        import { config } from '${join(LIBRARY, 'src/util/config.ts')}';
        export const setWorkerUrl = (url) => { config.WORKER_URL = url; };
        export { prewarm } from '${join(LIBRARY, 'src/util/global_worker_pool.ts')}';`;
    },
  };
}
