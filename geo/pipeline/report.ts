import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { format } from 'oxfmt';
import * as v from 'valibot';

import { planIds, preparePlan } from './plan-pipeline';
import { compare } from './report/compare';
import { printReport } from './report/print-report';
import { type Reference, ReferenceSchema, ReportFileSchema } from './report/report-file';

/**
 * `npm run geo:report -- <reference-folder> [plan]`: measures the gazetteer against references as `geo/<plan>/report.json`
 * asks, prints the report and writes it to `geo/<plan>/report.md`. Nothing of the references gets into the repository.
 */
const root = process.cwd();
const known = await planIds(root);
const [folder, planId = known[0]] = process.argv.slice(2);
if (folder === undefined || planId === undefined || !known.includes(planId)) {
  console.error(`usage: npm run geo:report -- <reference-folder> [${known.join(' | ')}]`);
  process.exit(2);
}

const draft = await preparePlan(root, planId);
const file = v.parse(ReportFileSchema, JSON.parse(await readFile(join(root, 'geo', planId, 'report.json'), 'utf8')));
const references = new Map<string, readonly Reference[]>();
for (const name of Object.keys(file.references)) {
  const raw: unknown = JSON.parse(await readFile(join(folder, name), 'utf8'));
  references.set(name, v.parse(ReferenceSchema, raw).features);
}
const text = printReport(draft, file, compare(draft, file, references), {
  on: new Date().toISOString().slice(0, 10),
  command: `npm run geo:report -- <reference-folder> ${planId}`,
  gazetteer: createHash('sha256')
    .update(JSON.stringify(draft.entries.map((entry) => entry.feature)))
    .digest('hex')
    .slice(0, 12),
});
const { code } = await format('report.md', text, { printWidth: 120, singleQuote: true });
await writeFile(join(root, 'geo', planId, 'report.md'), code);
console.log(code);
