import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { LANGS } from '../../src/contract/localized';
import { articleTree } from '../../src/policy/article-tree';
import { extractOf } from '../../src/extract/extract';
import { planAsker } from '../../src/extract/plan-asker';
import { TEXTS } from '../../src/text/texts';
import { builtPlans, readBuiltPlan } from './plan-files';
import { type Refusal, readSites } from './read-sites';
import { CSV_HEAD, csvOf } from './write-csv';
import { markdownOf } from '../../src/text/extract-text';

/** Exit codes; README.md beside this file lists them. */
const [ANSWERED, SOME_REJECTED, NOTHING_READ, USAGE] = [0, 1, 2, 64];
const HELP = `npm run query -- <file>... [--json | --csv | --md] [--plan id]... [--lang zh|en]
  [--crs EPSG:4543 [--y-first]] [--created time]`;

function usage(problem: string): never {
  console.error(`${problem}\n${HELP}`);
  process.exit(USAGE);
}

function readArguments(): ReturnType<typeof parse> {
  try {
    return parse();
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error));
  }
}
function parse() {
  return parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      csv: { type: 'boolean' },
      md: { type: 'boolean' },
      plan: { type: 'string', multiple: true },
      lang: { type: 'string', default: 'zh' },
      created: { type: 'string' },
      crs: { type: 'string' },
      'y-first': { type: 'boolean', default: false },
    },
  });
}

const { values, positionals } = readArguments();
const formats = (['json', 'csv', 'md'] as const).filter((name) => values[name]);
const lang = LANGS.find((one) => one === values.lang);
const created = new Date(values.created ?? Date.now());
if (positionals.length === 0) usage('no file');
if (formats.length > 1) usage('one form at a time');
const language = lang ?? usage(`--lang ${values.lang}`);
if (Number.isNaN(created.getTime())) usage(`--created ${values.created ?? ''}`);
const [format = 'md'] = formats;

const folder = join(process.cwd(), 'public', 'data');
const plans = await builtPlans(folder);
const asked = [...new Set(values.plan ?? plans?.slice(0, 1) ?? [])];
const unknown = asked.find((id) => !plans?.includes(id));
if (!plans || asked.length === 0) usage('nothing built yet: npm run build:data');
if (unknown !== undefined) usage(`no plan ${unknown}; there are: ${plans.join(', ')}`);

const { extract: t } = TEXTS[language];
const rejected = new Map<string, Refusal>();
let answered = 0;
const write = (text: string): void => void process.stdout.write(text);
const reject = (one: Refusal): void => void rejected.set(`${one.id} ${one.reason}`, one);

/** Asks one plan about every site of the files. */
async function ask(id: string): Promise<void> {
  const plan = await readBuiltPlan(folder, id);
  const asker = planAsker(plan.data);
  const stamp = { created: created.toISOString(), dataSha256: plan.dataSha256 };
  const { document, gazetteer } = plan.data;
  const tree = articleTree(document.divisions);
  const words = TEXTS[language];
  const themes = new Map(gazetteer.themes.map((theme) => [theme.id, theme.name]));
  const sheet = {
    lang: language,
    planTitle: document.plan.title,
    placeName: (place: string) => asker.places.get(place)?.name[language] ?? place,
    themeName: (theme: string) => themes.get(theme)?.[language] ?? theme,
    articleName: (number: number) =>
      number === 0 ? words.preamble : words.article(tree.articles.get(number)?.division.label ?? null, number),
  };
  if (format === 'md') write(`# ${t.title(sheet.planTitle[language])}\n\n`);
  const covered = gazetteer.places.find((place) => place.id === document.plan.coverage)?.bbox ?? document.plan.frame;
  const system = values.crs ? { system: values.crs, yFirst: values['y-first'] } : null;
  const read = await readSites(positionals, covered, system);
  read.rejected.forEach(reject);
  read.warnings.forEach((warning) => console.error(warning));
  for (const [at, site] of read.sites.entries()) {
    const result = extractOf(asker, site, stamp);
    if (!result.ok) {
      reject({ id: result.id, reason: t.fault[result.reason] });
      continue;
    }
    answered += 1;
    if (format === 'csv') write(csvOf(result.extract));
    else if (format === 'md') write(`${markdownOf(result.extract, at + 1, sheet)}\n`);
    else write(`${answered > 1 ? ',' : ''}\n${JSON.stringify(result.extract)}`);
  }
}

if (format === 'csv') write(CSV_HEAD);
if (format === 'json') write('{"extracts":[');
for (const id of asked) await ask(id);
if (format === 'json') write(`\n],"rejected":${JSON.stringify([...rejected.values()])}}\n`);
if (rejected.size > 0) {
  console.error(`${t.rejected}:`);
  rejected.forEach((one) => console.error(`${one.id}: ${one.reason}`));
}
process.exitCode = answered === 0 ? NOTHING_READ : rejected.size > 0 ? SOME_REJECTED : ANSWERED;
