import { describe, expect, it } from 'vitest';

import {
  changed,
  feature,
  LAKE_AREA,
  LINE_1,
  PARAGRAPHS,
  square,
  tinyPlan,
  type TinyPlan,
  TOWN_A,
  TOWN_B,
} from '../../tests/tiny-plan';
import { changedNear, diffPlans, type PlanVersion } from './diff-plans';

function version(options: TinyPlan = {}): PlanVersion {
  const { document, mentions, places, drawn } = tinyPlan(options);
  const files = [drawn.areas, drawn.lines, drawn.points].map((features) => ({
    type: 'FeatureCollection' as const,
    features,
  }));
  return { document: { divisions: document.divisions, mentions }, places, drawn: files };
}
const OLD = version();
const diffTo = (options: TinyPlan) => diffPlans(OLD, version(options));
const kinds = (options: TinyPlan): [string, string[]][] => diffTo(options).places.map((one) => [one.id, one.kinds]);

describe('a diff of two versions', () => {
  it('is empty where nothing is another', () => {
    expect(diffPlans(OLD, version())).toEqual({ articles: [], places: [] });
  });

  it('tells a changed sentence from an added, a removed and a renumbered one', () => {
    const paragraphs = [
      ...PARAGRAPHS.slice(0, 2),
      '（一）布置公园。新建公园三处。',
      '（二）优化布局。建设甲城和乙城，改造东湖片区北部。严格保护。',
    ];
    expect(diffTo({ paragraphs }).articles).toMatchObject([
      { kind: 'added', after: { label: '（一）' }, before: null },
      {
        kind: 'changed',
        before: { label: '（一）' },
        after: { label: '（二）' },
        sentences: [
          { kind: 'changed', before: { text: '建设甲城和乙城，改造东湖片区。' }, after: { id: 'p1.a2.s1' } },
          { kind: 'added', before: null, after: { text: '严格保护。' } },
        ],
      },
      { kind: 'removed', before: { label: '（二）' }, after: null },
    ]);
    const renumbered = [
      ...PARAGRAPHS.slice(0, 2),
      '（一）新。增加。',
      ...PARAGRAPHS.slice(2).map((line, at) => line.replace(/（.）/u, at === 0 ? '（二）' : '（三）')),
    ];
    expect(diffTo({ paragraphs: renumbered }).articles.map(({ kind }) => kind)).toEqual([
      'added',
      'renumbered',
      'renumbered',
    ]);
  });

  it('tells of a place that it came, went, moved, was found or lost, or is known better', () => {
    const note = { reason: 'generic', note: { zh: '泛指', en: 'generic' } } as const;
    const rest = [TOWN_A, TOWN_B, LINE_1];
    expect(kinds({ features: rest })).toEqual([['lake-area', ['removed']]]);
    const shore = feature('shore', square(102.3, 25, 0.01), { impliedBy: 'lake-area' });
    expect(kinds({ features: [...rest, LAKE_AREA, shore] })).toEqual([['shore', ['added']]]);
    expect(kinds({ features: [...rest, changed(LAKE_AREA, { accuracyM: 50 })] })).toEqual([
      ['lake-area', ['accuracy']],
    ]);
    const lost = changed({ ...LAKE_AREA, geometry: null }, { unlocated: note });
    expect(kinds({ features: [...rest, lost] })).toEqual([['lake-area', ['no-longer-located']]]);
    expect(diffPlans(version({ features: [...rest, lost] }), OLD).places[0]?.kinds).toEqual(['located']);
  });

  it('says how far a place has moved, and whether its accuracy explains that', () => {
    const moved = (deg: number) =>
      diffTo({ features: [TOWN_A, TOWN_B, LINE_1, { ...LAKE_AREA, geometry: square(102.05, 25.02 + deg, 0.02) }] });
    // 0.001° and 0.004° of latitude at 25° are 110.8 m and 443 m (GeographicLib: 110.79, 443.2).
    expect(moved(0.001).places[0]).toMatchObject({ kinds: ['moved'], sureMove: false });
    expect(moved(0.001).places[0]?.movedM).toBeCloseTo(110.8, 0);
    expect(moved(0.004).places[0]).toMatchObject({ kinds: ['moved'], sureMove: true });
    expect(moved(0.000_01).places).toEqual([]);
  });

  it('answers what changed near a spot, by place and by sentence', () => {
    const after = version({
      paragraphs: PARAGRAPHS.with(3, '（二）畅通交通。修建一号线和站场，支持东湖片区。'),
      features: [TOWN_A, changed(TOWN_B, { accuracyM: 10 }), LAKE_AREA, LINE_1],
    });
    const diff = diffPlans(OLD, after);
    const near = changedNear(diff, OLD, after, [102.06, 25.03], 3000);
    expect(near.map(({ placeId, place, articles }) => [placeId, place?.kinds ?? null, articles.length])).toEqual([
      ['lake-area', null, 1],
      ['line-1', null, 1],
    ]);
    expect(near[0]?.distanceM).toBe(0);
    expect(changedNear(diff, OLD, after, [102.15, 25.05], 1000).map(({ placeId }) => placeId)).toContain('town-b');
    expect(changedNear(diff, OLD, after, [110, 30], 1000)).toEqual([]);
  });
});
