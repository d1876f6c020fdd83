import { join } from 'node:path';

import { builtPlans, readBuiltPlan } from '../../geo/ask/plan-files';
import type { PlanGeometry } from '../../src/contract/features';
import { extractOf } from '../../src/extract/extract';
import { planAsker } from '../../src/extract/plan-asker';
import { randomParcel, randomSpot, series } from '../postgis/random-sites';
import { spreadOf } from './spread';

/** `npm run bench:extract`: how long the extract of a site takes on the built plan, in processor time. */
const folder = join(process.cwd(), 'public', 'data');
const [id = ''] = (await builtPlans(folder)) ?? [];
const { data, dataSha256 } = await readBuiltPlan(folder, id);
const started = performance.now();
const asker = planAsker(data);
console.log(`prepare: ${(performance.now() - started).toFixed(0)} ms, ${asker.targets.length} places`);
const targets = asker.targets.map(({ target }) => target);
const box = asker.places.get(data.document.plan.coverage)?.bbox ?? data.document.plan.frame;
const stamp = { created: new Date(0).toISOString(), dataSha256 };
const random = series(7);
const spot = (): [number, number] => randomSpot(random, box, targets);

const QUESTIONS: readonly (readonly [name: string, count: number, make: () => PlanGeometry])[] = [
  ['warm-up', 1000, () => randomParcel(random, spot(), 200)],
  ['points', 10_000, () => ({ type: 'Point', coordinates: spot() })],
  ['parcels of 20 m to 3 km', 10_000, () => randomParcel(random, spot())],
  ['parcels of 10 km', 200, () => randomParcel(random, spot(), 10_000)],
  ['lines of 30 km and more', 500, () => ({ type: 'LineString', coordinates: [spot(), spot(), spot()] })],
];
for (const [name, count, make] of QUESTIONS) {
  const sites = Array.from({ length: count }, make);
  const tookMs: number[] = [];
  for (const geometry of sites) {
    const before = process.cpuUsage();
    extractOf(asker, { id: '', name: null, geometry, inputCrs: 'EPSG:4326' }, stamp);
    const { user, system } = process.cpuUsage(before);
    tookMs.push((user + system) / 1000);
  }
  const totalMs = tookMs.reduce((sum, one) => sum + one, 0);
  console.log(`${name}: ${count}, ${spreadOf(tookMs)}, all ${totalMs.toFixed(0)} ms`);
}
