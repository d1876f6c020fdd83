import { describe, expect, it } from 'vitest';

import type { PlanGeometry } from '../contract/features';
import {
  changed,
  DOCUMENT_FILE,
  feature,
  LAKE_AREA,
  LINE_1,
  PARAGRAPHS,
  PLACES_FILE,
  PLAN_FILE,
  square,
  type TinyPlan,
  tinyPlan,
  TOWN_A,
  TOWN_B,
  without,
} from '../../tests/tiny-plan';
import { CHECKS, checkPlan } from './rules';

const polygon = (...corners: [number, number][]): PlanGeometry => ({ type: 'Polygon', coordinates: [corners] });
const station = feature(
  'stop',
  { type: 'Point', coordinates: [102.05, 25.05] },
  { role: 'part', kind: 'point', partOf: 'line-1' },
);
const river = feature(
  'river',
  {
    type: 'LineString',
    coordinates: [
      [102, 25],
      [102.1, 25.1],
    ],
  },
  { role: 'ground', class: 'river' },
);
const implied = feature('shore', square(102.2, 25, 0.01), { impliedBy: 'lake-area' });
const unlocated = { reason: 'generic', note: { zh: '泛指', en: 'generic' } } as const;

/** One fault each: code, what is wrong, the plan, then file and id of the finding. */
const FAULTS: [code: string, what: string, plan: TinyPlan, file: string, id: string][] = [
  [
    'TC001',
    'a place that no sentence names',
    { features: [TOWN_A, feature('shore', square(102.3, 25, 0.1))] },
    PLACES_FILE,
    'shore',
  ],
  [
    'TC003',
    'an id used twice',
    { features: [TOWN_A, feature('town-a', square(102.3, 25, 0.1))] },
    PLACES_FILE,
    'town-a',
  ],
  [
    'TC005',
    'an article listed that does not name the place',
    { features: [changed(TOWN_A, { articles: [1, 2] })] },
    PLACES_FILE,
    'town-a',
  ],
  [
    'TC006',
    'a form of a name that is not in the document',
    { features: [changed(TOWN_A, { names: [{ text: '甲城' }, { text: '丙城' }] })] },
    PLACES_FILE,
    'town-a',
  ],
  [
    'TC007',
    'two places that claim the same words',
    {
      features: [
        TOWN_A,
        changed(LAKE_AREA, { names: [{ text: '东湖片区', articles: [1] }], articles: [1] }),
        feature('other-area', square(102.15, 25, 0.01), { names: [{ text: '东湖片区' }], articles: [2] }),
      ],
    },
    DOCUMENT_FILE,
    'p1.a1.s1',
  ],
  [
    'TC008',
    'a drawn place without accuracy',
    { features: [changed(TOWN_A, { accuracyM: null })] },
    PLACES_FILE,
    'town-a',
  ],
  [
    'TC009',
    'a ring that crosses itself',
    {
      features: [
        TOWN_A,
        { ...implied, geometry: polygon([102, 25], [102.1, 25.1], [102.1, 25], [102, 25.1], [102, 25]) },
        LAKE_AREA,
      ],
    },
    PLACES_FILE,
    'shore',
  ],
  [
    'TC010',
    'a place outside the coverage',
    { features: [TOWN_A, { ...TOWN_B, geometry: square(104, 25, 0.1) }] },
    PLACES_FILE,
    'town-b',
  ],
  [
    'TC011',
    'two zones of a theme that overlap',
    { features: [TOWN_A, { ...TOWN_B, geometry: square(102.05, 25, 0.1) }] },
    PLACES_FILE,
    'town-a',
  ],
  [
    'TC012',
    'a source that does not exist',
    { features: [changed(TOWN_A, { source: { method: 'digitised', from: ['map', 'lost'], on: '2026-01-01' } })] },
    PLACES_FILE,
    'town-a',
  ],
  [
    'TC013',
    'a geometry and a reason why there is none',
    { features: [changed(TOWN_A, { unlocated })] },
    PLACES_FILE,
    'town-a',
  ],
  ['TC014', 'another document than plan.json states', { read: { sourceSha256: 'b'.repeat(64) } }, PLAN_FILE, 'sha256'],
  [
    'TC015',
    'an article out of order',
    { paragraphs: PARAGRAPHS.with(3, (PARAGRAPHS[3] ?? '').replace('（二）', '（三）')), features: [TOWN_A] },
    DOCUMENT_FILE,
    'paragraph 4',
  ],
  ['TC016', 'a place without kind', { features: [without(TOWN_A, 'kind')] }, PLACES_FILE, 'town-a'],
  ['TC017', 'a coverage that is not drawn', { plan: { coverage: 'nowhere' } }, PLAN_FILE, 'coverage'],
];

describe('the linter', () => {
  it('has nothing to say against a sound plan', () => {
    expect(checkPlan(tinyPlan())).toEqual([]);
    expect(checkPlan(tinyPlan({ features: [TOWN_A, TOWN_B, LAKE_AREA, LINE_1, station, river, implied] }))).toEqual([]);
  });

  it.each(FAULTS)('reports %s alone for %s', (code, _, plan, file, id) => {
    const problems = checkPlan(tinyPlan(plan));
    expect(problems.map((problem) => [problem.code, problem.severity, problem.file, problem.id])).toEqual([
      [code, 'error', file, id],
    ]);
    for (const { message, fix } of problems) {
      expect(message).not.toBe('');
      expect(fix).not.toBe('');
    }
  });

  it('has a fault above for every rule up to TC017, and no code twice', () => {
    const codes = CHECKS.map((check) => check.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(FAULTS.map(([code]) => code)).toEqual(codes.filter((code) => code <= 'TC017').toSorted());
  });

  it('puts the findings of reading first', () => {
    const found = {
      code: 'TC002',
      severity: 'error',
      file: PLACES_FILE,
      id: '#1',
      message: 'kind: wrong',
      fix: 'write it',
    } as const;
    const plan = { read: { problems: [found], sourceSha256: 'b'.repeat(64) } };
    expect(checkPlan(tinyPlan(plan)).map((problem) => problem.code)).toEqual(['TC002', 'TC014']);
  });
});

describe('the rules in their corners', () => {
  const findings = (plan: TinyPlan): [string, string, string][] =>
    checkPlan(tinyPlan(plan)).map(({ code, id, message }) => [code, id, message]);

  it('let a place that is implied by another go without a sentence and without articles', () => {
    expect(findings({ features: [TOWN_A, LAKE_AREA, without(implied, 'articles')] })).toEqual([]);
  });

  it('say that the axes are swapped where they are', () => {
    const swapped: PlanGeometry = { type: 'Point', coordinates: [25.05, 102.05] };
    const [problem] = checkPlan(tinyPlan({ features: [TOWN_A, { ...TOWN_B, geometry: swapped }] }));
    expect(problem).toMatchObject({ code: 'TC010', fix: expect.stringContaining('axes') });
  });

  it('let zones share a border, and zones of different themes and overlays lie where they like', () => {
    const over = changed({ ...TOWN_B, geometry: square(102.05, 25, 0.1) }, { theme: 'project' });
    expect(findings({ features: [TOWN_A, over] })).toEqual([]);
    expect(
      findings({ features: [TOWN_A, changed({ ...TOWN_B, geometry: square(102.05, 25, 0.1) }, { kind: 'overlay' })] }),
    ).toEqual([]);
  });

  it('warn of what had to be guessed, and are content once somebody has looked', () => {
    const paragraphs = [...PARAGRAPHS, '（三）只有标题'];
    const [problem, ...more] = checkPlan(tinyPlan({ paragraphs }));
    expect(problem).toMatchObject({ code: 'TC027', severity: 'warning', id: 'paragraph 5' });
    expect(more).toEqual([]);
    const note = { zh: '看过', en: 'looked at' };
    const seen = { paragraph: 5, reason: 'article-without-heading', note };
    expect(findings({ paragraphs, plan: { irregularities: [seen] } })).toEqual([]);
    expect(findings({ paragraphs, plan: { irregularities: [{ ...seen, paragraph: 4 }] } })).toHaveLength(1);
  });

  it('find what is still to be written in plan.json', () => {
    const TO_DO = { zh: '待填', en: 'TO DO' };
    const plan = {
      publisher: TO_DO,
      adopted: '0001-01-01',
      frame: [-180, -85, 180, 85] as [number, number, number, number],
    };
    expect(findings({ plan }).map(([code, id]) => `${code} ${id}`)).toEqual([
      'TC028 adopted',
      'TC028 publisher.zh',
      'TC028 publisher.en',
      'TC028 frame',
    ]);
  });

  it('count the candidates that nobody has decided about, and not those that are places', () => {
    const problems = checkPlan(tinyPlan({ read: { undecided: ['甲城', '某路', '某河'] } }));
    expect(problems).toMatchObject([
      { code: 'TC029', severity: 'warning', id: '某路', message: expect.stringMatching(/^2 /u) },
    ]);
  });

  it('say how large an overlap is', () => {
    const [problem] = findings({ features: [TOWN_A, { ...TOWN_B, geometry: square(102.05, 25, 0.1) }] });
    expect(problem?.[2]).toMatch(/^it overlaps town-b by 5\d{7} m²$/u);
  });

  it.each<[string, TinyPlan, string]>([
    ['a theme', { features: [changed(TOWN_A, { theme: 'lost' })] }, 'theme lost does not exist'],
    ['what it is part of', { features: [TOWN_A, changed(station, { partOf: 'lost' })] }, 'place lost does not exist'],
    ['what implies it', { features: [TOWN_A, changed(implied, { impliedBy: 'lost' })] }, 'place lost does not exist'],
    [
      'the source of a definition',
      { features: [changed(TOWN_A, { definition: { text: '甲', from: 'lost' } })] },
      'source lost does not exist',
    ],
  ])('find %s that does not exist', (_, plan, message) => {
    expect(
      findings(plan)
        .filter(([code]) => code === 'TC012')
        .map(([, , text]) => text),
    ).toEqual([message]);
  });

  it.each<[string, TinyPlan, [string, string][]]>([
    ['neither geometry nor reason', { features: [TOWN_A, { ...TOWN_B, geometry: null }] }, [['TC013', 'town-b']]],
    [
      'a derivation from a line that is not closed by area operations',
      {
        features: [TOWN_A, LINE_1, changed({ ...TOWN_B, geometry: null }, { derive: { op: 'union', of: ['line-1'] } })],
      },
      [['TC013', 'town-b']],
    ],
    [
      'derivations in a circle',
      {
        features: [
          TOWN_A,
          changed({ ...TOWN_B, geometry: null }, { derive: { op: 'union', of: ['lake-area'] } }),
          changed({ ...LAKE_AREA, geometry: null }, { derive: { op: 'union', of: ['town-b'] } }),
        ],
      },
      [
        ['TC013', 'town-b'],
        ['TC013', 'lake-area'],
      ],
    ],
  ])('find %s', (_, plan, expected) => {
    expect(findings(plan).map(([code, id]) => [code, id])).toEqual(expected);
  });

  it.each<[string, TinyPlan, string]>([
    ['a part without partOf', { features: [TOWN_A, without(station, 'partOf')] }, 'a part needs `partOf`'],
    ['ground without a class', { features: [TOWN_A, without(river, 'class')] }, 'a ground needs `class`'],
    ['a place without articles', { features: [without(TOWN_A, 'articles')] }, 'a place needs `articles`'],
  ])('find %s', (_, plan, message) => {
    expect(findings(plan)).toEqual([['TC016', expect.any(String), message]]);
  });

  it.each<[string, PlanGeometry]>([
    ['has fewer than four positions', polygon([102, 25], [102.1, 25], [102, 25])],
    ['is not closed', polygon([102, 25], [102.1, 25], [102.1, 25.1], [102, 25.1])],
  ])('find a ring that %s', (fault, geometry) => {
    // Too inaccurate for a soft edge, so that drawing it does not come before the check.
    const shore = changed({ ...implied, geometry }, { accuracyM: 5000 });
    expect(findings({ features: [TOWN_A, LAKE_AREA, shore] })).toEqual([['TC009', 'shore', `ring 0 ${fault}`]]);
  });
});
