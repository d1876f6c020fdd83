import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { preparePlan } from '../geo/pipeline/plan-pipeline';
import { articleNumberOf } from '../src/policy/article-tree';

const { document, mentions, ambiguous, places } = await preparePlan(join(import.meta.dirname, '..'), 'kunming-2021');

const inArticle = (article: number): [string, string][] =>
  mentions
    .filter((mention) => articleNumberOf(mention.divisionId) === article)
    .map(({ exact, placeId }) => [exact, placeId]);
const articlesOf = (placeId: string): (number | null)[] => [
  ...new Set(mentions.filter((one) => one.placeId === placeId).map((one) => articleNumberOf(one.divisionId))),
];

describe('the links of the first plan', () => {
  it('are verbatim, each inside its division', () => {
    const byId = new Map(document.divisions.map((division) => [division.id, division]));
    expect(mentions.length).toBeGreaterThan(200);
    for (const { exact, start, end, divisionId } of mentions) {
      const division = byId.get(divisionId);
      expect(document.text.slice(start, end)).toBe(exact);
      expect(division?.text.slice(start - division.start, end - division.start)).toBe(exact);
    }
  });

  it('never overlap', () => {
    const inOrder = mentions.toSorted((a, b) => a.start - b.start);
    expect(inOrder.filter((mention, index) => mention.start < (inOrder[index - 1]?.end ?? 0))).toEqual([]);
    expect(ambiguous).toEqual([]);
  });

  it('lead to places of the plan and never to a station, a part or the background', () => {
    const roles = new Map(places.map((place) => [place.id, place.role]));
    expect(mentions.filter((mention) => roles.get(mention.placeId) !== 'place')).toEqual([]);
  });

  it('take 巫家坝片区 in article 11 for the area and not for a station of that name', () => {
    const offset = document.text.indexOf('巫家坝');
    const over = mentions.filter((mention) => mention.start <= offset && mention.end > offset);
    expect(over.map(({ exact, placeId }) => [exact, placeId])).toEqual([['巫家坝片区', 'wujiaba']]);
    expect(articlesOf('wujiaba')).toEqual([11]);
  });

  it('take 昆明西 in article 12 for the toll station and never for the city', () => {
    expect(inArticle(12)).toContainEqual(['昆明西', 'toll-kunming-west']);
    expect(articlesOf('toll-kunming-west')).toEqual([12]);
    const offset = document.text.indexOf('昆明西、小喜村');
    expect(offset).toBeGreaterThan(0);
    expect(mentions.filter((one) => one.start === offset).map((one) => one.placeId)).toEqual(['toll-kunming-west']);
    expect(inArticle(12).filter(([, placeId]) => placeId === 'kunming')).toEqual([['全市', 'kunming']]);
  });

  it('take 安宁线 for the metro line', () => {
    expect(mentions.filter((one) => one.exact.startsWith('安宁线')).map((one) => one.placeId)).toEqual([
      'metro-anning',
    ]);
  });

  it('take 新区 in article 11 for the new area, and 滇中新区 as one word', () => {
    const found = inArticle(11).filter(([exact]) => exact.endsWith('新区'));
    expect(found).toEqual([
      ['新区', 'dianzhong-new-area'],
      ['新区', 'dianzhong-new-area'],
      ['滇中新区', 'dianzhong-new-area'],
    ]);
  });

  it('find 呈贡 in articles 11 and 12 only', () => {
    expect(articlesOf('chenggong')).toEqual([11, 12]);
  });

  it('take 滇池绿道 and 滇池分级保护制度 for themselves and not for the lake', () => {
    expect(articlesOf('dianchi-greenway')).toEqual([15]);
    expect(inArticle(15).filter(([, placeId]) => placeId === 'dianchi')).toEqual([]);
    expect(inArticle(11).filter(([, placeId]) => placeId === 'dianchi')).toEqual([]);
    expect(articlesOf('dianchi')).toEqual([18]);
  });
});
