import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

import * as v from 'valibot';
import { build, type Plugin } from 'vite';

import { buildStep } from './build-step';
import { LANGS } from './src/contract/localized';
import { PlanIndexSchema } from './src/contract/manifest';
import type { Precache } from './src/offline/precache';
import { statementPath } from './src/state/url';

/** The page that is no page yet, for addresses whose own page is not kept on the device. */
export const SHELL = 'shell.html';

/** The pages that say how much is kept. */
const PRIVACY = LANGS.map((lang) => `${statementPath('privacy', lang)}index.html`);

/** Whether a file of the built site is kept on a visitor's device: all that the app runs on, and few of its pages. */
function isKept(path: string): boolean {
  return (
    path === 'index.html' ||
    path === SHELL ||
    path === 'config.json' ||
    path === 'manifest.webmanifest' ||
    /^icon[\w-]*\.(?:svg|png)$/u.test(path) ||
    // Nothing of what only embeds run in a sandbox load, not what reads Word for authors, and not what only others read.
    (/^(?:assets|data)\//u.test(path) && !/^assets\/(?:maplibre-gl-worker|docx)-|\.(?:geojson|pmtiles)$/u.test(path)) ||
    /^(?:en\/)?(?:accessibility|privacy)\/index\.html$/u.test(path)
  );
}

/** Nobody who opens a site is made to fetch more than this of one file; a plan as large as that is asked for online. */
const MOST_BYTES = 3_000_000;

/** What of the built site is kept on a visitor's device: its size in bytes by its path within the site, sorted. */
async function keptFiles(out: string): Promise<Map<string, number>> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(out, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => isKept(path) && !/\.(?:gz|br)$/u.test(path))
    .toSorted();
  const sized = await Promise.all(paths.map(async (path) => [path, (await stat(join(out, path))).size] as const));
  return new Map(sized.filter(([, bytes]) => bytes <= MOST_BYTES));
}

/**
 * Writes `sw.js`, which keeps the site on a visitor's device. A worker of our own instead of Workbox: it has to answer
 * pages of an older version from that version, which Workbox does not, and is a tenth of its size.
 */
export function offlinePlugin(): Plugin {
  return buildStep('tuce-offline', async ({ root, logger }, out) => {
    const code = await workerCode(root);
    const kept = await keptFiles(out);
    const paths = [...kept.keys()];
    const megabytes = ([...kept.values()].reduce((sum, size) => sum + size, 0) / 1e6).toFixed(1);
    await Promise.all(PRIVACY.map((path) => fillIn(join(out, path), '{megabytes}', megabytes)));
    const precache = await precacheOf(out, paths, code);
    await writeFile(join(out, 'sw.js'), `const PRECACHE=${JSON.stringify(precache)};\n${code}`);
    logger.info(`offline: ${paths.length} files, ${megabytes} MB, ${precache.version}`);
  });
}

async function fillIn(file: string, place: string, text: string): Promise<void> {
  const page = await readFile(file, 'utf8');
  if (!page.includes(place)) throw new Error(`${file} has no ${place}`);
  await writeFile(file, page.replaceAll(place, text));
}

async function workerCode(root: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'src/offline/service-worker.ts', formats: ['iife'], name: 'tuce' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('the service worker was not built');
  return chunk.code;
}

async function precacheOf(out: string, paths: readonly string[], code: string): Promise<Precache> {
  const hashed = paths.map(async (path) => {
    const hash = createHash('sha256').update(await readFile(join(out, path)));
    // A folder is asked for by its own address: some hosts lead away from that of the file in it.
    return [path.replace(/(?:^|(?<=\/))index\.html$/u, ''), hash.digest('base64')] as const;
  });
  const files = Object.fromEntries(await Promise.all(hashed));
  const version = createHash('sha256').update(JSON.stringify(files)).update(code).digest('hex').slice(0, 16);
  const index = v.parse(PlanIndexSchema, JSON.parse(await readFile(join(out, 'data/plans.json'), 'utf8')));
  return { version, files, shell: SHELL, plans: index.plans.map(({ id }) => id) };
}
