import { describe, expect, it } from 'vitest';

import { changed, LAKE_AREA, tinyPlan, type TinyPlan, TOWN_A } from '../../tests/tiny-plan';
import { type SharingPlan, sharedPlaces } from './shared-places';

function sharing(options: TinyPlan = {}): SharingPlan {
  const { plan, document, mentions, places } = tinyPlan(options);
  return { document: { plan, divisions: document.divisions, mentions }, gazetteer: { places } };
}
const OWN = sharing();
const other = (change: Parameters<typeof changed>[1], id = LAKE_AREA.id): SharingPlan =>
  sharing({ plan: { id: 'other' }, features: [TOWN_A, { ...changed(LAKE_AREA, change), id }] });
const said = (shared: ReturnType<typeof sharedPlaces>): [string, string[]][] =>
  Object.entries(shared.places).map(([id, words]) => [id, words.map(({ plan, place }) => `${plan}/${place}`)]);

describe('places that plans share', () => {
  it('are those of one id and one name, with what the other plan says of them', () => {
    const shared = sharedPlaces(OWN, [other({})]);
    expect(said(shared)).toEqual([
      ['town-a', ['other/town-a']],
      ['lake-area', ['other/lake-area']],
    ]);
    expect(shared.places['lake-area']?.[0]?.said).toEqual([
      { article: 1, label: '（一）', division: 'p1.a1.s1', quote: '建设甲城和乙城，改造东湖片区。' },
      { article: 2, label: '（二）', division: 'p1.a2.s1', quote: '修建一号线，支持东湖片区。' },
    ]);
  });

  it('are not those of one id that are called differently', () => {
    const named = other({ name: { zh: '另一个湖', en: 'Another lake' } });
    expect(said(sharedPlaces(OWN, [named])).map(([id]) => id)).toEqual(['town-a']);
  });

  it('are those of which either plan says so, or of which both say that they are the same third', () => {
    const name = { zh: '湖', en: 'Lake' };
    const saying = other({ name, sameAs: 'tiny/lake-area' }, 'lake');
    expect(said(sharedPlaces(OWN, [saying]))).toContainEqual(['lake-area', ['other/lake']]);
    expect(said(sharedPlaces(saying, [OWN]))).toContainEqual(['lake', ['tiny/lake-area']]);
    const third = sharing({ features: [TOWN_A, changed(LAKE_AREA, { sameAs: 'third/lake' })] });
    expect(said(sharedPlaces(third, [other({ name, sameAs: 'third/lake' }, 'lake')]))).toContainEqual([
      'lake-area',
      ['other/lake'],
    ]);
  });

  it('are none where there is one plan', () => {
    expect(sharedPlaces(OWN, [])).toEqual({ places: {} });
  });
});
