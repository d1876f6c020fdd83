import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import * as v from 'valibot';
import { afterEach, beforeEach, expect, it } from 'vitest';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tuce-build-'));
  for (const folder of ['seeds', 'geo']) await cp(folder, join(root, folder), { recursive: true });
  await mkdir(join(root, 'public/data/kunming-2021'), { recursive: true });
  await writeFile(join(root, 'public/data/plans.json'), 'what was there before');
});
afterEach(() => rm(root, { recursive: true }));

it('never ships a plan that fails lint: the build says why, fails, and leaves everything as it was', async () => {
  const rail = join(root, 'geo/kunming-2021/places/rail.geojson');
  const before = await readFile(rail, 'utf8');
  const list = v.parse(v.looseObject({ features: v.array(v.unknown()) }), JSON.parse(before));
  // Twice the same, as it is left behind by who copies a feature to change it.
  await writeFile(rail, JSON.stringify({ ...list, features: [...list.features, list.features[0]] }));
  const tsx = resolve('node_modules/tsx/dist/cli.mjs');
  const build = spawnSync(process.execPath, [tsx, resolve('geo/pipeline/build.ts')], { cwd: root, encoding: 'utf8' });
  expect(build.stderr).toMatch(/TC\d{3}/u);
  expect(build.stderr).toContain('nothing written');
  expect(build.status).toBe(1);
  expect(await readFile(join(root, 'public/data/plans.json'), 'utf8')).toBe('what was there before');
}, 60_000);
