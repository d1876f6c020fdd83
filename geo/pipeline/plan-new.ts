import { parseArgs } from 'node:util';

import { makePlan, NewPlanError } from './new/new-plan';

/** `npm run plan:new -- <id> --from document.(html|txt|docx|md)`: begins a plan. Exit 1 if it cannot, 64 on wrong use. */
const USAGE = 'usage: npm run plan:new -- <id> --from document.(html|txt|docx|md)';

function readArguments(): { id: string; from: string } | null {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { from: { type: 'string' } } });
    const [id, ...more] = positionals;
    return id !== undefined && more.length === 0 && values.from !== undefined ? { id, from: values.from } : null;
  } catch {
    // an option that does not exist; the usage says which do
    return null;
  }
}

const asked = readArguments();
if (!asked) {
  console.error(USAGE);
  process.exit(64);
}
try {
  const { id, from } = asked;
  const { document, candidates } = await makePlan(process.cwd(), id, from);
  const count = (kind: string): number => document.divisions.filter((division) => division.kind === kind).length;
  console.log(
    `seeds/${id}, geo/${id}: ${count('part')} parts, ${count('article')} articles, ${count('sentence')} sentences, ` +
      `${candidates.length} candidate places (${candidates.filter(({ known }) => known.length > 0).length} known here)`,
  );
  document.problems.forEach(({ line, reason, text }) => console.log(`paragraph ${line}: ${reason}: ${text}`));
  if (document.leftOut.length > 0) console.log(`${document.leftOut.length} pieces left out, see geo/${id}/tree.txt`);
  console.log(`next: npm run lint:plan -- ${id}, and docs/new-plan.md`);
} catch (error) {
  if (!(error instanceof NewPlanError)) throw error;
  console.error(error.message);
  process.exit(1);
}
