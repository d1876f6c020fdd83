import { join } from 'node:path';

import type { PlanIndex } from '../../src/contract/manifest';
import { checkPlan } from './checks/index';
import { planIds, preparePlan } from './plan-pipeline';
import { problemLine } from './problem';
import { writeIndex } from './steps/verify';
import { writePlan } from './steps/write.step';

/** `npm run build:data`: seeds/ + geo/ → public/data/. A plan with an error is not written, and the command fails. */
const root = process.cwd();
const out = join(root, 'public', 'data');
const index: PlanIndex = { plans: [] };

for (const id of await planIds(root)) {
  const started = performance.now();
  const draft = await preparePlan(root, id);
  const errors = checkPlan(draft).filter((problem) => problem.severity === 'error');
  if (errors.length > 0) {
    errors.forEach((problem) => console.error(problemLine(problem)));
    console.error(`${id}: ${errors.length} errors, nothing written`);
    process.exit(1);
  }
  const { counts } = await writePlan(draft, out);
  index.plans.push({ id, title: draft.plan.shortTitle });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${id}: ${counts.articles} articles, ${counts.sentences} sentences, ${counts.mentions} mentions, ` +
      `${counts.places} places (${counts.located} located) in ${seconds} s`,
  );
}
await writeIndex(index, out);
