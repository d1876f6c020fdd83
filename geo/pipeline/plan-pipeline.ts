import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { PlacedPlan } from './draft';
import { linkStep } from './steps/link.step';
import { parseStep } from './steps/parse.step';
import { placeStep } from './steps/place.step';
import { readPlan } from './steps/read.step';

/** The pipeline as a list: read → parse → link → place. Checking and writing are the caller's to order. */
export async function preparePlan(root: string, planId: string): Promise<PlacedPlan> {
  return placeStep(linkStep(parseStep(await readPlan(root, planId))));
}

/** Ids of the plans in `seeds/`, in order of name. */
export async function planIds(root: string): Promise<string[]> {
  const entries = await readdir(join(root, 'seeds'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}
