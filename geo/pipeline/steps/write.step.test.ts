import { existsSync } from 'node:fs';
import type * as FsPromises from 'node:fs/promises';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { changed, FEATURES, LAKE_AREA, tinyPlan, TOWN_A, TOWN_B } from '../../../tests/tiny-plan';
import { writeIndex } from './verify';
import { writePlan } from './write.step';

const disk = vi.hoisted(() => ({ full: null as string | null, lossy: null as string | null }));
vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof FsPromises>();
  return {
    ...real,
    writeFile: (path: string, text: string) =>
      disk.full !== null && path.endsWith(disk.full)
        ? Promise.reject(new Error('ENOSPC'))
        : real.writeFile(path, disk.lossy !== null && path.endsWith(disk.lossy) ? text.slice(1) : text),
  };
});

let out = '';
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'tuce-write-'));
  disk.full = null;
  disk.lossy = null;
});
afterEach(() => rm(out, { recursive: true, force: true }));

/** Every file of a written plan with its bytes. */
async function written(): Promise<Record<string, string>> {
  const folder = join(out, 'tiny');
  const names = (await readdir(folder)).toSorted();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])),
  );
}

/** What the app cannot do without. */
const NEEDED = ['areas', 'bands', 'ground', 'lines', 'points'].map((name) => `${name}.geojson`);

describe('writePlan', () => {
  it('writes all files of the plan, readable by everyone, and nothing else', async () => {
    const { files } = await writePlan(tinyPlan(), out);
    expect(Object.keys(await written())).toEqual([...Object.keys(files), 'manifest.json'].toSorted());
    expect(Object.keys(files)).toEqual(expect.arrayContaining([...NEEDED, 'document.json', 'places.json']));
    expect(await readdir(out)).toEqual(['tiny']);
    expect((await stat(join(out, 'tiny'))).mode & 0o777).toBe(0o755);
  });

  it('makes the folder it is to write to', async () => {
    await writePlan(tinyPlan(), join(out, 'public', 'data'));
    expect(existsSync(join(out, 'public', 'data', 'tiny', 'manifest.json'))).toBe(true);
  });

  it('counts what it wrote', async () => {
    const features = [...FEATURES, { ...LAKE_AREA, id: 'somewhere', geometry: null }];
    const { counts, plan } = await writePlan(tinyPlan({ features }), out);
    expect(plan).toBe('tiny');
    expect(counts).toEqual({ parts: 1, articles: 2, sentences: 2, places: 5, located: 4, mentions: 5 });
  });

  it('puts the new plan in the place of the old one, whole', async () => {
    await writePlan(tinyPlan(), out);
    const old = await written();
    await writePlan(tinyPlan({ features: [TOWN_A, TOWN_B] }), out);
    const fresh = await written();
    expect(Object.keys(fresh)).toEqual(Object.keys(old));
    expect(fresh['places.json']).not.toBe(old['places.json']);
    expect(JSON.parse(fresh['manifest.json'] ?? '')).toMatchObject({ counts: { places: 2 } });
  });

  it('leaves the old plan as it was when the new one does not fit the schemas', async () => {
    await writePlan(tinyPlan(), out);
    const old = await written();
    const broken = changed(TOWN_A, { accuracyM: Number.NaN });
    await expect(writePlan(tinyPlan({ features: [broken] }), out)).rejects.toThrow();
    expect(await written()).toEqual(old);
    expect(await readdir(out)).toEqual(['tiny']);
  });

  it.each([...NEEDED, 'document.json', 'places.json', 'manifest.json'])(
    'leaves the old plan as it was when %s cannot be written',
    async (name) => {
      await writePlan(tinyPlan(), out);
      const old = await written();
      disk.full = name;
      await expect(writePlan(tinyPlan({ features: [TOWN_A] }), out)).rejects.toThrow('ENOSPC');
      expect(await written()).toEqual(old);
    },
  );

  it('leaves no plan at all, rather than half of one, when the first write fails', async () => {
    disk.full = 'places.json';
    await expect(writePlan(tinyPlan(), out)).rejects.toThrow('ENOSPC');
    expect(existsSync(join(out, 'tiny'))).toBe(false);
  });

  it('leaves the old plan as it was when the disk does not give back what was written', async () => {
    await writePlan(tinyPlan(), out);
    const old = await written();
    disk.lossy = 'areas.geojson';
    await expect(writePlan(tinyPlan(), out)).rejects.toThrow('not what was written');
    expect(await written()).toEqual(old);
    expect(await readdir(out)).toEqual(['tiny']);
  });

  it('names the plans of the build and lets go of those that are none any more', async () => {
    await writePlan(tinyPlan(), out);
    await mkdir(join(out, 'withdrawn'));
    await mkdir(join(out, '.new-left'));
    await writeIndex({ plans: [{ id: 'tiny', title: { zh: '小', en: 'Tiny' } }] }, out);
    expect((await readdir(out)).toSorted()).toEqual(['plans.json', 'tiny']);
  });

  it('gives only the sources that something cites', async () => {
    await writePlan(tinyPlan(), out);
    const gazetteer: unknown = JSON.parse((await written())['places.json'] ?? '');
    expect(Object.keys(Object(Object(gazetteer).sources))).toEqual(['map']);
  });

  it('writes the same bytes for the same plan', async () => {
    await writePlan(tinyPlan(), out);
    const first = await written();
    await writePlan(tinyPlan(), out);
    expect(await written()).toEqual(first);
  });
});
