import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { searchData } from '../../geo/pipeline/steps/read-names';
import { COMMITMENT, feature, square, tinyPlan } from '../../tests/tiny-plan';
import type { Lang, Localized } from '../contract/localized';
import type { GazetteerFeature } from '../contract/features';
import { articleTree } from './article-tree';
import { buildSearch, MAX_QUERY, type Search, type SearchResults } from './search';
import type { Marked } from './search/marks';

const area = (id: string, name: Localized, aliases: string[], articles: number[] = []): GazetteerFeature =>
  feature(id, square(102, 25, 0.1), { name, aliases, articles, names: [{ text: name.zh }], theme: 'project' });

const FEATURES = [
  area('town-a', { zh: '甲城', en: 'Town A' }, [], [1]),
  area('lake-park', { zh: '翠湖公园', en: 'Green Lake Park' }, []),
  area('lake', { zh: '翠湖', en: 'Green Lake (Cuihu)' }, ['九龙池'], [2]),
  area('square', { zh: '长湖广场', en: 'Long Lake Square' }, []),
  area('airport', { zh: '巫家坝片区', en: 'Wujiaba area' }, ['巫家坝'], [1]),
  feature('stop', square(102, 25, 0.1), {
    role: 'part',
    partOf: 'airport',
    name: { zh: '巫家坝', en: 'Wujiaba stop' },
    theme: 'project',
  }),
  feature('unbuilt', null, { name: { zh: '翠湖博物馆', en: 'Lake museum' }, theme: 'project', names: [] }),
];
const PARAGRAPHS = [
  '关于甲城的意见',
  '一、总体要求',
  '（一）优化布局。建设甲城和巫家坝片区，改造老旧小区。完善保护制度，提升水环境。',
  '（二）保护翠湖。提升翠湖水环境，支持“三张牌”。到2025年，建成绿道100公里。',
  '（十一）畅通交通。修建轨道交通8号线。',
];
const TRANSLATION = {
  'p1.a2': 'Protect Green Lake.',
  'p1.a2.s1': 'Improve the water of Green Lake and support the “three cards”.',
};

async function tinySearch(): Promise<Search> {
  const { document, places } = tinyPlan({ features: FEATURES, paragraphs: PARAGRAPHS });
  return buildSearch({
    tree: articleTree(document.divisions),
    places,
    readings: searchData(places).readings,
    commitments: [
      {
        ...COMMITMENT,
        division: 'p1.a2.s1',
        quote: '提升翠湖水环境',
        summary: { zh: '改善翠湖的水质。', en: 'Improve the water of Green Lake.' },
      },
    ],
    translation: TRANSLATION,
    glossary: [
      { term: '三张牌', en: 'three cards', note: { zh: '三个方向。', en: 'Three lines.' } },
      { term: '没有的词', en: 'absent', note: { zh: '无', en: 'none' } },
    ],
  });
}

const search = await tinySearch();
const placeIds = (query: string, lang: Lang = 'zh'): string[] =>
  search(query, lang).places.hits.map((hit) => hit.place.id);
const divisionIds = (query: string, lang: Lang = 'zh'): string[] =>
  search(query, lang).passages.hits.map((hit) => hit.division.id);
const cut = ({ text, marks }: Marked): string[] => marks.map(([start, end]) => text.slice(start, end));

describe('finding places', () => {
  it.each([
    ['翠湖', 'lake'],
    ['cuihu', 'lake'],
    ['cui hu', 'lake'],
    ["CUI'HU", 'lake'],
    ['ｃｕｉｈｕ', 'lake'],
    ['ch', 'lake'],
    ['九龙池', 'lake'],
    ['jiulongchi', 'lake'],
    ['Green Lake', 'lake'],
    ['the green lake', 'lake'],
    ['wujiaba', 'airport'],
    ['wjb', 'airport'],
    ['巫家坝', 'airport'],
    ['changhu', 'square'],
    ['lake sqare', 'square'],
  ])('%s leads first to %s', (query, id) => {
    expect(placeIds(query)[0]).toBe(id);
  });

  it('forgives a slip of the finger in English, and marks the word that was meant', () => {
    expect(placeIds('Wujaba').toSorted()).toEqual(['airport', 'stop']);
    expect(search('Wujaba', 'en').places.hits.map((hit) => cut(hit.en))).toEqual([['Wujiaba'], ['Wujiaba']]);
  });

  it('puts a name before names that begin with it, and these before names that contain it', () => {
    expect(placeIds('翠湖')).toEqual(['lake', 'lake-park', 'unbuilt']);
    expect(placeIds('湖').toSorted()).toEqual(['lake', 'lake-park', 'square', 'unbuilt']);
    expect(placeIds('公园')).toEqual(['lake-park']);
  });

  it('puts what is drawn before what is not, and a place before a part of one', () => {
    expect(placeIds('翠湖').at(-1)).toBe('unbuilt');
    expect(placeIds('巫家坝')).toEqual(['airport', 'stop']);
  });

  it('marks why a place was found', () => {
    const [byName] = search('cui', 'zh').places.hits;
    expect(byName && cut(byName.zh)).toEqual(['翠']);
    expect(byName && cut(byName.en)).toEqual(['Cui']);
    const [byAlias] = search('jlc', 'zh').places.hits;
    expect(byAlias?.place.id).toBe('lake');
    expect(byAlias?.alias && cut(byAlias.alias)).toEqual(['九龙池']);
    expect(search('翠湖', 'zh').places.hits[0]?.alias).toBeNull();
  });
});

describe('finding text', () => {
  it('puts headings before sentences', () => {
    expect(divisionIds('翠湖')).toEqual(['p1.a2', 'p1.a2.s1']);
  });

  it('puts a text with the very words before one that only has their pieces', () => {
    expect(divisionIds('保护制度')).toEqual(['p1.a1.s2']);
    expect(divisionIds('水环境').toSorted()).toEqual(['p1.a1.s2', 'p1.a2.s1']);
  });

  it('finds one character, numbers, and words in either language', () => {
    expect(divisionIds('旧')).toEqual(['p1.a1.s1']);
    expect(divisionIds('2025')).toEqual(['p1.a2.s2']);
    expect(divisionIds('8号线')).toEqual(['p1.a11.s1']);
    const [hit] = search('improve water', 'zh').passages.hits;
    expect(hit?.shown.lang).toBe('en');
    expect(hit && cut(hit.shown)).toEqual(['Improve', 'water']);
  });

  it('falls back to texts that have most of the words', () => {
    expect(divisionIds('提升翠湖的建设')).toContain('p1.a2.s1');
  });

  it.each(['第十一条', '十一条', '第11条', 'article 11', 'Art. 11'])(
    '%s leads to the article of that number',
    (query) => {
      expect(search(query, 'en').passages.hits[0]).toMatchObject({ article: 11, division: { kind: 'article' } });
    },
  );

  it('finds commitments by their words and their summaries', () => {
    expect(search('水质', 'zh').commitments.hits.map((hit) => hit.commitment.id)).toEqual(['c1-01']);
    expect(search('提升翠湖', 'zh').commitments.hits.map(({ shown }) => shown.text)).toEqual(['提升翠湖水环境']);
    expect(search('green lake', 'en').commitments.hits.map(({ shown }) => shown.lang)).toEqual(['en']);
  });

  it('explains a term and knows its first use; one that the document never uses is left out', () => {
    expect(search('三张牌', 'zh').terms.hits).toMatchObject([
      { term: { term: '三张牌' }, division: { id: 'p1.a2.s1' } },
    ]);
    expect(search('three', 'en').terms.total).toBe(1);
    expect(search('absent', 'en').terms.total).toBe(0);
  });

  it('finds what is there when something else could not be loaded', async () => {
    const { document } = tinyPlan({ features: FEATURES, paragraphs: PARAGRAPHS });
    const tree = articleTree(document.divisions);
    const poor = await buildSearch({ tree, places: [], readings: {}, commitments: [], translation: {}, glossary: [] });
    expect(poor('翠湖', 'en').passages.total).toBe(2);
  });
});

describe('any query', () => {
  it.each(['', '   ', '、。！', '\u0000', '🙂', '\ud83d'])('“%s” is answered with nothing', (query) => {
    expect(search(query, 'zh').total).toBe(0);
  });

  it('finds nothing for nonsense', () => {
    expect(search('qqqzzz', 'en').total).toBe(0);
    expect(search('魑魅魍魉', 'zh').total).toBe(0);
  });

  it('is looked at up to its limit, and no pattern makes it slow', () => {
    const started = performance.now();
    for (const unit of ['a', '翠湖', 'a ', '第十', '(', 'ü', '湖 a']) search(unit.repeat(20_000), 'zh');
    expect(performance.now() - started).toBeLessThan(2000);
    expect(search(`翠湖${' '.repeat(MAX_QUERY)}甲城`, 'zh')).toEqual(search('翠湖', 'zh'));
  });

  it('never throws, counts what it finds, and marks only stretches of what it shows', { timeout: 30_000 }, () => {
    const word = fc.constantFrom(
      '翠湖',
      '湖',
      'cuihu',
      'ch',
      'lake',
      '第',
      '条',
      '8号线',
      '（',
      '*',
      '\\',
      '[',
      'Ｔ',
      'ü',
      ' ',
    );
    const query = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.array(word, { maxLength: 6 }).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(query, fc.constantFrom<Lang>('zh', 'en'), (text, lang) => {
        const found = search(text, lang);
        expect(found.total).toBe(
          found.places.total + found.passages.total + found.commitments.total + found.terms.total,
        );
        for (const shown of shownOf(found)) {
          for (const [start, end] of shown.marks) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(shown.text.length);
          }
        }
      }),
      { numRuns: 2500 },
    );
  });
});

function shownOf({ places, passages, commitments, terms }: SearchResults): Marked[] {
  return [
    ...places.hits.flatMap(({ zh, en, alias }) => (alias ? [zh, en, alias] : [zh, en])),
    ...passages.hits.map((hit) => hit.shown),
    ...commitments.hits.map((hit) => hit.shown),
    ...terms.hits.flatMap(({ zh, en }) => [zh, en]),
  ];
}
