import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';

import { DATA } from './data';
import { type Figure, type Goal, isMet, type Part, shown } from './figures';
import { CYCLES } from './pages/cycles';
import { INTERACTIONS } from './pages/interactions';
import { PAGES } from './pages/pages';
import { PAN } from './pages/pan';
import { SCALE } from './scale/scale';

/**
 * `npm run bench`: everything that has a figure to reach, part by part, each beside what it must reach. See README.md beside
 * this file. It needs a build. A figure that is missed is said and is no failure: this is a measurement, not a test.
 */
const PARTS: readonly Part[] = [SCALE, DATA, PAGES, INTERACTIONS, PAN, CYCLES];
const [ROUNDS, QUICK_ROUNDS] = [7, 2];

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
  },
});
const unknown = values.only?.filter((name) => !PARTS.some((part) => part.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(', ')}; there are ${PARTS.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

const rounds = values.quick ? QUICK_ROUNDS : ROUNDS;
const machine = {
  processor: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
  memoryGB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  loadAtStart: Number((loadavg()[0] ?? NaN).toFixed(2)),
};
const parts: Record<string, { seconds: number; figures: Figure[] }> = {};
for (const part of PARTS) {
  if (values.only && !values.only.includes(part.name)) continue;
  const started = performance.now();
  console.log(`— ${part.name}`);
  const figures = await part.measure({ rounds });
  const seconds = Math.round((performance.now() - started) / 1000);
  parts[part.name] = { seconds, figures };
  const details = figures.filter(({ detail }) => detail);
  if (details.length > 0)
    console.log(details.map(({ what, value, unit }) => `${what}: ${shown(value, unit)}`).join('\n'));
  console.log(`${seconds} s`);
}

const all = Object.values(parts).flatMap(({ figures }) => figures);
console.log(`\n| what | measured | goal | met |\n|---|---|---|---|`);
for (const figure of all.filter(({ detail }) => !detail)) {
  const { what, value, unit, between, goal } = figure;
  const interval = between ? ` (${shown(between[0], unit)} to ${shown(between[1], unit)})` : '';
  const met = isMet(figure);
  console.log(
    `| ${what} | ${shown(value, unit)}${interval} | ${goal ? goalText(goal, unit) : ''} | ${met === null ? '' : met ? 'yes' : 'NO'} |`,
  );
}
const missed = all.filter((figure) => isMet(figure) === false).length;
const judged = all.filter((figure) => isMet(figure) !== null).length;
console.log(`\n${judged - missed} of ${judged} goals met${missed > 0 ? `, ${missed} missed` : ''}`);

if (values.json) {
  const judgedParts = Object.entries(parts).map(([name, { seconds, figures }]) => [
    name,
    { seconds, figures: figures.map((figure) => ({ ...figure, met: isMet(figure) })) },
  ]);
  const report = {
    date: new Date().toISOString(),
    machine: { ...machine, loadAtEnd: Number((loadavg()[0] ?? NaN).toFixed(2)) },
    rounds,
    parts: Object.fromEntries(judgedParts) as unknown,
  };
  writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
}

function goalText(goal: Goal, unit: string): string {
  return 'atMost' in goal ? `≤ ${goal.atMost} ${unit}` : `≥ ${goal.atLeast} ${unit}`;
}
