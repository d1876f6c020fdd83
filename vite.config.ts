import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

import { DARK, LIGHT } from './src/map/palette';
import { paletteCss } from './src/map/palette-css';

const PALETTE = 'virtual:palette.css';

/** Gives the page the colours of the map as a style sheet. */
function palettePlugin(): Plugin {
  return {
    name: 'tuce-palette',
    resolveId: (id) => (id === PALETTE ? `\0${PALETTE}` : null),
    load: (id) => (id === `\0${PALETTE}` ? paletteCss(LIGHT, DARK) : null),
  };
}

export default defineConfig({
  base: './',
  plugins: [react(), palettePlugin()],
  build: { target: 'es2022', modulePreload: { polyfill: false } },
  worker: { format: 'es' },
});
