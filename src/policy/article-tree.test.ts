import { describe, expect, it } from 'vitest';

import { articleNumberOf, articleTree } from './article-tree';
import { divide } from './parse/divide';

const { divisions } = divide([
  '意见',
  '来源：甲报',
  '为了甲城。',
  '一、总则',
  '（一）甲。乙。丙。',
  '（二）丁。戊。',
  '二、分则',
  '（三）己。庚。',
]);
const tree = articleTree(divisions);

describe('articleTree', () => {
  it('keeps the head lines in order', () => {
    expect(tree.head.map((line) => line.text)).toEqual(['意见', '来源：甲报']);
  });

  it('puts articles under their part and the preamble in a part of its own', () => {
    expect(tree.parts.map((part) => [part.division.id, part.articles.map((article) => article.number)])).toEqual([
      ['p0', [0]],
      ['p1', [1, 2]],
      ['p2', [3]],
    ]);
  });

  it('puts sentences under their article', () => {
    expect(tree.articles.get(1)?.sentences.map((sentence) => sentence.text)).toEqual(['乙。', '丙。']);
    expect(tree.articles.get(0)?.sentences.map((sentence) => sentence.text)).toEqual(['为了甲城。']);
  });

  it('finds every division by its id', () => {
    expect(tree.byId.size).toBe(divisions.length);
    for (const division of divisions) expect(tree.byId.get(division.id)).toBe(division);
  });

  it('is empty for no divisions', () => {
    const empty = articleTree([]);
    expect([empty.head, empty.parts, empty.articles.size, empty.byId.size]).toEqual([[], [], 0, 0]);
  });
});

describe('articleNumberOf', () => {
  it.each([
    ['p3.a11', 11],
    ['p3.a11.s4', 11],
    ['p0', 0],
    ['p0.s2', 0],
    ['p0.a1', 1],
    ['h1', null],
    ['p3', null],
    ['p10', null],
  ])('of %s is %s', (id, number) => {
    expect(articleNumberOf(id)).toBe(number);
  });
});
