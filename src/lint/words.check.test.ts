import { describe, expect, it } from 'vitest';

import {
  changed,
  COMMITMENT,
  FEATURES,
  LAKE_AREA,
  LINE_1,
  PROGRESS,
  type TinyPlan,
  tinyPlan,
  TOWN_A,
  TOWN_B,
} from '../../tests/tiny-plan';
import type { Commitment, Term } from '../contract/commitment';
import type { PlacedPlan } from '../../geo/pipeline/draft';
import type { Words } from './check';
import { checkPlan } from './rules';

const TERM: Term = { term: '片区', en: 'area', note: { zh: '城市中的一块地方。', en: 'A piece of a city.' } };

function withWords(words: Partial<Words>, options?: TinyPlan): PlacedPlan {
  const plan = tinyPlan(options);
  return { ...plan, words: { commitments: [], progress: [], translation: [], glossary: [], problems: [], ...words } };
}

/** A sentence that names every place of the tiny plan. */
const ENGLISH = FEATURES.map(({ properties }) => properties.name.en).join(', ');

const codes = (plan: PlacedPlan): string[] => checkPlan(plan).map(({ code, id }) => `${code} ${id}`);

describe('the tables of a plan', () => {
  it('sound ones are not complained about', () => {
    expect(codes(withWords({ commitments: [COMMITMENT], progress: [PROGRESS], glossary: [TERM] }))).toEqual([]);
  });

  it.each<[string, Partial<Commitment>]>([
    ['TC020 c1-01', { quote: '改造西湖片区' }],
    ['TC020 c1-01', { division: 'p9.a9.s9' }],
    ['TC021 c1-01', { deadline: '2025-12-31' }],
    ['TC021 c1-01', { deadlineText: '三年内' }],
    ['TC022 c1-01', { scope: 'unlocated' }],
  ])('%s: a commitment with %j', (expected, change) => {
    expect(codes(withWords({ commitments: [{ ...COMMITMENT, ...change }] }))).toEqual([expected]);
  });

  it('TC020: a commitment names an unknown place, or shares its id', () => {
    expect(codes(withWords({ commitments: [{ ...COMMITMENT, places: ['lake-area', 'nowhere'] }] }))).toEqual([
      'TC020 c1-01',
    ]);
    expect(codes(withWords({ commitments: [COMMITMENT, COMMITMENT] }))).toEqual(['TC020 c1-01']);
  });

  it('TC023: progress of a commitment or a place that does not exist', () => {
    expect(codes(withWords({ progress: [PROGRESS] }))).toEqual(['TC023 c1-01']);
    expect(codes(withWords({ commitments: [COMMITMENT], progress: [{ ...PROGRESS, place: 'lost' }] }))).toEqual([
      'TC023 c1-01',
    ]);
    expect(codes(withWords({ progress: [{ ...PROGRESS, commitment: null, place: 'lost' }] }))).toEqual(['TC023 lost']);
  });

  it('progress of a place alone is not complained about', () => {
    expect(codes(withWords({ progress: [{ ...PROGRESS, commitment: null, place: 'lake-area' }] }))).toEqual([]);
  });

  it('TC024: a translation with a gap, a stranger or a double', () => {
    const plan = tinyPlan();
    const whole = plan.document.divisions
      .filter(({ text }) => text !== '')
      .map(({ id }) => ({ division: id, text: ENGLISH }));
    const [first, ...rest] = whole;
    if (!first) throw new Error('the tiny plan has no divisions');
    expect(codes(withWords({ translation: whole }))).toEqual([]);
    expect(codes(withWords({ translation: rest }))).toEqual([`TC024 ${first.division}`]);
    expect(codes(withWords({ translation: [...whole, first] }))).toEqual([`TC024 ${first.division}`]);
    expect(codes(withWords({ translation: [...whole, { division: 'p7', text: 'words' }] }))).toEqual(['TC024 p7']);
  });

  it('TC026: a translation that does not name a place of its sentence', () => {
    const row = (text: string): Partial<Words> => ({ translation: [{ division: 'p1.a2.s1', text }] });
    const found = (plan: PlacedPlan): string[] => codes(plan).filter((one) => one.startsWith('TC026'));
    expect(found(withWords(row('Build line-1, support the Lake-Area.')))).toEqual([]);
    expect(found(withWords(row('Build line-1.')))).toEqual(['TC026 p1.a2.s1']);
    expect(found(withWords(row('Build line-10, support the lake-areas.')))).toEqual([
      'TC026 p1.a2.s1',
      'TC026 p1.a2.s1',
    ]);
    const features = [TOWN_A, TOWN_B, changed(LAKE_AREA, { enNames: ['East Lake'] }), LINE_1];
    expect(found(withWords(row('Build line-1, support East Lake.'), { features }))).toEqual([]);
  });

  it('TC025: a term that is not in the document, and two that explain each other', () => {
    expect(codes(withWords({ glossary: [{ ...TERM, term: '容积率' }] }))).toEqual(['TC025 容积率']);
    const circle = (term: string, by: string): Term => ({ term, en: 'x', note: { zh: `与${by}有关。`, en: 'x' } });
    expect(codes(withWords({ glossary: [circle('甲城', '乙城'), circle('乙城', '甲城')] }))).toEqual([
      'TC025 甲城',
      'TC025 乙城',
    ]);
    const three = [circle('甲城', '乙城'), circle('乙城', '片区'), circle('片区', '甲城')];
    expect(checkPlan(withWords({ glossary: three })).map(({ message }) => message)).toContain(
      '甲城 → 乙城 → 片区 → 甲城 is a circle',
    );
    expect(codes(withWords({ glossary: [circle('甲城', '乙城'), circle('乙城', '片区'), TERM] }))).toEqual([]);
    expect(codes(withWords({ glossary: [{ ...TERM, note: { zh: '就是“片区”。', en: 'x' } }] }))).toEqual([
      'TC025 片区',
    ]);
  });

  it('TC031: a term that is not translated by its word, unless it is part of a name', () => {
    const row = (text: string): Partial<Words> => ({ translation: [{ division: 'p1.a2.s1', text }], glossary: [] });
    const found = (words: Partial<Words>): string[] => codes(withWords(words)).filter((one) => one.startsWith('TC031'));
    const english = 'Build line-1, support the lake-area.';
    expect(found({ ...row(english), glossary: [TERM] })).toEqual([]);
    const term: Term = { ...TERM, term: '修建', en: 'build' };
    expect(found({ ...row(english), glossary: [term] })).toEqual([]);
    expect(found({ ...row(english), glossary: [{ ...term, en: 'erect' }] })).toEqual(['TC031 p1.a2.s1']);
  });
});
