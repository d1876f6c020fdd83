import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Mention } from '../contract/plan';
import type { Place } from '../contract/place';
import { articleTree } from './article-tree';
import { evidenceIndex, evidenceOf, mentionsByDivision, placesByArticle, runsOf } from './evidence';
import { findMentions } from './find-mentions';
import { divide } from './parse/divide';

function place(id: string, more: Partial<Place> = {}): Place {
  return {
    id,
    role: 'place',
    name: { zh: id, en: id },
    kind: 'point',
    theme: 'theme',
    hue: 'grey',
    idealisation: 'exact',
    accuracyM: null,
    source: { method: 'derived', from: ['source'], on: '2026-01-01' },
    aliases: [],
    articles: [],
    bbox: null,
    labelAt: null,
    ...more,
  };
}

const { text, divisions } = divide([
  '甲城意见',
  '为了甲城。',
  '一、甲城',
  '（一）甲城。乙湖和乙湖。甲城。',
  '（二）丙。丁线。',
]);
const { mentions } = findMentions(text, divisions, [
  { id: 'city', names: [{ text: '甲城' }] },
  { id: 'lake', names: [{ text: '乙湖' }] },
  { id: 'line', names: [{ text: '丁线' }] },
]);
const index = evidenceIndex(articleTree(divisions), mentions);
const places = new Map(
  [
    place('city', { kind: 'whole-plan' }),
    place('lake'),
    place('line'),
    place('station', { role: 'part', partOf: 'line' }),
    place('shore', { impliedBy: 'lake' }),
    place('beach', { impliedBy: 'shore' }),
    place('self', { impliedBy: 'self' }),
    place('lost', { impliedBy: 'nowhere' }),
  ].map((one) => [one.id, one]),
);
const ask = (id: string): [string[], string | null] => {
  const found = evidenceOf(places.get(id) ?? place(id), places, index);
  return [found.evidence.map((one) => one.division.id), found.impliedBy?.id ?? null];
};

describe('evidenceIndex', () => {
  it('lists the sentences and headings of articles, in reading order, and no part heading', () => {
    expect(index.get('city')?.map(({ division, article }) => [division.id, article])).toEqual([
      ['p0.s1', 0],
      ['p1.a1', 1],
      ['p1.a1.s2', 1],
    ]);
  });

  it('lists a sentence once, with every word in it that names the place', () => {
    expect(index.get('lake')?.map((one) => one.mentions.map((mention) => mention.exact))).toEqual([['乙湖', '乙湖']]);
  });

  it('passes over a mention whose division does not exist', () => {
    const stray = [{ placeId: 'x', divisionId: 'p9.a9.s9', exact: '甲', start: 0, end: 1 }];
    expect(evidenceIndex(articleTree(divisions), stray).size).toBe(0);
  });
});

describe('evidenceOf', () => {
  it('gives the sentences that name the place itself', () => {
    expect(ask('lake')).toEqual([['p1.a1.s1'], null]);
  });

  it('gives those of the covering place for one that is only implied, and of the line for its station', () => {
    expect(ask('shore')).toEqual([['p1.a1.s1'], 'lake']);
    expect(ask('station')).toEqual([['p1.a2.s1'], 'line']);
  });

  it('follows a chain to the place that the text does name', () => {
    expect(ask('beach')).toEqual([['p1.a1.s1'], 'lake']);
  });

  it('gives nothing where nothing leads to a sentence', () => {
    expect(ask('self')).toEqual([[], null]);
    expect(ask('lost')).toEqual([[], null]);
  });
});

describe('runsOf', () => {
  it('cuts a sentence at its mentions', () => {
    const division = divisions.find((one) => one.id === 'p1.a1.s1');
    const own = mentions.filter((mention) => mention.divisionId === 'p1.a1.s1');
    expect(division && runsOf(division, own).map((run) => [run.text, run.mention?.placeId ?? null])).toEqual([
      ['乙湖', 'lake'],
      ['和', null],
      ['乙湖', 'lake'],
      ['。', null],
    ]);
  });

  it('gives runs that joined again are the text, whatever is linked', () => {
    const arbitrary = fc.record({
      words: fc.string({ unit: fc.constantFrom(...'甲乙丙丁'), minLength: 1, maxLength: 30 }),
      start: fc.nat({ max: 500 }),
      cuts: fc.array(fc.nat({ max: 30 }), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(arbitrary, ({ words, start, cuts }) => {
        const at = [...new Set(cuts.filter((cut) => cut <= words.length))].toSorted((a, b) => a - b);
        const linked = at.flatMap((from, i): Mention[] => {
          const to = at[i + 1];
          if (to === undefined || i % 2 === 1) return [];
          return [
            { placeId: 'x', divisionId: 'd', exact: words.slice(from, to), start: start + from, end: start + to },
          ];
        });
        const division = {
          id: 'd',
          kind: 'sentence',
          parent: null,
          label: null,
          ordinal: 1,
          text: words,
          start,
          end: start + words.length,
        } as const;
        const runs = runsOf(division, linked);
        expect(runs.map((run) => run.text).join('')).toBe(words);
        expect(runs.flatMap((run) => run.mention ?? [])).toEqual(linked);
        expect(runs.every((run) => run.text !== '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('mentionsByDivision', () => {
  it('holds every mention once, under its division, in order', () => {
    const byDivision = mentionsByDivision(mentions);
    expect([...byDivision.values()].flat()).toEqual(mentions);
    for (const [id, list] of byDivision) expect(list.every((mention) => mention.divisionId === id)).toBe(true);
  });
});

describe('placesByArticle', () => {
  it('gives each place once, in reading order, without the whole plan', () => {
    const byArticle = placesByArticle(mentions, places);
    expect(byArticle.get(1)).toEqual(['lake']);
    expect(byArticle.get(2)).toEqual(['line']);
    expect(byArticle.has(0)).toBe(false);
  });
});
