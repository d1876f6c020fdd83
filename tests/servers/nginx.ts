import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import type { StaticServer } from './server';

const MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const CONNECTIONS = 1000;
const SECONDS = 10;

/** Debian's nginx with `deploy/nginx.conf`. */
export const NGINX: StaticServer = {
  name: 'nginx',
  missing: 'apt-get install nginx-light',
  // It names itself, without its version.
  calledServer: 'nginx',
  redirect: 301,
  brotli: existsSync(MODULE),
  port: 4180,
  start: async (folder, dist, port) => {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder};`,
    );
    const site = (await readFile('deploy/nginx.conf', 'utf8'))
      .replace('listen 8080;', `listen 127.0.0.1:${port} backlog=4096;`)
      .replace('/var/www/tuce', dist)
      .replace('# brotli_static on;', NGINX.brotli ? 'brotli_static on;' : '');
    const text = `${NGINX.brotli ? `load_module ${MODULE};` : ''}
user root;
daemon off;
pid ${folder}/pid;
error_log stderr warn;
worker_processes auto;
worker_rlimit_nofile 8192;
events { worker_connections 4096; }
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  sendfile on;
  tcp_nopush on;
  access_log off;
  ${temporary.join('\n  ')}
  ${site}
}
`;
    return { file: 'nginx.conf', text, command: ['nginx', '-p', folder, '-c', 'nginx.conf'], stop: 'SIGQUIT' };
  },
};

/** Asks for a page, a data file and a script in turn, as many visitors at the same time would. */
export function load(folder: string, port: number): void {
  const script = join(folder, 'mix.lua');
  const paths = ['/', '/a/11/', '/p/wujiaba/', '/data/kunming-2021/document.json', '/data/kunming-2021/places.json'];
  const lua = `local paths = { ${paths.map((path) => `"${path}"`).join(', ')} }
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], { ["Accept-Encoding"] = "gzip" })
end
done = function(summary, latency)
  local e = summary.errors
  print(string.format("rps %.0f  p50 %.1f ms  p99 %.1f ms  requests %d  errors %d", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.requests,
    e.connect + e.read + e.write + e.status + e.timeout))
end
`;
  spawnSync('tee', [script], { input: lua });
  const told = spawnSync(
    'wrk',
    [`-t2`, `-c${CONNECTIONS}`, `-d${SECONDS}s`, '--timeout', '10s', '-s', script, `http://127.0.0.1:${port}`],
    { encoding: 'utf8' },
  );
  const line = /^rps .*errors (?<errors>\d+)$/mu.exec(told.stdout ?? '');
  if (!line) throw new Error(`wrk did not run (Debian has it as wrk): ${told.stderr ?? String(told.error)}`);
  console.log(`${CONNECTIONS} connections, ${availableParallelism()} cores: ${line[0]}`);
  assert.equal(line.groups?.['errors'], '0');
}
