import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { verifyPlan } from '../geo/pipeline/steps/verify';
import { ManifestSchema, PlanIndexSchema } from '../src/contract/manifest';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tuce-build-'));
  for (const folder of ['seeds', 'geo']) await cp(folder, join(root, folder), { recursive: true });
  await mkdir(join(root, 'public/data/kunming-2021'), { recursive: true });
  await writeFile(join(root, 'public/data/plans.json'), 'what was there before');
});
afterEach(() => rm(root, { recursive: true }));

const build = (env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [resolve('node_modules/tsx/dist/cli.mjs'), resolve('geo/pipeline/build.ts')], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });

it('never ships a plan that fails lint: the build says why, fails, and leaves everything as it was', async () => {
  const rail = join(root, 'geo/kunming-2021/places/rail.geojson');
  const before = await readFile(rail, 'utf8');
  const list = v.parse(v.looseObject({ features: v.array(v.unknown()) }), JSON.parse(before));
  // Twice the same, as it is left behind by who copies a feature to change it.
  await writeFile(rail, JSON.stringify({ ...list, features: [...list.features, list.features[0]] }));
  const built = build();
  expect(built.stderr).toMatch(/TC\d{3}/u);
  expect(built.stderr).toContain('nothing written');
  expect(built.status).toBe(1);
  expect(await readFile(join(root, 'public/data/plans.json'), 'utf8')).toBe('what was there before');
}, 60_000);

/** Ends the process at its n-th write, of which half has reached the disk, or before its n-th rename. */
const KILLER = `import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
const { writeFile, rename } = fs;
const counts = { write: 0, rename: 0 };
const due = (what) => process.env.DIES_AT === what + ' ' + (counts[what] += 1);
const die = () => process.kill(process.pid, 'SIGKILL');
fs.writeFile = async (file, data) => {
  if (due('write')) { await writeFile(file, data.slice(0, data.length / 2)); die(); }
  await writeFile(file, data);
};
fs.rename = async (from, to) => {
  if (due('rename')) die();
  await rename(from, to);
};
syncBuiltinESMExports();
`;

describe('a build that is killed', () => {
  const data = (): string => join(root, 'public/data');
  /** The plans of which the index speaks, each whole. */
  const whole = async (): Promise<string[]> => {
    const { plans } = v.parse(PlanIndexSchema, JSON.parse(await readFile(join(data(), 'plans.json'), 'utf8')));
    for (const { id } of plans) {
      const manifest = v.parse(ManifestSchema, JSON.parse(await readFile(join(data(), id, 'manifest.json'), 'utf8')));
      await verifyPlan(join(data(), id), manifest);
    }
    return plans.map(({ id }) => id);
  };

  it('leaves the plan that was there, whole, wherever it was; the next one clears up', async () => {
    // One small plan alone: each build is a second.
    for (const folder of ['seeds', 'geo'])
      for (const plan of ['kunming-2021', 'sample-lake-order']) await rm(join(root, folder, plan), { recursive: true });
    await writeFile(join(root, 'killer.mjs'), KILLER);
    expect(build().status).toBe(0);
    expect(await whole()).toEqual(['sample-plan']);
    const seed = join(root, 'seeds/sample-plan/plan.json');
    const plan = await readFile(seed, 'utf8');
    const NODE_OPTIONS = `--import ${pathToFileURL(join(root, 'killer.mjs')).href}`;
    const names = await readdir(join(data(), 'sample-plan'));
    // The last write is that of the index of plans, after which nothing is left to do but to put it in its place.
    for (const at of [
      'write 1',
      'write 6',
      `write ${names.length}`,
      `write ${names.length + 1}`,
      'rename 1',
      'rename 3',
    ]) {
      await writeFile(seed, plan.replace(/"shortTitle":\s*\{\s*"zh":\s*"/u, `$&${at} `));
      expect(build({ NODE_OPTIONS, DIES_AT: at }).signal ?? 'status 137', at).toMatch(/SIGKILL|137/u);
      expect(await whole(), at).toEqual(['sample-plan']);
    }
    await writeFile(seed, plan);
    expect(build().status).toBe(0);
    expect(await whole()).toEqual(['sample-plan']);
    expect((await readdir(data())).toSorted()).toEqual(['plans.json', 'sample-plan']);
    // Between the two moves there is no plan for a moment; the next build makes it anew.
    build({ NODE_OPTIONS, DIES_AT: 'rename 2' });
    expect(build().status).toBe(0);
    expect(await whole()).toEqual(['sample-plan']);
    expect((await readdir(data())).toSorted()).toEqual(['plans.json', 'sample-plan']);
  }, 180_000);
});
