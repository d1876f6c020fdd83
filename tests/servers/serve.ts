import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { contentPolicy, EMBEDS, framePolicy } from '../../deploy/headers';
import { hostHeaders } from '../host-headers';
import { checkAnswers, getFrom } from './answers';
import { CADDY } from './caddy';
import { load, NGINX } from './nginx';
import type { StaticServer } from './server';

/**
 * `npm run test:servers`: Debian's nginx and Caddy serve `dist/` by the files in `deploy/`, and their answers are held to
 * `deploy/headers.ts`, by one test; so is what `dist/_headers` says to hosts that read it. With `-- --load` nginx is asked by a thousand connections at a time too (Debian's
 * `wrk`). Needs a built site; says so and passes where a server is not installed.
 */
const DIST = resolve('dist');

async function serve(server: StaticServer): Promise<void> {
  const { name, port } = server;
  const folder = await mkdtemp(join(tmpdir(), `tuce-${name}-`));
  const { file, text, command, stop } = await server.start(folder, DIST, port);
  await writeFile(join(folder, file), text);
  const [program, ...args] = command;
  const running = spawn(program, args, {
    stdio: 'inherit',
    // What a server likes to keep goes with the test.
    env: { ...process.env, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
  });
  const ended = new Promise((done) => running.once('exit', done));
  try {
    for (let patience = 100; ; patience -= 1) {
      const up = await getFrom(port)('/').catch((error: unknown) => (patience > 0 ? null : Promise.reject(error)));
      if (up) break;
      await new Promise((later) => setTimeout(later, 100));
    }
    await checkAnswers(server, DIST);
    console.log(`${name}: every answer as deploy/headers.ts has it`);
    if (server === NGINX && process.argv.includes('--load')) load(folder, port);
  } finally {
    running.kill(stop);
    await ended;
    await rm(folder, { recursive: true });
  }
}

/** What hosts that read `dist/_headers` would send with every page of the built site. */
function checkHeadersFile(): void {
  const headersOf = hostHeaders(readFileSync(join(DIST, '_headers'), 'utf8'));
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).map((file) => `/${file}`);
  const pages = files.filter((file) => file.endsWith('.html'));
  for (const page of pages.flatMap((file) => [file, file.replace(/index\.html$/u, '')])) {
    const frames = framePolicy(page);
    const policy = EMBEDS.some((embed) => page.startsWith(embed))
      ? contentPolicy([])
      : `${contentPolicy([])}, ${frames}`;
    assert.equal(headersOf(page)['Content-Security-Policy'], policy, page);
  }
  console.log(`_headers: every policy of ${2 * pages.length} addresses of pages as deploy/headers.ts has it`);
}

checkHeadersFile();
for (const server of [NGINX, CADDY]) {
  if (spawnSync(server.name, ['-v']).error)
    console.log(`${server.name}: skipped, it is not installed (${server.missing})`);
  else await serve(server);
}
