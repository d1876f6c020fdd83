import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { tinyPlan } from '../../tests/tiny-plan';
import type { Term } from '../contract/commitment';
import type { Mention } from '../contract/plan';
import { englishRuns } from './english-mentions';

const plan = tinyPlan();
const named = (id: string, en: string): [string, (typeof plan.places)[number]] => {
  const place = plan.places.find((one) => one.id === id);
  if (!place) throw new Error(`the tiny plan has no ${id}`);
  return [id, { ...place, name: { zh: id, en } }];
};
const places = new Map([named('town-a', 'Town'), named('town-b', 'Town Lake'), named('line-1', 'Line 1 (planned)')]);
const mention = (placeId: string): Mention => ({ placeId, divisionId: 'p1', exact: '', start: 0, end: 0 });
const term = (en: string): Term => ({ term: en, en, note: { zh: en, en } });
const links = (text: string, ...ids: string[]): string[] =>
  englishRuns(text, ids.map(mention), places)
    .filter(({ placeId }) => placeId !== null)
    .map((run) => `${run.placeId}: ${run.text}`);

describe('names of places in a translation', () => {
  it('are found as they stand in the gazetteer, whatever their case, without an explanation in brackets', () => {
    expect(links('Build line 1 to the TOWN.', 'line-1', 'town-a')).toEqual(['line-1: line 1', 'town-a: TOWN']);
  });

  it('are whole words, and the longest wins', () => {
    expect(links('Townships by Town Lake', 'town-a', 'town-b')).toEqual(['town-b: Town Lake']);
  });

  it('are only those that the original names there', () => {
    expect(links('Town and Line 1', 'line-1')).toEqual(['line-1: Line 1']);
  });

  it('are left to the place where a word of the trade stands in one, and each word is marked once', () => {
    const words = englishRuns('A lake in town is no Town Lake, and a lake.', [mention('town-b')], places, [
      term('lake'),
      term('lake in town'),
    ]).flatMap((run) => (run.term ? [`${run.term.en} ${run.start}`] : []));
    expect(words).toEqual(['lake in town 2', 'lake 38']);
  });

  it('joined again are the translation', () => {
    const words = fc.array(fc.constantFrom('Town', 'own', 'a b').map(term));
    fc.assert(
      fc.property(fc.string(), fc.array(fc.constantFrom(...places.keys())), words, (text, ids, terms) => {
        const runs = englishRuns(`${text} Town ${text}`, ids.map(mention), places, terms);
        expect(runs.map((run) => run.text).join('')).toBe(`${text} Town ${text}`);
        expect(runs.every((run) => `${text} Town ${text}`.startsWith(run.text, run.start))).toBe(true);
      }),
    );
  });
});
