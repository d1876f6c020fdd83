import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';

import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import * as v from 'valibot';
import { build, type Plugin, type ResolvedConfig } from 'vite';

import { closureOf } from './build-chunks';
import { buildEmbeds } from './build-embed';
import { MAP_WORKER } from './build-map-library';
import { buildStep } from './build-step';
import { findPainter } from './build-pictures';
import { CommitmentsSchema, EnglishSchema } from './src/contract/commitment';
import { DRAWN_FILES, DrawnFileSchema } from './src/contract/features';
import { ManifestSchema, PlanIndexSchema } from './src/contract/manifest';
import { GazetteerSchema } from './src/contract/place';
import { DocumentSchema } from './src/contract/plan';
import { SharedSchema } from './src/contract/shared';
import { thinOut } from './src/map/poster/thin-out';
import { SHELL } from './build-offline';
import type { PlanFiles, renderSite } from './src/pages/render-site';
import { readStories } from './build-stories';

/** Leaves out what is only for the pages of others, which costs most of the time of a build. */
const DESK_ONLY = process.env['TUCE_DESK_ONLY'] === '1';

/** Where the bundler says what it has written, for the time of the build. */
export const CHUNKS_FILE = 'chunks.json';
const MAP_ENTRY = 'src/map-pane.tsx';
const names = v.optional(v.array(v.string()), []);
const ChunksSchema = v.record(
  v.string(),
  v.object({ file: v.string(), name: v.optional(v.string()), imports: names, css: names }),
);

/** Addresses of embeds, which the development server has none of. */
const EMBED = /^\/(?:[a-z]{2}\/)?embed\//u;
/** Addresses of pages in the development server, which has none of them as files. */
const PAGE = /^\/(?:[a-z0-9-]+\/)*(?:\?.*)?$/u;

/**
 * Makes the pages that need no script, once the site is built: the app's own components, bundled for Node so that
 * their class names are those of the style sheets already written, are drawn into the `index.html` that was built.
 * A plugin rather than a step after the build, so that there is no build of the site without its pages.
 */
export function pagesPlugin(site: string | null): Plugin {
  const step = buildStep('tuce-pages', async (config, out) => {
    const started = performance.now();
    const { count, painted } = await writePages(config, out, site);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const named = site === null ? 'no site in config.json, so links are relative and there is no sitemap' : site;
    config.logger.info(`pages: ${count} files in ${seconds} s (${named})`);
    if (!painted && !DESK_ONLY)
      config.logger.warn('pictures: no font with Chinese found, so previews of links have no pictures');
  });
  return {
    ...step,
    configureServer(server) {
      // Every page is the empty one here; the app draws it.
      server.middlewares.use((request, response, next) => {
        if (EMBED.test(request.url ?? '')) {
          // Better than the app in a frame of the studio.
          response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
          response.end('Embeds are made by the build: npm start\n');
          return;
        }
        if (PAGE.test(request.url ?? '')) request.url = '/index.html';
        next();
      });
    },
    transformIndexHtml(html, { server, originalUrl = '/' }) {
      if (!server) return html;
      const [path = '/'] = originalUrl.split('?');
      return html.replace('<html ', `<html data-root="${'../'.repeat(path.split('/').length - 2) || './'}" `);
    },
  };
}

async function writePages(
  { root, plugins }: ResolvedConfig,
  out: string,
  site: string | null,
): Promise<{ count: number; painted: boolean }> {
  const palette = plugins.filter(({ name }) => name === 'tuce-palette');
  const bundle = await mkdtemp(join(root, 'node_modules/.tuce-pages-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      plugins: palette,
      build: { ssr: 'src/pages/render-site.tsx', outDir: bundle, emptyOutDir: false, target: 'node20' },
    });
    const painter = DESK_ONLY ? null : await findPainter(join(root, 'node_modules/.cache/tuce-pictures'));
    const { renderSite: render } = (await import(pathToFileURL(join(bundle, 'render-site.js')).href)) as {
      renderSite: typeof renderSite;
    };
    const input = {
      embed: DESK_ONLY ? null : await buildEmbeds(root, out, palette),
      pictures: painter !== null,
      plans: await readPlans(out),
      site,
      template: await readFile(join(out, 'index.html'), 'utf8'),
      map: await mapFiles(out),
      today: dayOfBuild(),
    };
    let count = 1;
    // The front page takes the place of the page that is none.
    await writeFile(join(out, SHELL), input.template);
    for (const { path, text } of render(input)) {
      const picture = path.startsWith('pictures/') && painter !== null;
      const file = join(out, picture ? path.replace(/svg$/u, 'png') : path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, picture ? await painter.paint(text) : text);
      count += 1;
    }
    return { count, painted: painter !== null };
  } finally {
    await rm(bundle, { recursive: true, force: true });
  }
}

/** The files that the interactive map and its worker are made of, those that the page names itself left out. */
async function mapFiles(out: string): Promise<string[]> {
  const file = join(out, CHUNKS_FILE);
  const chunks = v.parse(ChunksSchema, JSON.parse(await readFile(file, 'utf8')));
  await rm(file);
  const within = (entry: string): ReadonlySet<string> => closureOf(entry, (name) => chunks[name]?.imports ?? []);
  const named = within('index.html');
  const worker = Object.keys(chunks).filter((key) => chunks[key]?.name === MAP_WORKER);
  const needed = [MAP_ENTRY, ...worker].flatMap((entry) => [...within(entry)]).filter((name) => !named.has(name));
  const files = needed.flatMap((name) => [chunks[name]?.file ?? [], chunks[name]?.css ?? []].flat());
  return [...new Set(files)];
}

/** Day on which the pages are made; `SOURCE_DATE_EPOCH` makes it another, for a build that is to be repeated. */
function dayOfBuild(): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  const day = epoch === undefined ? new Date() : new Date(Number(epoch) * 1000);
  return day.toISOString().slice(0, 10);
}

/** The plans as the site will serve them. */
async function readPlans(out: string): Promise<PlanFiles[]> {
  const data = join(out, 'data');
  const read = async <S extends v.GenericSchema>(file: string, schema: S): Promise<v.InferOutput<S>> =>
    v.parse(schema, JSON.parse(await readFile(join(data, file), 'utf8')));
  const { plans } = await read('plans.json', PlanIndexSchema);
  return Promise.all(
    plans.map(async ({ id }) => {
      const document = await read(`${id}/document.json`, DocumentSchema);
      const gazetteer = await read(`${id}/places.json`, GazetteerSchema);
      const drawn = await Promise.all(
        DRAWN_FILES.map(async (name) => [name, await read(`${id}/${name}.geojson`, DrawnFileSchema)] as const),
      );
      return {
        document,
        gazetteer,
        stories: await readStories(join(out, 'stories', id), document, gazetteer),
        commitments: await read(`${id}/commitments.json`, CommitmentsSchema),
        english: await read(`${id}/english.json`, EnglishSchema),
        shared: await read(`${id}/shared.json`, SharedSchema),
        ...thinOut(Object.fromEntries(drawn)),
        tiled: (await read(`${id}/manifest.json`, ManifestSchema)).tiles !== undefined,
      };
    }),
  );
}
