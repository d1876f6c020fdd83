import { readFile } from 'node:fs/promises';

import type { StaticServer } from './server';

/** Debian's Caddy with `deploy/Caddyfile`. */
export const CADDY: StaticServer = {
  name: 'caddy',
  missing: 'apt-get install caddy',
  calledServer: undefined,
  redirect: 308,
  brotli: true,
  port: 4181,
  start: async (folder, dist, port) => {
    const site = (await readFile('deploy/Caddyfile', 'utf8'))
      .replace(':8080 {', `:${port} {\n  bind 127.0.0.1`)
      .replace('/var/www/tuce', dist);
    // Nobody tells it what to do while it runs.
    const text = `{\n  admin off\n  log {\n    level ERROR\n  }\n}\n${site}`;
    const command = ['caddy', 'run', '--adapter', 'caddyfile', '--config', `${folder}/Caddyfile`] as const;
    return { file: 'Caddyfile', text, command, stop: 'SIGTERM' };
  },
};
