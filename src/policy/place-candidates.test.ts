import { describe, expect, it } from 'vitest';

import { divide } from './parse/divide';
import { type KnownName, placeCandidates } from './place-candidates';

const found = (paragraphs: string[], known: KnownName[] = []) => placeCandidates(divide(paragraphs).divisions, known);
const texts = (paragraphs: string[]): string[] => found(paragraphs).map(({ text }) => text);

describe('placeCandidates', () => {
  it('finds names by their endings and leaves off the verbs before them', () => {
    expect(
      texts(['一、任务', '（一）交通。改造东湖片区和甲路，修建一号线，推进乙河治理工程，加快甲县建设。']).toSorted(),
    ).toEqual(['一号线', '东湖片区', '乙河', '甲县', '甲路'].toSorted());
  });

  it('does not take common words for names', () => {
    expect(texts(['一、任务', '（一）交通。完善道路，改善城市，守住红线，建设重点工程。'])).toEqual([]);
  });

  it('counts a name, and says in which articles it stands', () => {
    const [lake] = found(['一、任务', '（一）湖。保护东湖片区。', '（二）路。东湖片区通车。']);
    expect(lake).toMatchObject({ text: '东湖片区', count: 2, articles: [1, 2], division: 'p1.a1.s1', kind: 'area' });
  });

  it('puts what a gazetteer knows first, the longest name at a spot', () => {
    const known: KnownName[] = [
      { text: '甲城', plan: 'first', place: 'town-a', located: true },
      { text: '甲城东', plan: 'first', place: 'toll', located: false },
    ];
    const [first, second] = found(['一、任务', '（一）站。在甲城东，改造乙路。'], known);
    expect([first?.text, first?.known.map(({ place }) => place)]).toEqual(['甲城东', ['toll']]);
    expect(second?.text).toBe('乙路');
  });

  it('finds English names', () => {
    expect(texts(['1. Land', 'The North Quay becomes a park beside Mill River.', '2. Roads', 'None.'])).toEqual([
      'North Quay',
      'Mill River',
    ]);
  });
});
