import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { divide } from './divide';
import type { ParseProblem } from './parse-problem';

const reasons = (problems: readonly ParseProblem[]): [number, string][] =>
  problems.map(({ line, reason }) => [line, reason]);
const ids = (paragraphs: string[]): string[] => divide(paragraphs).divisions.map((division) => division.id);

const CLEAN = [
  '关于甲城的意见',
  '（2021年）',
  '为了甲城，提出意见。',
  '一、总则',
  '（一）指导思想。建设甲城。',
  '二、产业',
  '（二）做强产业。发展。',
];

/** What lines of the random documents begin with. */
const NUMBERS =
  '|一、|二、|（一）|（二）|（三）|第一章　|第二节 |第一条　|第二条|1.|2.1 |(1)|附件1|附件：|目录|2030年1月1日|Article 1. |甲\t|注：'.split(
    '|',
  );

describe('divide', () => {
  it('builds head, preamble, parts, articles and sentences in the order of the document', () => {
    const { divisions, problems } = divide(CLEAN);
    expect(problems).toEqual([]);
    expect(divisions.map(({ id, kind, parent, ordinal, label }) => [id, kind, parent, ordinal, label])).toEqual([
      ['h1', 'head', null, 1, null],
      ['h2', 'head', null, 2, null],
      ['p0', 'preamble', null, 0, null],
      ['p0.s1', 'sentence', 'p0', 1, null],
      ['p1', 'part', null, 1, '一'],
      ['p1.a1', 'article', 'p1', 1, '（一）'],
      ['p1.a1.s1', 'sentence', 'p1.a1', 1, null],
      ['p2', 'part', null, 2, '二'],
      ['p2.a2', 'article', 'p2', 2, '（二）'],
      ['p2.a2.s1', 'sentence', 'p2.a2', 1, null],
    ]);
  });

  it('takes away the indentation and nothing else', () => {
    const { text } = divide(['　　一、总 则　', ' 　（一）甲。　乙　丙。']);
    expect(text).toBe('一、总 则\n（一）甲。　乙　丙。');
  });

  it('counts the sentences of an article on through its second paragraph', () => {
    expect(ids(['一、总则', '（一）甲。乙。', '丙。丁。', '（二）戊。己。'])).toEqual([
      'p1',
      'p1.a1',
      'p1.a1.s1',
      'p1.a1.s2',
      'p1.a1.s3',
      'p1.a2',
      'p1.a2.s1',
    ]);
  });

  it('puts several opening paragraphs under one preamble', () => {
    expect(ids(['甲的意见', '乙。', '丙。', '一、丁'])).toEqual(['h1', 'p0', 'p0.s1', 'p0.s2', 'p1', 'p1.a1']);
  });

  it.each<[string, string[], [number, string][]]>([
    ['a part out of order', ['一、甲', '（一）乙。丙。', '三、丁', '（二）戊。己。'], [[3, 'number-out-of-order']]],
    ['an article out of order', ['一、甲', '（一）乙。丙。', '（三）丁。戊。'], [[3, 'number-out-of-order']]],
    ['an article number used twice', ['一、甲', '（一）乙。丙。', '（一）丁。戊。'], [[3, 'number-out-of-order']]],
    ['an article outside any part', ['（一）乙。丙。', '一、甲', '（二）丁。戊。'], [[1, 'article-outside-part']]],
    ['an article that is only a heading', ['一、甲', '（一）乙'], [[2, 'article-without-heading']]],
  ])('reports %s with its line', (_, paragraphs, expected) => {
    expect(reasons(divide(paragraphs).problems)).toEqual(expected);
  });

  it('gives offsets at which the text of every division stands', () => {
    const line = fc.tuple(
      fc.constantFrom('', '　　', ' '),
      fc.constantFrom(...NUMBERS),
      fc.string({ unit: fc.constantFrom(...'甲乙丙。！（）“”，'), minLength: 1, maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 16 }), (lines) => {
        const { text, divisions } = divide(lines.map((parts) => parts.join('')));
        for (const division of divisions) expect(text.slice(division.start, division.end)).toBe(division.text);
        expect(new Set(divisions.map((division) => division.id)).size).toBe(divisions.length);
        const numbers = divisions.filter(({ kind }) => kind === 'article').map(({ ordinal }) => ordinal);
        expect(new Set(numbers).size).toBe(numbers.length);
        const leaves = divisions.map((division) => division.text).join('');
        expect(leaves).toBe(text.replaceAll('\n', ''));
      }),
      { numRuns: 1500 },
    );
  });
});
