import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as v from 'valibot';

import { PlanSchema } from '../../src/contract/plan';
import type { PlacedPlan } from './draft';
import { type Makers, MAKERS } from './steps/kept';
import { linkStep } from './steps/link.step';
import { parseStep } from './steps/parse.step';
import { placeStep } from './steps/place.step';
import { readPlan } from './steps/read.step';
import { shareStep } from './steps/share.step';

/**
 * The pipeline as a list: read → share → parse → link → place. Checking and writing are the caller's to order.
 * `make` makes what takes longest, or has it.
 */
export async function preparePlan(root: string, planId: string, make: Makers = MAKERS): Promise<PlacedPlan> {
  const read = async (id: string): ReturnType<typeof readPlan> => readPlan(root, id);
  const lender = async (id: string): Promise<Awaited<ReturnType<typeof readPlan>> | null> =>
    existsSync(join(root, 'seeds', id, 'plan.json')) ? read(id) : null;
  return placeStep(linkStep(parseStep(await shareStep(await read(planId), lender, make.combine))), make);
}

const RankSchema = v.object({ rank: v.optional(v.number()) });

/** Ids of the plans in `seeds/`: by their `rank`, then by name. What is called as no plan can be is none. */
export async function planIds(root: string): Promise<string[]> {
  const entries = await readdir(join(root, 'seeds'), { withFileTypes: true });
  const ranked = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory() && v.is(PlanSchema.entries.id, entry.name))
      .map(async ({ name }) => ({ name, rank: await rankOf(join(root, 'seeds', name, 'plan.json')) })),
  );
  return ranked.toSorted((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1)).map(({ name }) => name);
}

/** A file that cannot be read is for reading the plan to complain about. */
async function rankOf(file: string): Promise<number> {
  try {
    return v.parse(RankSchema, JSON.parse(await readFile(file, 'utf8'))).rank ?? Number.MAX_SAFE_INTEGER;
  } catch {
    // said when the plan is read
    return Number.MAX_SAFE_INTEGER;
  }
}
