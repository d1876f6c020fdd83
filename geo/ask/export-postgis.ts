import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { planAsker } from '../../src/extract/plan-asker';
import { builtPlans, readBuiltPlan } from './plan-files';
import { postgisSql } from './postgis-sql';

/** `npm run export:postgis -- [plan] [--out file]`: a built plan as an SQL script for PostGIS; `-` is the screen. */
const words = process.argv.slice(2);
const outAt = words.indexOf('--out');
const out = outAt >= 0 ? words[outAt + 1] : undefined;
const asked = words.find((word, index) => !word.startsWith('--') && (outAt < 0 || index !== outAt + 1));
const folder = join(process.cwd(), 'public', 'data');

const plans = await builtPlans(folder);
const id = asked ?? plans?.[0];
if (!id || !plans?.includes(id)) {
  console.error(plans ? `no plan ${id}; there are: ${plans.join(', ')}` : 'nothing built yet: npm run build:data');
  process.exit(64);
}
const { data, dataSha256 } = await readBuiltPlan(folder, id);
const sql = postgisSql(planAsker(data), dataSha256);
const file = out ?? `${id}.sql`;
if (file === '-') process.stdout.write(sql);
else {
  await writeFile(file, sql);
  console.log(`${file}: ${Buffer.byteLength(sql)} bytes`);
}
