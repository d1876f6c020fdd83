import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { parseDocument } from '../src/policy/parse/parse-document';

const CASES = join(import.meta.dirname, 'golden', 'parse');

/** Adding a case is adding a folder with `input.html` and `expected.json`. */
const names = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .toSorted();

describe('the parser, case by case', () => {
  it.each(names)('reads %s as its folder says', (name) => {
    const input = readFileSync(join(CASES, name, 'input.html'), 'utf8');
    const expected: unknown = JSON.parse(readFileSync(join(CASES, name, 'expected.json'), 'utf8'));
    const { text, divisions, problems, leftOut } = parseDocument(input);
    expect({
      tree: divisions.map(({ id, kind, text: words }) => ({ id, kind, text: words })),
      problems,
      leftOut,
    }).toEqual(expected);
    for (const division of divisions) expect(text.slice(division.start, division.end)).toBe(division.text);
  });
});
