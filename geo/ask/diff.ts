import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import * as v from 'valibot';

import { LANGS } from '../../src/contract/localized';
import { LngLatSchema } from '../../src/contract/place';
import { changedNear, diffPlans, type PlanVersion } from '../../src/extract/diff-plans';
import { articleText, DIFF_TEXTS, placeText } from '../../src/text/diff-text';
import { type BuiltPlan, readBuiltPlan } from './plan-files';

/** `npm run plan:diff`: what is another in a later version of a plan. Exit codes are in README.md beside this file. */
const [SAME, CHANGED, USAGE] = [0, 1, 64];
const HELP = `npm run plan:diff -- <before> <after> [--near lng,lat [--radius metres]] [--json] [--lang zh|en]
  a version is the id of a built plan, or a folder that holds one, such as ../old/public/data/<plan>`;

function usage(problem: string): never {
  console.error(`${problem}\n${HELP}`);
  process.exit(USAGE);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        near: { type: 'string' },
        radius: { type: 'string', default: '2000' },
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'zh' },
      },
    });
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error));
  }
}

async function open(version: string): Promise<BuiltPlan> {
  const folder = /[\\/.]/u.test(version) ? resolve(version) : join(process.cwd(), 'public', 'data', version);
  if (!existsSync(join(folder, 'document.json'))) usage(`no built plan ${version}`);
  return readBuiltPlan(dirname(folder), basename(folder));
}

const { values, positionals } = readArguments();
const [from, to, ...more] = positionals;
if (from === undefined || to === undefined || more.length > 0) usage('two versions, please');
const lang = LANGS.find((one) => one === values.lang) ?? usage(`--lang ${values.lang}`);
const radiusM = Number(values.radius);
const spot = values.near === undefined ? null : v.safeParse(LngLatSchema, values.near.split(',').map(Number));
if (spot && (!spot.success || Math.abs(spot.output[0]) > 180 || Math.abs(spot.output[1]) > 90)) {
  usage(`--near ${values.near ?? ''}`);
}
if (!(radiusM > 0)) usage(`--radius ${values.radius}`);

const [before, after] = [await open(from), await open(to)];
const version = ({ data }: BuiltPlan): PlanVersion => ({
  document: data.document,
  places: data.gazetteer.places,
  drawn: data.drawn,
});
const diff = diffPlans(version(before), version(after));
const near = spot?.success ? changedNear(diff, version(before), version(after), spot.output, radiusM) : null;

if (values.json) console.log(JSON.stringify({ ...diff, ...(near && { near }) }, null, 2));
else {
  const t = DIFF_TEXTS[lang];
  const section = (title: string, lines: readonly string[]): string =>
    `## ${title}\n\n${lines.length > 0 ? lines.join('\n') : t.nothing}\n`;
  const titles = [before, after].map(({ data }) => data.document.plan.title[lang]);
  console.log(`# ${t.title(titles[0] ?? '', titles[1] ?? '')}\n`);
  if (near) {
    const lines = near.map(({ place, placeId, name, distanceM, accuracyM, articles }) =>
      [
        place ? placeText(place, lang) : `- ${name[lang]} (${placeId})`,
        `  ${t.distance(Math.round(distanceM), accuracyM)}`,
        ...articles.map((one) => articleText(one, lang).replaceAll(/^/gmu, '  ')),
      ].join('\n'),
    );
    console.log(section(t.near(radiusM), lines));
  } else {
    console.log(
      section(
        t.text,
        diff.articles.map((one) => articleText(one, lang)),
      ),
    );
    console.log(
      section(
        t.places,
        diff.places.map((one) => placeText(one, lang)),
      ),
    );
  }
}
const changes = near ? near.length : diff.articles.length + diff.places.length;
process.exitCode = changes > 0 ? CHANGED : SAME;
