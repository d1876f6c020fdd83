import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { writePlan } from '../../geo/pipeline/steps/write.step';
import { tinyPlan } from '../../tests/tiny-plan';
import { listPlans, PlanDataError, readPlan } from './read-plan';

const folder = mkdtempSync(join(tmpdir(), 'tuce-read-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
await writePlan(tinyPlan(), folder);
writeFileSync(join(folder, 'plans.json'), JSON.stringify({ plans: [{ id: 'tiny', title: { zh: '甲', en: 'A' } }] }));
const read = (file: string): Promise<unknown> => Promise.resolve(JSON.parse(readFileSync(join(folder, file), 'utf8')));

describe('the typed way to read a plan', () => {
  it('gives every file of it', async () => {
    expect((await listPlans(read)).map(({ id }) => id)).toEqual(['tiny']);
    const plan = await readPlan(read, 'tiny');
    expect(plan.document.plan.id).toBe('tiny');
    expect(plan.drawn.lines.features.map(({ properties }) => properties.id)).toContain('line-1');
    expect(Object.keys(plan.drawn)).toEqual(['ground', 'areas', 'bands', 'lines', 'points']);
  });

  it('names the file and the field that are wrong', async () => {
    const broken = async (file: string): Promise<unknown> =>
      file === 'tiny/places.json' ? { places: [], themes: 'none', sources: {} } : read(file);
    await expect(readPlan(broken, 'tiny')).rejects.toThrow(PlanDataError);
    await expect(readPlan(broken, 'tiny')).rejects.toMatchObject({ file: 'tiny/places.json', field: 'themes' });
  });
});
