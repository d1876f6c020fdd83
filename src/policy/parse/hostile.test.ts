import { readdirSync, readFileSync } from 'node:fs';

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { fuzzRuns } from '../../../tests/fuzz-runs';
import { formOf, parseDocument } from './parse-document';

const RUNS = fuzzRuns(2000);
const GOLDEN = new URL('../../../tests/golden/parse/', import.meta.url);
const documents = readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' })
  .filter((file) => /input\.(?:txt|html|md)$/u.test(file))
  .map((file) => readFileSync(new URL(file, GOLDEN), 'utf8').slice(0, 4000));

/** Pieces of documents and of what documents are made to look like, in any order. */
const PIECES = [
  ...'第一条章节（）、。！？“”\t\n 　#*_`|-<>&;"\'[]()1２①AⅣ',
  '第一章 ',
  '（一）',
  '附件',
  '目录\n',
  '---\n',
  '<!--',
  '-->',
  '<p>',
  '</p>',
  '<table><tr><td>',
  '<div hidden>',
  '<script>window.name=1</script>',
  '<svg onload=alert(1)>',
  '&#0;&#x110000;&lt;',
  '__proto__',
  'constructor',
  '\u0000\uFEFF\uFFFD\u202E',
  '\uD800',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .tuple(fc.constantFrom(...documents), fc.nat(4000), fc.constantFrom(...PIECES))
    .map(([document, at, piece]) => `${document.slice(0, at)}${piece}${document.slice(at)}`),
);

it(
  'any text is a document: nothing is thrown or polluted, and every sentence stands in the text where it says',
  () => {
    fc.assert(
      fc.property(text, fc.constantFrom('html', 'markdown', 'plain', null), (source, given) => {
        const { text: whole, divisions } = parseDocument(source, given ?? formOf(source, 'a.md'));
        for (const { start, end, text: words } of divisions) expect(whole.slice(start, end)).toBe(words);
        expect(new Set(divisions.map(({ id }) => id)).size).toBe(divisions.length);
        expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      }),
      { numRuns: RUNS },
    );
  },
  12 * RUNS + 10_000,
);
