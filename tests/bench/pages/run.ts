import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { chromium } from '@playwright/test';

import { chromiumPath } from '../../e2e/chromium';
import { buildRivals } from './build-rivals';
import { interactions } from './interact';
import { DESK, openOnce, type Opening, PHONE } from './measure';
import { panRate } from './pan';
import { serve } from './serve';

/**
 * `npm run bench:pages`: the built site beside a bare MapLibre, Leaflet, OpenLayers and a page with nothing but the
 * drawing, in turns in one run, so that what the machine does meanwhile hits all alike. `--json file`, `--runs n`;
 * `--only path`, more than once, and `--phone-only` for a first look.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string', multiple: true },
    'phone-only': { type: 'boolean', default: false },
  },
});
const RUNS = Number(values.runs);

const PAGES: readonly [name: string, path: string, still?: boolean][] = [
  ['ours, front page', '/'],
  ['ours, an article', '/a/11/'],
  ['only the drawing', '/plain/', true],
  ['bare MapLibre', '/maplibre/'],
  ['bare Leaflet', '/leaflet/'],
  ['bare OpenLayers', '/openlayers/'],
];

const median = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor((all.length - 1) / 2)] ?? NaN;
const p95 = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.ceil(all.length * 0.95) - 1] ?? NaN;

const ROOT = join(import.meta.dirname, '..', '..', '..');
const host = await serve([await buildRivals(ROOT), join(ROOT, 'dist')]);
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: [
    '--no-sandbox',
    '--enable-unsafe-swiftshader',
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--disable-gpu-rasterization',
  ],
});
const report: Record<string, Record<string, Opening>> = {};
for (const setting of values['phone-only'] ? [PHONE] : [PHONE, DESK]) {
  const found = new Map<string, Opening[]>();
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, path, still] of PAGES) {
      if (values.only && !values.only.includes(path)) continue;
      const opening = await openOnce(browser, host, path, setting, still);
      found.set(name, [...(found.get(name) ?? []), opening]);
    }
  }
  console.log(`\n${setting.name}, medians of ${RUNS} runs in turns`);
  const rows = [...found].map(([name, all]) => {
    const of = (key: keyof Opening): number => median(all.map((one) => one[key]));
    const opening: Opening = {
      shownMs: of('shownMs'),
      idleMs: of('idleMs'),
      wireBytes: of('wireBytes'),
      blockedMs: of('blockedMs'),
      longestMs: of('longestMs'),
      layoutShift: of('layoutShift'),
    };
    return [name, opening] as const;
  });
  report[setting.name] = Object.fromEntries(rows);
  console.table(
    Object.fromEntries(
      rows.map(([name, one]) => [
        name,
        {
          'picture ms': Math.round(one.shownMs),
          'interactive ms': Math.round(one.idleMs),
          'wire KB': Math.round(one.wireBytes / 1024),
          'blocked ms': Math.round(one.blockedMs),
          'longest task ms': Math.round(one.longestMs),
          'layout shift': one.layoutShift.toFixed(3),
        },
      ]),
    ),
  );
}
const acts = values.only
  ? new Map<string, number[]>()
  : await interactions(browser, host.addresses.fast, Math.max(3, RUNS));
const times = Object.fromEntries(
  [...acts].map(([name, all]) => [name, { medianMs: median(all), p95Ms: p95(all), times: all.length }]),
);
console.log('\nfrom an input to the frame with its effect, 4× CPU');
console.table(
  Object.fromEntries(
    Object.entries(times).map(([name, one]) => [
      name,
      { 'median ms': Math.round(one.medianMs), 'p95 ms': Math.round(one.p95Ms), times: one.times },
    ]),
  ),
);
const pans: Record<string, { medianPerSecond: number; times: number }> = {};
if (!values.only) {
  const rates = new Map<string, number[]>();
  for (let run = 0; run < RUNS; run += 1)
    for (const [name, path] of PAGES.filter(([, one]) => one === '/' || one === '/maplibre/'))
      rates.set(name, [...(rates.get(name) ?? []), await panRate(browser, host.addresses.fast + path)]);
  for (const [name, all] of rates) pans[name] = { medianPerSecond: median(all), times: all.length };
  console.log('\nframes a second while the map is pulled, unthrottled');
  console.table(pans);
}
await browser.close();
host.close();
const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, software GL`;
if (values.json) {
  const all = {
    date: new Date().toISOString().slice(0, 10),
    machine,
    runs: RUNS,
    pages: report,
    interactions: times,
    pans,
  };
  writeFileSync(values.json, `${JSON.stringify(all, null, 2)}\n`);
}
