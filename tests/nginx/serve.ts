import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { CACHE, contentPolicy, framePolicy, HEADERS } from '../../deploy/headers';

/**
 * `npm run test:nginx`: Debian's nginx serves `dist/` by `deploy/nginx.conf`, and its answers are held to
 * `deploy/headers.ts`. With `-- --load` it is asked by a thousand connections at a time too (Debian's `wrk`). Needs a
 * built site; says so and passes where there is no nginx.
 */
const PORT = 4180;
const DIST = resolve('dist');
const MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const CONNECTIONS = 1000;
const SECONDS = 10;

interface Answer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
}

async function get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    const asking = request({ host: '127.0.0.1', port: PORT, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    asking.on('error', fail);
    asking.end();
  });
}

async function configuration(folder: string): Promise<string> {
  const brotli = existsSync(MODULE);
  const site = (await readFile('deploy/nginx.conf', 'utf8'))
    .replace('listen 8080;', `listen 127.0.0.1:${PORT} backlog=4096;`)
    .replace('/var/www/tuce', DIST)
    .replace('# brotli_static on;', brotli ? 'brotli_static on;' : '');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder};`);
  return `${brotli ? `load_module ${MODULE};` : ''}
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
}

async function checkAnswers(): Promise<void> {
  const assets = await readdir(join(DIST, 'assets'));
  const named = (end: string): string => `/assets/${assets.find((name) => name.endsWith(end)) ?? end}`;
  const page = await get('/a/11/');
  assert.equal(page.status, 200);
  assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(page.headers['cache-control'], CACHE.other);
  assert.equal(page.headers['content-security-policy'], `${contentPolicy([])}; ${framePolicy('/')}`);
  for (const [name, value] of Object.entries(HEADERS)) assert.equal(page.headers[name.toLowerCase()], value, name);
  assert.equal(page.headers['server'], 'nginx');

  const embed = await get('/embed/');
  assert.match(String(embed.headers['content-security-policy']), /frame-ancestors \*$/u);
  const missing = await get('/a/999/');
  assert.equal(missing.status, 404);
  assert.match(String(missing.headers['content-security-policy']), /frame-ancestors 'none'$/u);
  const bare = await get('/a/11');
  assert.deepEqual([bare.status, bare.headers['location']], [301, '/a/11/']);
  assert.equal((await get('/_headers')).status, 404);

  for (const [path, type] of [
    [named('.mjs'), 'text/javascript; charset=utf-8'],
    [named('.js'), 'application/javascript; charset=utf-8'],
    [named('.wasm'), 'application/wasm'],
    [named('.css'), 'text/css'],
    ['/data/plans.json', 'application/json'],
    ['/manifest.webmanifest', 'application/manifest+json'],
    ['/sw.js', 'application/javascript; charset=utf-8'],
  ] as const) {
    const { status, headers } = await get(path);
    assert.equal(status, 200, path);
    assert.equal(String(headers['content-type']).split(';')[0], type.split(';')[0], path);
    assert.equal(headers['cache-control'], path.startsWith('/assets/') ? CACHE.hashed : CACHE.other, path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
  }
  assert.equal((await get(named('.mjs'))).headers['access-control-allow-origin'], '*');
  assert.equal(page.headers['access-control-allow-origin'], undefined);

  const whole = await get('/');
  const zipped = await get('/', { 'Accept-Encoding': 'gzip' });
  assert.equal(zipped.headers['content-encoding'], 'gzip');
  assert.equal(zipped.headers['vary'], 'Accept-Encoding');
  assert.ok(gunzipSync(zipped.body).equals(whole.body));
  const pressed = await get('/', { 'Accept-Encoding': 'gzip, br' });
  if (existsSync(MODULE)) {
    assert.equal(pressed.headers['content-encoding'], 'br');
    assert.ok(brotliDecompressSync(pressed.body).equals(whole.body));
    assert.ok(pressed.body.length < zipped.body.length);
  }
  console.log(`front page: ${whole.body.length} bytes, gzip ${zipped.body.length}, brotli ${pressed.body.length}`);

  const part = await get('/data/plans.json', { Range: 'bytes=0-9' });
  assert.deepEqual([part.status, part.body.length], [206, 10]);
  const again = await get('/', { 'If-None-Match': String(whole.headers['etag']) });
  assert.equal(again.status, 304);
}

/** Asks for a page, a data file and a script in turn, as many visitors at the same time would. */
function load(folder: string): void {
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
    [`-t2`, `-c${CONNECTIONS}`, `-d${SECONDS}s`, '--timeout', '10s', '-s', script, `http://127.0.0.1:${PORT}`],
    { encoding: 'utf8' },
  );
  const line = /^rps .*errors (?<errors>\d+)$/mu.exec(told.stdout ?? '');
  if (!line) throw new Error(`wrk did not run (Debian has it as wrk): ${told.stderr ?? String(told.error)}`);
  console.log(`${CONNECTIONS} connections, ${availableParallelism()} cores: ${line[0]}`);
  assert.equal(line.groups?.['errors'], '0');
}

async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tuce-nginx-'));
  await writeFile(join(folder, 'nginx.conf'), await configuration(folder));
  const nginx = spawn('nginx', ['-p', folder, '-c', 'nginx.conf'], { stdio: 'inherit' });
  try {
    for (let patience = 50; ; patience -= 1) {
      const up = await get('/').catch((error: unknown) => (patience > 0 ? null : Promise.reject(error)));
      if (up) break;
      await new Promise((later) => setTimeout(later, 100));
    }
    await checkAnswers();
    console.log('nginx: every answer as deploy/headers.ts has it');
    if (process.argv.includes('--load')) load(folder);
  } finally {
    nginx.kill('SIGQUIT');
    await new Promise((done) => nginx.once('exit', done));
    await rm(folder, { recursive: true });
  }
}

if (spawnSync('nginx', ['-v']).error) console.log('nginx: skipped, it is not installed (apt-get install nginx-light)');
else await run();
