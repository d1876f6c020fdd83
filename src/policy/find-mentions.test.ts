import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Mention } from '../contract/plan';
import { findMentions, type NamedPlace } from './find-mentions';
import { divide } from './parse/divide';

/** A document with the given articles, each heading plus text. */
function link(articles: string[], places: NamedPlace[]): ReturnType<typeof findMentions> & { text: string } {
  const numerals = '一二三四五六七八九';
  const { text, divisions } = divide([
    '新城',
    '一、新城总则',
    ...articles.map((body, index) => `（${numerals.charAt(index)}）条。${body}`),
  ]);
  return { text, ...findMentions(text, divisions, places) };
}
const short = ({ mentions }: { mentions: Mention[] }): [string, string, string][] =>
  mentions.map(({ divisionId, exact, placeId }) => [divisionId, exact, placeId]);
const named = (id: string, ...names: NamedPlace['names']): NamedPlace => ({ id, names });

describe('findMentions', () => {
  it('lets the longest form win where two overlap, whichever place comes first', () => {
    const places = [named('town', { text: '安宁' }), named('line', { text: '安宁线' })];
    const expected = [
      ['p1.a1.s1', '安宁线', 'line'],
      ['p1.a1.s1', '安宁', 'town'],
    ];
    expect(short(link(['建安宁线到安宁。'], places))).toEqual(expected);
    expect(short(link(['建安宁线到安宁。'], places.toReversed()))).toEqual(expected);
  });

  it('searches the headings of parts and articles but not the head lines', () => {
    expect(short(link(['没有。'], [named('new', { text: '新城' })]))).toEqual([['p1', '新城', 'new']]);
    expect(short(link(['没有。'], [named('heading', { text: '条' })]))).toEqual([['p1.a1', '条', 'heading']]);
  });

  it('counts a form bound to articles only there', () => {
    expect(short(link(['路网。', '路网。', '路网。'], [named('x', { text: '路网', articles: [2] })]))).toEqual([
      ['p1.a2.s1', '路网', 'x'],
    ]);
  });

  it('finds article 0 in the opening paragraph and does not find it in a part heading', () => {
    const { text, divisions } = divide(['意见', '滇中。', '一、滇中', '（一）条。滇中。']);
    const { mentions } = findMentions(text, divisions, [named('x', { text: '滇中', articles: [0] })]);
    expect(mentions.map((mention) => mention.divisionId)).toEqual(['p0.s1']);
  });

  it('asks for the characters before and after', () => {
    expect(short(link(['老城路网、新的路网。'], [named('x', { text: '路网', before: '老城' })]))).toHaveLength(1);
    const after = link(['昆西、小村，昆西站。'], [named('x', { text: '昆西', after: '、小村' })]);
    expect(after.mentions.map((mention) => after.text.slice(mention.end, mention.end + 1))).toEqual(['、']);
  });

  it('finds every occurrence in a sentence, in reading order', () => {
    const { mentions } = link(['甲城、乙城、甲城。'], [named('b', { text: '乙城' }), named('a', { text: '甲城' })]);
    expect(mentions.map((mention) => mention.placeId)).toEqual(['a', 'b', 'a']);
  });

  it('names both places where two claim the same words, and links the first', () => {
    const { mentions, ambiguous } = link(
      ['建甲城。'],
      [named('one', { text: '甲城' }), named('two', { text: '甲城' })],
    );
    expect(ambiguous).toEqual([{ divisionId: 'p1.a1.s1', exact: '甲城', placeIds: ['one', 'two'] }]);
    expect(mentions.map((mention) => mention.placeId)).toEqual(['one']);
  });

  it('does not call one place ambiguous with itself, nor a form inside a longer one', () => {
    const twice = [named('one', { text: '甲城' }, { text: '甲城', articles: [1] }), named('two', { text: '甲' })];
    expect(link(['建甲城。'], twice).ambiguous).toEqual([]);
  });

  it('gives mentions that are verbatim, lie in their division, never overlap and stand in order', () => {
    const word = (min: number): fc.Arbitrary<string> =>
      fc.string({ unit: fc.constantFrom(...'甲乙丙'), minLength: min, maxLength: 4 });
    const form = fc.record({ text: word(1), before: word(0), after: word(0) });
    const places = fc
      .array(fc.array(form, { maxLength: 3 }), { maxLength: 5 })
      .map((list) => list.map((names, index) => named(`p${index}`, ...names)));
    const bodies = fc.array(fc.string({ unit: fc.constantFrom(...'甲乙丙。，'), maxLength: 30 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(bodies, places, (articles, named_) => {
        const numerals = '一二三四';
        const { text, divisions } = divide([
          '一、总则',
          ...articles.map((body, index) => `（${numerals.charAt(index)}）条。${body}`),
        ]);
        const byId = new Map(divisions.map((division) => [division.id, division]));
        let at = 0;
        for (const { exact, start, end, divisionId, placeId } of findMentions(text, divisions, named_).mentions) {
          const division = byId.get(divisionId);
          expect(text.slice(start, end)).toBe(exact);
          expect(start).toBeGreaterThanOrEqual(Math.max(at, division?.start ?? Infinity));
          expect(end).toBeLessThanOrEqual(division?.end ?? -1);
          expect(
            named_
              .find((place) => place.id === placeId)
              ?.names.some(
                (name) =>
                  name.text === exact &&
                  text.slice(0, start).endsWith(name.before ?? '') &&
                  text.startsWith(name.after ?? '', end),
              ),
          ).toBe(true);
          at = end;
        }
      }),
      { numRuns: 400 },
    );
  });
});
