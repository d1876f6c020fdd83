import { mkdir, readdir, writeFile } from 'node:fs/promises';

import { dirname, join } from 'node:path';

import { build, type Plugin } from 'vite';

import type { EmbedAssets } from './src/pages/embed-document';

/** Name of the module with the interactive map of embeds among the assets, before its hash. */
export const EMBED_MAP = 'embed-map';

/** Scripts that other people's pages name, and so must never change their names. */
const FOR_HOSTS = [
  { entry: 'src/embed/host/host-script.ts', file: 'embed.js' },
  { entry: 'src/embed/host/tuce-map.ts', file: 'tuce-map.js' },
];

/** Builds what runs in frames and around them: each one plain script, as no page of others should need modules. */
export async function buildEmbeds(root: string, out: string, plugins: readonly Plugin[]): Promise<EmbedAssets> {
  for (const { entry, file } of FOR_HOSTS) await buildScript(root, out, entry, file, []);
  const written = await buildScript(root, out, 'src/embed-page.ts', 'assets/embed-page-[hash].js', plugins);
  const assets = await readdir(join(out, 'assets'));
  const named = (found: string | undefined, what: string): string => {
    if (found === undefined) throw new Error(`the build left no ${what}`);
    return found;
  };
  const map = assets.find((file) => file.startsWith(`${EMBED_MAP}-`) && file.endsWith('.js'));
  return {
    script: named(
      written.find((file) => file.endsWith('.js')),
      'script of embeds',
    ),
    style: named(
      written.find((file) => file.endsWith('.css')),
      'style of embeds',
    ),
    map: `assets/${named(map, 'map of embeds')}`,
  };
}

/** Names of what was written, relative to `out`. */
async function buildScript(
  root: string,
  out: string,
  entry: string,
  file: string,
  plugins: readonly Plugin[],
): Promise<string[]> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [...plugins],
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        output: { format: 'iife', entryFileNames: file, assetFileNames: 'assets/embed-[hash][extname]' },
      },
    },
  });
  const names: string[] = [];
  for (const { output } of Array.isArray(built) ? built : 'output' in built ? [built] : []) {
    for (const one of output) {
      const path = join(out, one.fileName);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, one.type === 'chunk' ? one.code : one.source);
      names.push(one.fileName);
    }
  }
  return names;
}
