import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { Plugin } from 'vite';

/** Name of the chunk that the worker of the map starts with. */
export const MAP_WORKER = 'map-worker';
const WORKER = 'virtual:map-worker';
/** The worker of the library itself, and how both sides are told of what they hand each other. */
const WORKER_LIBRARY = 'virtual:map-worker-library';
const TRANSFER = 'virtual:map-transfer';
/** How the library draws the letters of names. */
const LETTERS = 'virtual:map-letters';
/** The worker of the map; {@link MAP_WORKER} starts with it. */
const WORKER_ENTRY = join(import.meta.dirname, 'src/map/worker.ts');
/**
 * Reads tiles of the format MLT, which only a foreign base map could have: a twentieth of the library. Such a base map
 * is refused where its style says so; where only its tiles do, the map reports it and stays without.
 */
const MAPLIBRE_TILES = '@maplibre/mlt';
const NO_MAPLIBRE_TILES = `export const GEOMETRY_TYPE = {};
export function decodeTile() { throw new Error('tiles in MLT are not read here'); }`;
/**
 * What no map of ours can get to, with the names that the library knows it by: globes, terrain and views for debugging.
 * A foreign style gives us no more than its sources and layers (`styleBaseMap`), and no layer asks for these.
 */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  'geo/projection/globe_projection': ['GlobeProjection'],
  'geo/projection/globe_transform': ['createGlobeTransform'],
  'geo/projection/globe_camera_helper': ['GlobeCameraHelper'],
  'geo/projection/vertical_perspective_projection': ['VerticalPerspectiveProjection'],
  'geo/projection/vertical_perspective_transform': ['createVerticalPerspectiveTransform'],
  'geo/projection/vertical_perspective_camera_helper': ['VerticalPerspectiveCameraHelper'],
  'render/terrain': ['Terrain'],
  'webgl/render_to_texture': ['RenderToTexture'],
  'webgl/draw/draw_debug': ['drawDebug', 'drawDebugPadding', 'selectDebugSource'],
  'webgl/draw/draw_collision_debug': ['drawCollisionDebug'],
};
/** Is drawn in every frame, and seen where a map is tilted so far that it shows the horizon; ours are never tilted. */
const SKY = 'webgl/draw/draw_sky';
const NO_SKY = 'export function drawSky() {} export function drawAtmosphere() {}';
/** Their shaders. */
const NO_SHADERS = /\/shaders\/glsl\/(?:_projection_globe|atmosphere|sky|terrain\w*|debug|collision_\w+)\.\w+\.glsl/u;
/** Rules of its sheet for controls that no map of ours has, with their pictures: four fifths of it. */
const NO_RULES =
  /[^{}]*maplibregl-(?:popup|ctrl-(?:attrib|fullscreen|geolocate|globe|logo|terrain)|user-location)[^{}]*\{[^{}]*\}/gu;
const here = createRequire(import.meta.url);
const { version: VERSION } = here('maplibre-gl/package.json') as { version: string };
const LIBRARY = dirname(here.resolve('maplibre-gl/package.json'));

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
    buildStart() {
      // What is called otherwise in another version would come back unnoticed.
      const gone = [...Object.keys(LEFT_OUT), SKY].filter((name) => !existsSync(join(LIBRARY, 'src', `${name}.ts`)));
      if (building && gone.length > 0) this.error(`MapLibre ${VERSION} has no ${gone.join(', ')} to leave out`);
    },
    resolveId(id) {
      if ([WORKER, WORKER_LIBRARY, TRANSFER, LETTERS].includes(id)) return `\0${id}`;
      if (building && id === MAPLIBRE_TILES) return `\0${MAPLIBRE_TILES}`;
      return building && id === 'maplibre-gl' ? join(LIBRARY, 'src/index.ts') : null;
    },
    load(id) {
      if (id === `\0${MAPLIBRE_TILES}`) return NO_MAPLIBRE_TILES;
      if (building && id.startsWith(LIBRARY)) return leftOut(id.slice(LIBRARY.length));
      if (id === `\0${WORKER_LIBRARY}`) return `import '${join(LIBRARY, 'src/source/worker.ts')}';`;
      if (id === `\0${LETTERS}`)
        return `export { GlyphManager } from '${join(LIBRARY, 'src/render/glyph_manager.ts')}';
          export { MessageType } from '${join(LIBRARY, 'src/util/actor_messages.ts')}';`;
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

/** What stands in the place of a file of the library; `null` where that is the file. */
function leftOut(path: string): string | null {
  if (NO_SHADERS.test(path)) return `export default '';`;
  // All of it, its scripts and dependencies too, for its number.
  if (path === '/package.json') return JSON.stringify({ version: VERSION });
  if (path === `/src/${SKY}.ts`) return NO_SKY;
  if (path === '/dist/maplibre-gl.css') return readFileSync(join(LIBRARY, path), 'utf8').replaceAll(NO_RULES, '');
  const names = LEFT_OUT[path.replace(/^\/src\/|\.ts$/gu, '')];
  const missing = (name: string): string =>
    `export function ${name}() { throw new Error('${name} is left out here'); }`;
  return names ? names.map(missing).join('\n') : null;
}
