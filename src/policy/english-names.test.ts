import { describe, expect, it } from 'vitest';

import { englishNames, findEnglishName, plainEnglishName } from './english-names';

describe('English names', () => {
  it('leave out the bracket that explains, and only at the end', () => {
    expect(plainEnglishName('Airport hub (Changshui Airport)')).toBe('Airport hub');
    expect(plainEnglishName('China (North) Pilot Zone')).toBe('China (North) Pilot Zone');
  });

  it('come with the forms of the translation, the longest first', () => {
    const name = { zh: '甲城', en: 'Town A (old)' };
    expect(englishNames({ name })).toEqual(['Town A']);
    expect(englishNames({ name, enNames: ['A', 'the whole of Town A'] })).toEqual([
      'the whole of Town A',
      'Town A',
      'A',
    ]);
  });

  it.each<[text: string, name: string, at: number | null]>([
    ['Improve Green Lake.', 'Green Lake', 8],
    ['Tree-lined avenues', 'tree-lined avenues', 0],
    ['improve green lake', 'Green Lake', 8],
    ['the province’s core', 'the province', 0],
    ['the new areas', 'new area', null],
    ['renew area, new area', 'new area', 12],
    ['“three olds” renewal', '“three olds” renewal', 0],
    ['clusters (office-tower) of Town A', 'clusters (office-tower)', 0],
    ['Line 71 and Line 7', 'Line 7', 12],
    ['nothing', 'Town A', null],
  ])('in “%s”, %s stands at %s', (text, name, at) => {
    expect(findEnglishName(text, name)).toBe(at);
  });
});
