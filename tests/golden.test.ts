import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { sourceOf } from '../geo/pipeline/read-source';
import { parseDocument } from '../src/policy/parse/parse-document';

const CASES = join(import.meta.dirname, 'golden', 'parse');

/** Adding a case is adding a folder with `input.html` (or `.txt`, `.md`, `.docx`) and `expected.json`. */
const names = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .toSorted();

describe('the parser, case by case', () => {
  it.each(names)('reads %s as its folder says', async (name) => {
    const [file = ''] = readdirSync(join(CASES, name)).filter((one) => one.startsWith('input.'));
    const { source, form, problems: read } = await sourceOf(readFileSync(join(CASES, name, file)), file);
    const expected: unknown = JSON.parse(readFileSync(join(CASES, name, 'expected.json'), 'utf8'));
    const { text, divisions, problems, leftOut } = parseDocument(source, form);
    expect({
      tree: divisions.map(({ id, kind, text: words }) => ({ id, kind, text: words })),
      problems: [...read, ...problems],
      leftOut,
    }).toEqual(expected);
    for (const division of divisions) expect(text.slice(division.start, division.end)).toBe(division.text);
  });
});
