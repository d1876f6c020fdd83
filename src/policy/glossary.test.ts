import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { tinyPlan } from '../../tests/tiny-plan';
import type { Term } from '../contract/commitment';
import { articleTree } from './article-tree';
import { mentionsByDivision, runsOf } from './evidence';
import { glossaryMarks } from './glossary';

const { document, mentions } = tinyPlan();
const tree = articleTree(document.divisions);
const byDivision = mentionsByDivision(mentions);
const term = (word: string): Term => ({ term: word, en: word, note: { zh: '注', en: 'note' } });
const words = (...terms: string[]): string[] =>
  [...glossaryMarks(tree, byDivision, terms.map(term))].flatMap(([id, marks]) =>
    marks.map(({ start, end }) => `${id} ${document.text.slice(start, end)}`),
  );

describe('words of the glossary in the text', () => {
  it('are marked where they first stand in an article', () => {
    expect(words('建设', '交通')).toEqual(['p1.a1.s1 建设', 'p1.a2 交通']);
  });

  it('are left alone inside the name of a place', () => {
    expect(words('东湖', '片区')).toEqual([]);
  });

  it('the longest wins where two overlap', () => {
    expect(words('优化', '优化布局')).toEqual(['p1.a1 优化布局']);
  });

  it('cut the text without losing a character, whatever the words are', () => {
    const slice = fc
      .tuple(fc.nat(document.text.length - 1), fc.integer({ min: 1, max: 6 }))
      .map(([at, length]) => document.text.slice(at, at + length));
    fc.assert(
      fc.property(fc.array(slice, { maxLength: 8 }), (list) => {
        const marks = glossaryMarks(tree, byDivision, list.map(term));
        for (const division of document.divisions) {
          const runs = runsOf(division, byDivision.get(division.id) ?? [], marks.get(division.id));
          expect(runs.map(({ text }) => text).join('')).toBe(division.text);
        }
      }),
    );
  });
});
