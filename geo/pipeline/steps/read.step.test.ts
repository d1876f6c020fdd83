import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { FEATURES, tinyRead } from '../../../tests/tiny-plan';
import { readPlan, UnreadablePlanError } from './read.step';

let root = '';
const text = tinyRead().source;

/** Writes a file of the plan; what is not text becomes JSON. */
async function put(path: string, content: unknown): Promise<void> {
  await writeFile(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
}
const places = (features: unknown): Promise<void> =>
  put('geo/tiny/places/all.geojson', { type: 'FeatureCollection', features });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tuce-read-'));
  const { plan, sources, themes } = tinyRead();
  await mkdir(join(root, 'seeds/tiny'), { recursive: true });
  await mkdir(join(root, 'geo/tiny/places'), { recursive: true });
  await put('seeds/tiny/plan.json', plan);
  await put('seeds/tiny/document.txt', text);
  await put('geo/tiny/sources.json', sources);
  await put('geo/tiny/layers.json', { themes });
  await places(FEATURES);
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('readPlan', () => {
  it('reads plan, document, themes, sources and features, with names relative to the root', async () => {
    const read = await readPlan(root, 'tiny');
    expect(read.problems).toEqual([]);
    expect(read.entries).toEqual(FEATURES.map((feature) => ({ file: 'geo/tiny/places/all.geojson', feature })));
    expect([read.planFile, read.documentFile]).toEqual(['seeds/tiny/plan.json', 'seeds/tiny/document.txt']);
    expect(read.source).toBe(text);
    expect(read.sourceSha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(read.themes.map((theme) => theme.id)).toEqual(['region', 'project']);
  });

  it('reads the files of a folder in order of name', async () => {
    await cp(join(root, 'geo/tiny/places/all.geojson'), join(root, 'geo/tiny/places/aaa.geojson'));
    const { entries } = await readPlan(root, 'tiny');
    expect([...new Set(entries.map((entry) => entry.file))]).toEqual([
      'geo/tiny/places/aaa.geojson',
      'geo/tiny/places/all.geojson',
    ]);
  });

  it.each<[string, (raw: Record<string, unknown>) => unknown, string, RegExp]>([
    [
      'a wrong kind',
      (raw) => ({ ...raw, properties: { ...Object(raw['properties']), kind: 'blob' } }),
      'town-a',
      /^properties\.kind: /u,
    ],
    [
      'an unknown field',
      (raw) => ({ ...raw, properties: { ...Object(raw['properties']), colour: 'red' } }),
      'town-a',
      /^properties\.colour: /u,
    ],
    [
      'a third coordinate',
      (raw) => ({ ...raw, geometry: { type: 'Point', coordinates: [1, 2, 3] } }),
      'town-a',
      /^geometry\.coordinates: /u,
    ],
    [
      'no name',
      (raw) => ({ ...raw, properties: { ...Object(raw['properties']), name: { zh: '', en: 'x' } } }),
      'town-a',
      /^properties\.name\.zh: /u,
    ],
    [
      'no source',
      (raw) => ({
        ...raw,
        properties: { ...Object(raw['properties']), source: { method: 'digitised', from: [], on: '2026-01-01' } },
      }),
      'town-a',
      /^properties\.source\.from: /u,
    ],
    ['no id', (raw) => ({ ...raw, id: undefined }), '#0', /^id: /u],
  ])('reports a feature with %s as TC002 and keeps the others', async (_, spoil, id, message) => {
    const [first, ...rest] = FEATURES;
    await places([spoil({ ...first }), ...rest]);
    const { entries, problems } = await readPlan(root, 'tiny');
    expect(problems).toEqual([
      {
        code: 'TC002',
        severity: 'error',
        file: 'geo/tiny/places/all.geojson',
        id,
        message: expect.stringMatching(message),
        fix: expect.stringContaining('geo/README.md'),
      },
    ]);
    expect(entries.map((entry) => entry.feature)).toEqual(rest);
  });

  it('reads what was reported of a commitment, of a place, or of both, and complains of a row with neither', async () => {
    const row = (commitment: string, place: string): string =>
      `${commitment},${place},2025-07,已开工。,Begun.,甲城日报,`;
    const rows = [row('c1-01', ''), row('', 'lake-area'), row('c1-01', 'lake-area'), row('', '')];
    const head = 'commitment,place,as_of,statement_zh,statement_en,publisher,url';
    await put('seeds/tiny/progress.csv', [head, ...rows].join('\n'));
    const { words } = await readPlan(root, 'tiny');
    expect(words.progress.map(({ commitment, place }) => [commitment, place])).toEqual([
      ['c1-01', null],
      [null, 'lake-area'],
      ['c1-01', 'lake-area'],
    ]);
    expect(words.problems.map(({ code, id, message }) => [code, id, message])).toEqual([
      ['TC023', 'row 5', expect.stringContaining('a commitment or a place')],
    ]);
  });

  it.each<[string, string, RegExp]>([
    ['no publisher', 'c1-01,,2025-07,已开工。,Begun.,,', /^publisher: a publisher/u],
    ['no date', 'c1-01,,,已开工。,Begun.,甲城日报,', /^asOf: a year, month or day/u],
    ['a date in words', 'c1-01,,last year,已开工。,Begun.,甲城日报,', /^asOf: /u],
    ['no English', 'c1-01,,2025-07,已开工。,,甲城日报,', /^statement\.en: /u],
  ])('reports a row of progress with %s as TC023 and keeps the others', async (_, row, message) => {
    const good = 'c1-01,,2025,已开工。,Begun.,甲城日报,';
    const head = 'commitment,place,as_of,statement_zh,statement_en,publisher,url';
    await put('seeds/tiny/progress.csv', [head, row, good].join('\n'));
    const { words } = await readPlan(root, 'tiny');
    expect(words.progress).toHaveLength(1);
    expect(words.problems.map(({ code, file, id, message: said }) => [code, file, id, said])).toEqual([
      ['TC023', 'seeds/tiny/progress.csv', 'row 2', expect.stringMatching(message)],
    ]);
  });

  it.each(['seeds/tiny/plan.json', 'geo/tiny/sources.json', 'geo/tiny/layers.json', 'geo/tiny/places/all.geojson'])(
    'stops with the name of %s when it is not JSON or does not fit',
    async (path) => {
      await put(path, '{ not json');
      await expect(readPlan(root, 'tiny')).rejects.toThrow(UnreadablePlanError);
      await expect(readPlan(root, 'tiny')).rejects.toThrow(path);
      await put(path, 42);
      await expect(readPlan(root, 'tiny')).rejects.toThrow(UnreadablePlanError);
      await expect(readPlan(root, 'tiny')).rejects.toThrow(path);
    },
  );

  it.each(['seeds/tiny/plan.json', 'geo/tiny/sources.json', 'geo/tiny/layers.json'])(
    'stops when %s is missing',
    async (path) => {
      await rm(join(root, path));
      await expect(readPlan(root, 'tiny')).rejects.toThrow(UnreadablePlanError);
    },
  );
});
