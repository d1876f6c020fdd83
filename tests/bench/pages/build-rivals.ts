import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { build } from 'vite';

const RIVALS = ['maplibre', 'leaflet', 'openlayers'] as const;

/** Builds the pages that ours are measured beside, out of the packages and the data of the first plan; answers where. */
export async function buildRivals(site: string): Promise<string> {
  const out = join(site, 'test-results', 'bench-pages');
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
  const [drawing = ''] =
    /<svg xmlns[\s\S]*?<\/svg>(?=<\/div>)/u.exec(readFileSync(join(site, 'dist', 'index.html'), 'utf8')) ?? [];
  if (drawing === '') throw new Error('the front page has no drawing');
  mkdirSync(join(out, 'site', 'plain'), { recursive: true });
  writeFileSync(
    join(out, 'site', 'plain', 'index.html'),
    `<!doctype html><meta charset="utf-8"><div data-plain>${drawing}</div>`,
  );
  return join(out, 'site');
}
