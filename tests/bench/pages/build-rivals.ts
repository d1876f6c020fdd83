import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import * as v from 'valibot';
import { build } from 'vite';

import { DRAWN_FILES, DrawnFileSchema } from '../../../src/contract/features';
import { liveStyle } from '../../../src/map/live-style';
import { LIGHT } from '../../../src/map/palette';
import { ROOT } from './with-site';

const RIVALS = ['maplibre', 'leaflet', 'openlayers', 'same-layers'] as const;
const PLAN = 'kunming-2021';

/** Our pages that are measured beside a page with nothing but their drawing. */
const DRAWN_PAGES = ['', 'a/11/', 'embed/a/11/'] as const;

/** Builds the pages that ours are measured beside, out of the packages and the data of the first plan; answers where. */
export async function buildRivals(): Promise<string> {
  const out = join(ROOT, 'test-results', 'bench-pages');
  rmSync(out, { recursive: true, force: true });
  for (const name of RIVALS) {
    const root = join(out, 'source', name);
    mkdirSync(root, { recursive: true });
    writeFileSync(
      join(root, 'index.html'),
      `<!doctype html><html><head><meta charset="utf-8"><style>html,body,#map{height:100%;margin:0}</style></head><body><div id="map"></div><script type="module" src="./main.ts"></script></body></html>`,
    );
    writeFileSync(join(root, 'main.ts'), `import '${join(import.meta.dirname, 'rivals', name)}';`);
    await build({
      root,
      base: `/${name}/`,
      configFile: false,
      logLevel: 'error',
      build: { outDir: join(out, 'site', name), emptyOutDir: true, target: 'es2023' },
    });
  }
  writeFileSync(join(out, 'site', 'same-layers', 'style.json'), JSON.stringify(deskStyle()));
  for (const page of DRAWN_PAGES) {
    const [drawing = ''] =
      /<svg xmlns[\s\S]*?<\/svg>(?=<\/div>)/u.exec(readFileSync(join(ROOT, 'dist', page, 'index.html'), 'utf8')) ?? [];
    if (drawing === '') throw new Error(`/${page} has no drawing`);
    mkdirSync(join(out, 'site', 'plain', page), { recursive: true });
    writeFileSync(
      join(out, 'site', 'plain', page, 'index.html'),
      `<!doctype html><meta charset="utf-8"><div data-plain>${drawing}</div>`,
    );
  }
  return join(out, 'site');
}

/** What the map of the front page draws, as MapLibre takes it. */
function deskStyle(): ReturnType<typeof liveStyle> {
  const read = (name: string): v.InferOutput<typeof DrawnFileSchema> =>
    v.parse(DrawnFileSchema, JSON.parse(readFileSync(join(ROOT, 'dist', 'data', PLAN, `${name}.geojson`), 'utf8')));
  const data = Object.fromEntries(DRAWN_FILES.map((name) => [name, read(name)]));
  return liveStyle({ palette: LIGHT, lang: 'zh', hidden: [], focus: [], selected: null, data });
}
