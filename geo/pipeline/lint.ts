import { checkPlan } from '../../src/lint/rules';
import { planIds, preparePlan } from './plan-pipeline';
import { problemLine } from '../../src/lint/problem';

/** `npm run lint:plan [-- <plan>…] [--json]`: exit 1 on an error. */
const args = process.argv.slice(2);
const named = args.filter((arg) => !arg.startsWith('--'));
const root = process.cwd();
const known = await planIds(root);
const unknown = named.filter((id) => !known.includes(id));
if (unknown.length > 0) {
  console.error(`no such plan: ${unknown.join(', ')} (there are: ${known.join(', ')})`);
  process.exit(2);
}

const report = [];
for (const id of named.length > 0 ? named : known) {
  report.push({ plan: id, problems: checkPlan(await preparePlan(root, id)) });
}
const errors = report.flatMap(({ problems }) => problems).filter((problem) => problem.severity === 'error').length;
if (args.includes('--json')) console.log(JSON.stringify(report, null, 2));
else {
  for (const { plan, problems } of report) {
    problems.forEach((problem) => console.log(problemLine(problem)));
    console.log(`${plan}: ${problems.length} findings`);
  }
}
process.exit(errors > 0 ? 1 : 0);
