import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Figure, median, type Part, type PartOptions, timeOf } from './figures';

const ROOT = join(import.meta.dirname, '..', '..');
const PLAN = 'kunming-2021';
/** What the build of the data reads; a copy of it, so that nothing here is touched. */
const COPIED = ['geo', 'seeds', 'package.json', 'tsconfig.json'];
const LINKED = ['node_modules', 'src'];

function build(root: string, env: NodeJS.ProcessEnv = {}): number {
  return timeOf(() => {
    const options = { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } } as const;
    const { status, stderr } = spawnSync('npm', ['run', 'build:data'], options);
    if (status !== 0) throw new Error(`npm run build:data: ${stderr}`);
  });
}

/** Makes a place less or more sure by a metre; answers which. */
function change(root: string, byM: number): string {
  const folder = join(root, 'geo', PLAN, 'places');
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    const changed = text.replace(
      /("accuracyM":\s*)(\d+)/u,
      (_, key: string, value: string) => key + (Number(value) + byM),
    );
    if (changed === text) continue;
    writeFileSync(file, changed);
    return name;
  }
  throw new Error('no place has an accuracy');
}

async function measure({ rounds }: PartOptions): Promise<Figure[]> {
  const root = mkdtempSync(join(tmpdir(), 'tuce-bench-'));
  const [whole, after]: [number[], number[]] = [[], []];
  let changed = '';
  try {
    for (const name of COPIED) cpSync(join(ROOT, name), join(root, name), { recursive: true });
    for (const name of LINKED) symlinkSync(join(ROOT, name), join(root, name));
    build(root);
    for (let round = 0; round < rounds; round += 1) {
      rmSync(join(root, 'public'), { recursive: true });
      // With nothing kept of an earlier build.
      whole.push(build(root, { TUCE_FRESH: '1' }) / 1000);
      changed = change(root, round % 2 === 0 ? 1 : -1);
      after.push(build(root) / 1000);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  const of = `median of ${rounds}, npm and the start of Node.js with it`;
  return [
    { what: 'npm run build:data', value: median(whole), unit: 's', goal: { atMost: 15 }, of },
    {
      what: `npm run build:data after a change in ${changed}`,
      value: median(after),
      unit: 's',
      goal: { atMost: 2 },
      of,
    },
  ];
}

/** The build of the data, all of it and after one place has changed. */
export const DATA: Part = { name: 'data', measure };
