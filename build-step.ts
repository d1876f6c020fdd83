import { resolve } from 'node:path';

import type { Plugin, ResolvedConfig } from 'vite';

/**
 * A step that follows once the site is written to `out`, after those before it in the list of plugins. Not in the
 * development server, and not in the builds that a step makes itself.
 */
export function buildStep(name: string, run: (config: ResolvedConfig, out: string) => Promise<void>): Plugin {
  let config: ResolvedConfig;
  // A build that failed is closed too, and its own error is the one to be seen.
  let written = false;
  return {
    name,
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle() {
      written = true;
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        if (!written || config.build.ssr !== false) return;
        await run(config, resolve(config.root, config.build.outDir));
      },
    },
  };
}
