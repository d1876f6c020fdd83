import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { format } from 'oxfmt';
import { expect, it } from 'vitest';

import { referenceFiles } from './pages';

const ROOT = join(import.meta.dirname, '..', '..');

it('stands in docs/reference as the program would write it: npm run export:reference', async () => {
  const files = referenceFiles();
  expect(files.size).toBe(17);
  for (const [path, text] of files) {
    const { code } = await format(path, text, { printWidth: 120, singleQuote: true });
    expect([path, readFileSync(join(ROOT, path), 'utf8')]).toEqual([path, code]);
  }
});

it('tells of every code once, and of fields within fields', () => {
  const files = referenceFiles();
  const codes = [...(files.get('docs/reference/lint-codes.md') ?? '').matchAll(/^\| (TC\d{3}) /gmu)].map(
    ([, code]) => code,
  );
  expect(codes).toContain('TC028');
  expect(new Set(codes).size).toBe(codes.length);
  const model = files.get('docs/reference/data-model.md') ?? '';
  for (const column of ['`deadline_basis`', '`as_of`', '`note_en`']) expect(model).toContain(column);
  for (const field of ['`properties.source.method`', '`divisions[].text`', '`places{}[].said[].quote`']) {
    expect(model).toContain(field);
  }
});
