import { join } from 'node:path';

import type { Plugin, Rolldown } from 'vite';

const ROOT = import.meta.dirname;
const APP = join(ROOT, 'src/main.tsx');
/** What the worker of the map has in common with the app, and would else load all of the app for. */
const OF_WORKER_TOO = ['src/contract/unpack.ts', 'src/map/plan-cargo.ts'].map((path) => join(ROOT, path));
const EMBEDS = [join(ROOT, 'src/embed-live.tsx'), join(ROOT, 'src/embed-drawing.ts')];
/** Loads the modules that are asked for later; the bundler puts it in when it has said what imports what. */
const LOADER = /vite\/preload-helper/u;

/**
 * Puts what the app starts with into few files instead of forty: each of them would cost a slow link a round trip. What
 * embeds need too is in a file of its own, so that they do not load the app.
 */
export function startingChunks(): Rolldown.CodeSplittingGroup[] {
  const closures = new Map<string, ReadonlySet<string>>();
  const startsIn = (id: string, modules: Rolldown.ChunkingContext): 'base' | 'app' | null => {
    const reached = (entry: string): ReadonlySet<string> => {
      const known = closures.get(entry) ?? closureOf(entry, (one) => modules.getModuleInfo(one)?.importedIds ?? []);
      closures.set(entry, known);
      return known;
    };
    // What opens the page stays in the file of the page: whoever loads a part must not open it.
    if (id === APP || !(LOADER.test(id) || reached(APP).has(id))) return null;
    return LOADER.test(id) || EMBEDS.some((entry) => reached(entry).has(id)) ? 'base' : 'app';
  };
  const groups = (['base', 'app'] as const).map((chunk, index) => ({
    debugName: chunk,
    // A group takes what its modules import with it, so the one that is part of the other comes first.
    priority: 2 - index,
    name: (id: string, modules: Rolldown.ChunkingContext) => (startsIn(id, modules) === chunk ? chunk : null),
  }));
  return [{ name: 'plan-cargo', priority: 3, test: (id) => OF_WORKER_TOO.includes(id) }, ...groups];
}

/** Only files with the map have these. */
const OF_THE_MAP = /\/node_modules\/(?:maplibre-gl|@maplibre)\/|\/src\/map\/build-style\./u;
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * A page calls most of what it starts with and of what draws its map, so a browser that understands compiles these
 * files beside the page while they come, and not at each first call, in its way.
 * https://github.com/WICG/explicit-javascript-compile-hints-file-based
 */
export function compileHintsPlugin(): Plugin {
  return {
    name: 'tuce-compile-hints',
    generateBundle: {
      // The hint is the first line, whatever else is put before the code.
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue;
          const atStart = file.name === 'base' || file.name === 'app';
          if (atStart || file.moduleIds.some((id) => OF_THE_MAP.test(id))) file.code = HINT + file.code;
        }
      },
    },
  };
}

/** A module with all that it imports at once, and that they do. */
export function closureOf(entry: string, importsOf: (id: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set([entry]);
  for (const id of found) for (const one of importsOf(id)) found.add(one);
  return found;
}
