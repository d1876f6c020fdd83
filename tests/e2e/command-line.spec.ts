import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as v from 'valibot';

import { ExtractSchema } from '../../src/contract/extract';
import { expect, test } from './driver';

// It opens no page: it stands here because it asks the built plan, as the pages do.

const ROOT = join(import.meta.dirname, '..', '..');
const SITES = join(ROOT, 'tests', 'fixtures', 'sites');
const FOLDER = mkdtempSync(join(tmpdir(), 'tuce-query-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(FOLDER, name), text);
  return join(FOLDER, name);
};
const query = (...args: string[]): { code: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', 'tsx', 'geo/ask/query.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
};
const Answer = v.object({
  extracts: v.array(ExtractSchema),
  rejected: v.array(v.object({ id: v.string(), reason: v.string() })),
});

test('every record answered is exit code 0, and two runs give the same bytes', () => {
  const args = [join(SITES, 'sites-4326.geojson'), '--json', '--created', '2026-01-01T00:00:00Z'];
  const [first, second] = [query(...args), query(...args)];
  expect(first.code).toBe(0);
  const { extracts, rejected } = v.parse(Answer, JSON.parse(first.out));
  expect(extracts.length).toBeGreaterThan(0);
  expect(rejected).toEqual([]);
  expect(second.out).toBe(first.out);
});

test('a record that cannot be read is named and gives 1, the others are answered', () => {
  const square = (west: number): number[][][] => [
    [
      [west, 25.03],
      [west + 0.01, 25.03],
      [west + 0.01, 25.04],
      [west, 25.03],
    ],
  ];
  const feature = (geometry: unknown): unknown => ({ type: 'Feature', properties: {}, geometry });
  const mixed = file(
    'mixed.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        feature({ type: 'Polygon', coordinates: square(102.7) }),
        feature({ type: 'Polygon', coordinates: [[[102.7, 25.03]]] }),
      ],
    }),
  );
  const { code, out, err } = query(mixed, '--json');
  expect(code).toBe(1);
  const { extracts, rejected } = v.parse(Answer, JSON.parse(out));
  expect(extracts).toHaveLength(1);
  expect(rejected).toHaveLength(1);
  expect(err).toContain(rejected[0]?.id ?? 'no id');
});

test('nothing that can be read gives 2', () => {
  const { code, err } = query(file('broken.geojson', '{"type":'));
  expect(code).toBe(2);
  expect(err).toContain('broken.geojson');
});

test('wrong use gives 64 and says how it is used', () => {
  for (const args of [[], ['x.geojson', '--lang', 'fr'], ['x.geojson', '--plan', 'no-such-plan'], ['--frobnicate']]) {
    const { code, out, err } = query(...args);
    expect(code).toBe(64);
    expect(out).toBe('');
    expect(err).toContain('npm run query -- <file>');
  }
});

test('the table has a line for each place', () => {
  const { code, out } = query(join(SITES, 'sites-4326.geojson'), '--csv');
  expect(code).toBe(0);
  const [head = '', ...rows] = out.trim().split('\n');
  expect(head.split(',').length).toBeGreaterThan(5);
  expect(rows.length).toBeGreaterThan(20);
});
