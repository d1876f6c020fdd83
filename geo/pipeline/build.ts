import { join } from 'node:path';

import type { PlanIndex } from '../../src/contract/manifest';
import { type SharingPlan, sharedPlaces } from '../../src/policy/shared-places';
import { checkPlan } from '../../src/lint/rules';
import type { PlacedPlan } from './draft';
import { planIds, preparePlan } from './plan-pipeline';
import { problemLine } from '../../src/lint/problem';
import { keptMakers, MAKERS } from './steps/kept';
import { writeIndex } from './steps/verify';
import { writePlan } from './steps/write.step';

/**
 * `npm run build:data`: seeds/ + geo/ → public/data/. A plan with an error is not written, and the command fails. What
 * takes longest is kept from build to build unless `TUCE_FRESH` is set, which gives the same bytes.
 */
const root = process.cwd();
const out = join(root, 'public', 'data');
const folder = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'tuce-made');
const make = process.env['TUCE_FRESH'] ? MAKERS : keptMakers(folder);
const index: PlanIndex = { plans: [] };

const drafts: PlacedPlan[] = [];
for (const id of await planIds(root)) {
  const draft = await preparePlan(root, id, make);
  const problems = checkPlan(draft);
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) {
    errors.forEach((problem) => console.error(problemLine(problem)));
    console.error(`${id}: ${errors.length} errors, nothing written`);
    process.exit(1);
  }
  problems.forEach((problem) => console.log(problemLine(problem)));
  drafts.push(draft);
}

const sharing = drafts.map(({ plan, document, mentions, places }): SharingPlan => ({
  document: { plan, divisions: document.divisions, mentions },
  gazetteer: { places },
}));
for (const [at, draft] of drafts.entries()) {
  const started = performance.now();
  const { plan } = draft;
  const own = sharing[at];
  const others = sharing.filter((one) => one !== own);
  const { counts } = await writePlan(draft, out, {
    ...(own && { shared: sharedPlaces(own, others) }),
    search: make.search,
  });
  index.plans.push({ id: plan.id, title: plan.shortTitle });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${plan.id}: ${counts.articles} articles, ${counts.sentences} sentences, ${counts.mentions} mentions, ` +
      `${counts.places} places (${counts.located} located) in ${seconds} s`,
  );
}
await writeIndex(index, out);
