import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { PlanGeometry } from '../../../src/contract/features';
import { bandsOf } from './band';
import { AREAS_MADE_BY, BANDS_MADE_BY, kept, READ_BY } from './kept';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const LINE: PlanGeometry = {
  type: 'LineString',
  coordinates: [
    [102.7, 25],
    [102.8, 25.1],
  ],
};

let root = '';
let folder = '';
let made = 0;

const make: typeof bandsOf = (geometry, accuracyM) => {
  made += 1;
  return bandsOf(geometry, accuracyM);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tuce-kept-'));
  folder = join(root, 'kept');
  made = 0;
  for (const name of BANDS_MADE_BY) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    cpSync(join(ROOT, name), join(root, name));
  }
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('kept', () => {
  it('makes a soft edge once, and gives the very same again', () => {
    const first = kept(folder, BANDS_MADE_BY, make, root)(LINE, 100);
    expect(first).toEqual(bandsOf(LINE, 100));
    expect(JSON.stringify(kept(folder, BANDS_MADE_BY, make, root)(LINE, 100))).toBe(JSON.stringify(first));
    expect(made).toBe(1);
  });

  it('makes another for another accuracy or geometry', () => {
    const bands = kept(folder, BANDS_MADE_BY, make, root);
    bands(LINE, 100);
    bands(LINE, 101);
    bands({ ...LINE, coordinates: LINE.coordinates.toReversed() } as PlanGeometry, 100);
    expect(made).toBe(3);
  });

  it.each(BANDS_MADE_BY)('makes all of them anew when %s is another', (name) => {
    kept(folder, BANDS_MADE_BY, make, root)(LINE, 100);
    appendFileSync(join(root, name), ' ');
    kept(folder, BANDS_MADE_BY, make, root)(LINE, 100);
    expect(made).toBe(2);
  });

  it('makes one anew whose file is cut off or says something else', () => {
    const bands = kept(folder, BANDS_MADE_BY, make, root);
    const first = bands(LINE, 100);
    const [name = ''] = readdirSync(folder);
    const text = readFileSync(join(folder, name), 'utf8');
    for (const damaged of [text.slice(0, -9), text.replace('102.', '103.'), '', '[]']) {
      writeFileSync(join(folder, name), damaged);
      expect(bands(LINE, 100)).toEqual(first);
    }
    expect(made).toBe(5);
  });

  it('keeps nothing where packages cannot be told, or nothing can be written', () => {
    writeFileSync(folder, 'a file, not a folder');
    const nowhere = kept(folder, BANDS_MADE_BY, make, root);
    nowhere(LINE, 100);
    nowhere(LINE, 100);
    rmSync(join(root, 'node_modules'), { recursive: true });
    kept(join(root, 'other'), BANDS_MADE_BY, make, root)(LINE, 100);
    expect(made).toBe(3);
  });

  it('keeps that nothing is left, too', () => {
    const nothing = (): null => {
      made += 1;
      return null;
    };
    const first = kept(folder, BANDS_MADE_BY, nothing, root);
    expect([first(), first()]).toEqual([null, null]);
    expect(made).toBe(1);
  });

  // Of the contract only the shares are taken, which are part of the name themselves.
  it.each([
    ['soft edges', BANDS_MADE_BY, ['src/contract/features.ts']],
    ['areas put together', AREAS_MADE_BY, []],
    ['readings', READ_BY, []],
  ] as const)('knows all that %s are made by', (_, madeBy, besides) => {
    const imported = (name: string): string[] =>
      [...readFileSync(join(ROOT, name), 'utf8').matchAll(/^import (?!type)[^;]*? from '(?<to>[^']+)';/gmu)]
        .map(({ groups }) => groups?.['to'] ?? '')
        .filter((to) => to.startsWith('.'))
        .map((to) => `${join(dirname(name), to)}.ts`);
    const [entry, ...others] = madeBy.filter((name) => name.endsWith('.ts'));
    expect(imported(entry ?? '').toSorted()).toEqual([...others, ...besides].toSorted());
    for (const other of others) expect(imported(other)).toEqual([]);
  });
});
