import { readFileSync } from 'node:fs';

import react from '@vitejs/plugin-react';
import * as v from 'valibot';
import { defineConfig, type Plugin } from 'vite';

import { compileHintsPlugin, startingChunks } from './build-chunks';
import { compressedPlugin } from './build-compressed';
import { EMBED_MAP } from './build-embed';
import { mapLibraryPlugin } from './build-map-library';
import { offlinePlugin } from './build-offline';
import { CHUNKS_FILE, pagesPlugin } from './build-pages';
import { contentPolicy } from './deploy/headers';
import { headersFile } from './deploy/server-files';
import { ConfigSchema, originsOf } from './src/contract/config';
import { PlanIndexSchema } from './src/contract/manifest';
import { DARK, LIGHT, PRINT } from './src/map/palette';
import { paletteCss } from './src/map/palette-css';
import { SCALE, scaleCss } from './src/ui/shared/scale';

const PALETTE = 'virtual:palette.css';
/** What whoever runs the site has set; `TUCE_CONFIG` names another file than `public/config.json`. */
const CONFIG_FILE = process.env['TUCE_CONFIG'] ?? 'public/config.json';

/** Gives the page the colours of the map, and what it is measured with, as a style sheet. */
function palettePlugin(): Plugin {
  return {
    name: 'tuce-palette',
    resolveId: (id) => (id === PALETTE ? `\0${PALETTE}` : null),
    load: (id) => (id === `\0${PALETTE}` ? `${paletteCss(LIGHT, DARK, PRINT)}${scaleCss(SCALE)}` : null),
  };
}

const source = readFileSync(CONFIG_FILE, 'utf8');
const config = v.parse(ConfigSchema, JSON.parse(source));

/** Plans of this build. */
function planIds(): string[] {
  const index = v.parse(PlanIndexSchema, JSON.parse(readFileSync('public/data/plans.json', 'utf8')));
  return index.plans.map(({ id }) => id);
}

/** Ships the configuration and lets the page ask the origins that it names, and no others. */
function configPlugin(): Plugin {
  return {
    name: 'tuce-config',
    // After the files of public/ are in place.
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'config.json', source });
      const site = { origins: originsOf(config.baseMap), plans: planIds() };
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile(site) });
    },
    configureServer(server) {
      server.middlewares.use('/config.json', (_, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(source);
      });
    },
    transformIndexHtml: (page, { server }) =>
      page.replace('%content-policy%', contentPolicy(originsOf(config.baseMap), server !== undefined)),
  };
}

export default defineConfig({
  base: './',
  // What is no page is not found, instead of being the front page at a wrong address.
  appType: 'mpa',
  plugins: [
    mapLibraryPlugin(),
    react(),
    palettePlugin(),
    configPlugin(),
    compileHintsPlugin(),
    pagesPlugin(config.site),
    offlinePlugin(),
    compressedPlugin(),
  ],
  build: {
    target: 'es2022',
    manifest: CHUNKS_FILE,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    // The second is what an embed loads once somebody touches its map.
    rolldownOptions: {
      input: { index: 'index.html', [EMBED_MAP]: 'src/embed-map.ts' },
      preserveEntrySignatures: 'strict',
      output: { codeSplitting: { groups: startingChunks() } },
    },
  },
  // A frame in a sandbox has no origin, so that even files of its own site are foreign to it.
  preview: { cors: { origin: '*' } },
  worker: { format: 'es' },
});
