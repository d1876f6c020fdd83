import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as v from 'valibot';

import { CommitmentsSchema } from '../../src/contract/commitment';
import { DrawnFileSchema } from '../../src/contract/features';
import { PlanIndexSchema } from '../../src/contract/manifest';
import { GazetteerSchema } from '../../src/contract/place';
import { DocumentSchema } from '../../src/contract/plan';
import type { PlanData } from '../../src/extract/plan-asker';

/** A built plan as it lies on the disk. */
export interface BuiltPlan {
  id: string;
  data: PlanData;
  dataSha256: string;
}

/** Ids of the plans in a data folder, the default first; `null` if nothing was built there. */
export async function builtPlans(folder: string): Promise<string[] | null> {
  const text = await readFile(join(folder, 'plans.json'), 'utf8').catch(missing);
  return text === null ? null : v.parse(PlanIndexSchema, JSON.parse(text)).plans.map((plan) => plan.id);
}

function missing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}

/** Reads and checks the files of a plan that an extract needs. */
export async function readBuiltPlan(folder: string, id: string): Promise<BuiltPlan> {
  const read = async <S extends v.GenericSchema>(name: string, schema: S): Promise<v.InferOutput<S>> =>
    v.parse(schema, JSON.parse(await readFile(join(folder, id, name), 'utf8')));
  const manifest = await readFile(join(folder, id, 'manifest.json'));
  return {
    id,
    dataSha256: createHash('sha256').update(manifest).digest('hex'),
    data: {
      document: await read('document.json', DocumentSchema),
      gazetteer: await read('places.json', GazetteerSchema),
      commitments: await read('commitments.json', CommitmentsSchema),
      drawn: await Promise.all(['areas', 'lines', 'points'].map((name) => read(`${name}.geojson`, DrawnFileSchema))),
    },
  };
}
