import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { splitSentences } from './split-sentences';

const text = fc.string({
  unit: fc.constantFrom(...'甲乙丙丁，；、。！？（）“”‘’《》「」『』 　a1.!?\n'),
  maxLength: 60,
});

describe('splitSentences', () => {
  it('gives pieces that joined again are the paragraph', () => {
    fc.assert(
      fc.property(text, (paragraph) => {
        expect(splitSentences(paragraph).join('')).toBe(paragraph);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives no empty piece, and every piece but the last ends with a stop and what closes after it', () => {
    fc.assert(
      fc.property(text, (paragraph) => {
        const pieces = splitSentences(paragraph);
        for (const piece of pieces) expect(piece).not.toBe('');
        for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(/[。！？][）”’》」』]*$/u);
      }),
      { numRuns: 1000 },
    );
  });

  it.each<[string, string, string[]]>([
    ['cuts after each kind of stop', '甲。乙！丙？丁', ['甲。', '乙！', '丙？', '丁']],
    ['keeps a closing quote with its sentence', '他说：“甲。”乙。', ['他说：“甲。”', '乙。']],
    ['keeps several closing marks with the sentence', '（他说：“甲。”）乙。', ['（他说：“甲。”）', '乙。']],
    ['does not cut at a stop inside brackets that go on', '建设（甲。乙）片区。丙。', ['建设（甲。乙）片区。', '丙。']],
    ['does not cut at a stop inside quotes that go on', '叫“甲！乙”的片区。', ['叫“甲！乙”的片区。']],
    ['does not cut at a comma, a semicolon or a colon', '甲，乙；丙：丁。', ['甲，乙；丙：丁。']],
    ['does not take an ASCII stop for one', '增长3.5个百分点.好。', ['增长3.5个百分点.好。']],
    ['survives a closing bracket that was never opened', '甲）乙。丙。', ['甲）乙。', '丙。']],
    ['keeps counting brackets after one that was never opened', '甲）乙（丙。丁）戊。', ['甲）乙（丙。丁）戊。']],
    ['gives the rest without a stop as a piece of its own', '甲。乙', ['甲。', '乙']],
    ['gives nothing for nothing', '', []],
  ])('%s', (_, paragraph, pieces) => {
    expect(splitSentences(paragraph)).toEqual(pieces);
  });
});

describe('stops inside brackets', () => {
  it('a bracket that closes after its own stop does not end the sentence around it', () => {
    expect(splitSentences('强化TOD（以公共交通为导向。）项目。支持存量。')).toEqual([
      '强化TOD（以公共交通为导向。）项目。',
      '支持存量。',
    ]);
  });
});
