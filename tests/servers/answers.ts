import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { CACHE, contentPolicy, EMBEDS, framePolicy, HEADERS, SHARED } from '../../deploy/headers';
import type { StaticServer } from './server';

interface Answer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
}
type Get = (path: string, headers?: Record<string, string>) => Promise<Answer>;

/** Asks a server on this machine; the path is sent as it is given, without being put in order. */
export function getFrom(port: number): Get {
  return async (path, headers = {}) =>
    new Promise((done, fail) => {
      const asking = request({ host: '127.0.0.1', port, path, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', fail);
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
      });
      asking.on('error', fail);
      asking.end();
    });
}

const policyOf = (path: string): string => `${contentPolicy([])}; ${framePolicy(path)}`;

/** Holds the headers of one answer to `deploy/headers.ts`; `page` is the address that it is an answer to, put in order. */
function checkHeaders({ headers, status }: Answer, page: string, server: StaticServer): void {
  const says = (name: string): string | string[] | undefined => headers[name.toLowerCase()];
  for (const [name, value] of Object.entries(HEADERS)) assert.equal(says(name), value, `${page}: ${name}`);
  assert.equal(says('Content-Security-Policy'), policyOf(page), page);
  const kept = status === 200 && page.startsWith('/assets/');
  assert.equal(says('Cache-Control'), kept ? CACHE.hashed : CACHE.other, `${page}: ${status}`);
  const shared = SHARED.some((path) => page.startsWith(path));
  assert.equal(says('Access-Control-Allow-Origin'), shared ? '*' : undefined, page);
  assert.equal(says('Server'), server.calledServer, page);
}

/** Asks a server that has `dist` for all kinds of things. */
export async function checkAnswers(server: StaticServer, dist: string): Promise<void> {
  const get = getFrom(server.port);
  const assets = await readdir(join(dist, 'assets'));
  const named = (end: string): string => `/assets/${assets.find((name) => name.endsWith(end)) ?? end}`;

  const script = ['text/javascript', 'application/javascript'];
  const html = ['text/html; charset=utf-8'];
  const there: readonly (readonly [path: string, types: readonly string[]])[] = [
    ['/a/11/', html],
    ...EMBEDS.map((embed) => [embed, html] as const),
    // Where the bundler has left a file its own name.
    ...assets.filter((name) => name.endsWith('.mjs')).map((name) => [`/assets/${name}`, script] as const),
    [named('.js'), script],
    [named('.wasm'), ['application/wasm']],
    [named('.css'), ['text/css']],
    ['/data/plans.json', ['application/json']],
    ['/data/kunming-2021/lines.geojson', ['application/geo+json']],
    ['/manifest.webmanifest', ['application/manifest+json']],
    ['/sw.js', script],
  ];
  for (const [path, types] of there) {
    const answer = await get(path);
    assert.equal(answer.status, 200, path);
    const type = String(answer.headers['content-type']);
    assert.ok(types.includes(type) || types.includes(type.split(';')[0] ?? ''), `${path}: ${type}`);
    checkHeaders(answer, path, server);
  }

  const missingPage = await readFile(join(dist, '404.html'));
  for (const path of ['/a/999/', '/embed/p/none/', '/assets/none.js', '/data/none.json', '/_headers', '/.git/config']) {
    const answer = await get(path);
    assert.equal(answer.status, 404, path);
    assert.ok(answer.body.equals(missingPage), `${path} has another page than 404.html`);
    assert.equal(answer.headers['content-type'], 'text/html; charset=utf-8', path);
    checkHeaders(answer, path, server);
  }
  // Whatever the address looks like, it is the page behind it that may be framed or not.
  for (const [path, page] of [
    ['/embed/..%2fa/11/', '/a/11/'],
    ['/embed%2f..%2fa/11/', '/a/11/'],
    ['/en/embed/../../a/11/', '/a/11/'],
    ['/embed/..%2f404.html', '/404.html'],
    ['/a/..%2fembed/', '/embed/'],
    ['//embed/', '/embed/'],
  ] as const) {
    const answer = await get(path);
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers['content-security-policy'], policyOf(page), path);
  }
  for (const path of [
    '/../deploy/headers.ts',
    '/..%2fdeploy/headers.ts',
    '/%2e%2e/package.json',
    '/assets/..%2f_headers',
  ])
    assert.ok([400, 404].includes((await get(path)).status), path);

  const bare = await get('/a/11');
  assert.deepEqual([bare.status, bare.headers['location']], [server.redirect, '/a/11/']);

  const whole = await get('/');
  const zipped = await get('/', { 'Accept-Encoding': 'gzip' });
  assert.equal(zipped.headers['content-encoding'], 'gzip');
  assert.equal(zipped.headers['vary'], 'Accept-Encoding');
  assert.ok(gunzipSync(zipped.body).equals(whole.body));
  checkHeaders(zipped, '/', server);
  const pressed = await get('/', { 'Accept-Encoding': 'gzip, br' });
  if (server.brotli) {
    assert.equal(pressed.headers['content-encoding'], 'br');
    assert.ok(brotliDecompressSync(pressed.body).equals(whole.body));
    assert.ok(pressed.body.length < zipped.body.length);
  }
  console.log(
    `${server.name}: front page ${whole.body.length} bytes, gzip ${zipped.body.length}, brotli ${pressed.body.length}`,
  );

  const part = await get('/data/plans.json', { Range: 'bytes=2-9' });
  assert.equal(part.status, 206);
  assert.ok(part.body.equals((await readFile(join(dist, 'data/plans.json'))).subarray(2, 10)));
  assert.match(String(part.headers['content-range']), /^bytes 2-9\/\d+$/u);
  checkHeaders(part, '/data/plans.json', server);
  assert.equal((await get('/data/plans.json', { Range: 'bytes=999999-' })).status, 416);

  for (const headers of [{}, { 'Accept-Encoding': 'gzip' }]) {
    const first = await get('/', headers);
    const again = await get('/', { ...headers, 'If-None-Match': String(first.headers['etag']) });
    assert.deepEqual([again.status, again.body.length], [304, 0]);
  }
}
