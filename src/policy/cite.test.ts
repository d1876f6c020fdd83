import { expect, it } from 'vitest';

import { tinyPlan } from '../../tests/tiny-plan';
import { articleTree } from './article-tree';
import { quotationOf } from './cite';

const tree = articleTree(tinyPlan().document.divisions);

it('quotes sentences verbatim, in the order of the document, with the article they begin in', () => {
  expect(quotationOf(tree, ['p1.a2.s1', 'p1.a1.s1'])).toEqual({
    text: '建设甲城和乙城，改造东湖片区。修建一号线，支持东湖片区。',
    article: 1,
    divisionId: 'p1.a1.s1',
  });
});

it('has nothing to quote outside of the articles', () => {
  expect(quotationOf(tree, [])).toBeNull();
  expect(quotationOf(tree, ['p9.a9', 'h1'])).toBeNull();
});
