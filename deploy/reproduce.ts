import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** `npm run reproduce`: builds the site twice, data included, and fails where a file of one is not as in the other. */
const env = {
  ...process.env,
  TUCE_FRESH: '1',
  SOURCE_DATE_EPOCH: process.env['SOURCE_DATE_EPOCH'] ?? String(Math.floor(Date.now() / 1000)),
};

async function build(): Promise<Map<string, string>> {
  const out = await mkdtemp(join(tmpdir(), 'tuce-dist-'));
  for (const command of [
    ['tsx', 'geo/pipeline/build.ts'],
    ['vite', 'build', '--logLevel', 'warn', '--emptyOutDir', '--outDir', out],
  ]) {
    const { status } = spawnSync('npx', ['--no-install', ...command], { stdio: ['ignore', 'ignore', 'inherit'], env });
    if (status !== 0) throw new Error(`${command.join(' ')} failed`);
  }
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const hashes = files.map(
    (file) => [relative(out, file), createHash('sha256').update(readFileSync(file)).digest('hex')] as const,
  );
  await rm(out, { recursive: true });
  return new Map(hashes);
}

const [first, second] = [await build(), await build()];
const different = [...new Set([...first.keys(), ...second.keys()])].filter(
  (name) => first.get(name) !== second.get(name),
);
different.forEach((name) => console.error(`differs: ${name}`));
console.log(`${first.size} files, ${different.length} differ`);
process.exit(different.length > 0 ? 1 : 0);
