import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { COMMITMENT, feature, PROGRESS, square, tinyPlan } from '../../tests/tiny-plan';
import { SITE_FEATURES, siteData } from '../../tests/tiny-site';
import type { Progress } from '../contract/commitment';
import { type Extract, ExtractSchema } from '../contract/extract';
import type { PlanGeometry } from '../contract/features';
import { type ExtractResult, extractOf, type SiteRequest } from './extract';
import { type PlanAsker, planAsker } from './plan-asker';

const REPORT: Progress = { ...PROGRESS, commitment: null, place: 'lake-area', asOf: '2025' };
const ELSEWHERE: Progress = { ...PROGRESS, place: 'town-b' };
const PROGRAMME = feature('programme', null, {
  theme: 'project',
  accuracyM: null,
  unlocated: { reason: 'programme', note: { zh: '项目', en: 'a programme' } },
});

const PLAN: PlanAsker = planAsker(
  siteData(tinyPlan({ features: [...SITE_FEATURES, PROGRAMME], plan: { coverage: 'both' } }), {
    commitments: [COMMITMENT],
    progress: [REPORT, PROGRESS, ELSEWHERE],
    glossary: [],
  }),
);
const STAMP = { created: '2026-11-23T08:00:00.000Z', dataSha256: 'c'.repeat(64) };
const request = (geometry: PlanGeometry, more: Partial<SiteRequest> = {}): SiteRequest => ({
  id: 'site-1',
  name: null,
  geometry,
  inputCrs: 'EPSG:4326',
  ...more,
});
function extract(geometry: PlanGeometry, more: Partial<SiteRequest> = {}): Extract {
  const result = extractOf(PLAN, request(geometry, more), STAMP);
  if (!result.ok) throw new Error(result.reason);
  return result.extract;
}
const ids = (list: readonly { placeId: string }[]): string[] => list.map((one) => one.placeId);
const inWest: PlanGeometry = square(102.055, 25.025, 0.005);

describe('extractOf', () => {
  it('puts each place in one list, in the order of the themes', () => {
    const answer = extract(inWest);
    expect(ids(answer.concerned)).toEqual(['town-a', 'both', 'lake-area']);
    expect(ids(answer.notConcerned)).toEqual(['town-b', 'line-1']);
    expect(answer.tooCloseToCall).toEqual([]);
    expect(answer.coverage).toBe('inside');
    expect(answer.planDoesNotSay.map(({ theme, reason }) => `${theme} ${reason}`)).toEqual([
      'region not-mapped',
      'region too-coarse',
      'project text-only',
    ]);
  });

  it('carries the text verbatim, the definition and what was reported later', () => {
    const lake = extract(inWest).concerned.find((hit) => hit.placeId === 'lake-area');
    expect(lake?.provisions).toEqual([
      { divisionId: 'p1.a1.s1', article: 1, quote: '建设甲城和乙城，改造东湖片区。', named: ['东湖片区'] },
      { divisionId: 'p1.a2.s1', article: 2, quote: '修建一号线，支持东湖片区。', named: ['东湖片区'] },
    ]);
    expect(lake?.definition?.text).toBe('湖边。');
    expect(lake?.progress).toEqual([PROGRESS, REPORT]);
    expect(lake?.percent).toEqual({ value: 100, min: 100, max: 100 });
  });

  it('says by which members a union is hit', () => {
    const across = extract(square(102.095, 25.03, 0.01));
    const both = across.concerned.find((hit) => hit.placeId === 'both');
    expect(both?.relation).toBe('inside');
    expect(both?.throughMembers).toEqual(['town-a', 'town-b']);
    const shares = across.concerned.filter((hit) => hit.kind === 'zone').map((hit) => hit.percent?.value ?? NaN);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 6);
  });

  it('gives the numbers when what is drawn is too coarse for the site, and only then', () => {
    const coarse = extract(inWest).planDoesNotSay.find((silence) => silence.reason === 'too-coarse');
    if (coarse?.reason !== 'too-coarse') throw new Error('none');
    expect(coarse.siteM).toBeGreaterThan(700);
    expect(coarse.siteM).toBeLessThan(800);
    expect(coarse.hits.map((hit) => [hit.placeId, hit.accuracyM, hit.relation])).toEqual([
      ['strip', 5000, 'too-close'],
    ]);
    const point = extract({ type: 'Point', coordinates: [102.0501, 25.02] });
    expect(ids(point.tooCloseToCall)).toEqual(['lake-area']);
    expect(point.planDoesNotSay.some((silence) => silence.reason === 'too-coarse')).toBe(true);
  });

  it('never calls a site outside the coverage not concerned', () => {
    const outside = extract({ type: 'Point', coordinates: [104, 26] });
    expect(outside.coverage).toBe('outside');
    expect([...outside.concerned, ...outside.tooCloseToCall, ...outside.notConcerned]).toEqual([]);
    const silent = outside.planDoesNotSay.flatMap((one) => (one.reason === 'outside-coverage' ? one.places : []));
    expect(silent.toSorted()).toEqual(['both', 'lake-area', 'line-1', 'strip', 'town-a', 'town-b']);
    const half = extract(square(101.99, 25.03, 0.02));
    expect(half.coverage).toBe('part');
    const rest = half.planDoesNotSay.find((one) => one.reason === 'outside-coverage');
    expect(rest?.reason === 'outside-coverage' && rest.percent?.value).toBeCloseTo(50, 1);
    expect(half.notConcerned.length).toBeGreaterThan(0);
  });

  it('compares a declared area, and names the unit that fits', () => {
    const { areaM2 } = extract(inWest).subject;
    const area = (areaM2 ?? NaN) / 10_000;
    expect(extract(inWest, { declared: { area, unit: 'ha' } }).warnings).toEqual([]);
    expect(extract(inWest, { declared: { area: area * 10_000, unit: 'ha' } }).warnings).toMatchObject([
      { code: 'declared-area', declaredUnit: 'ha', fits: 'm2' },
    ]);
    expect(extract(inWest, { declared: { area: area * 15, unit: null } }).warnings).toMatchObject([{ fits: 'mu' }]);
    const [off] = extract(inWest, { declared: { area: area * 1.2, unit: 'ha' } }).warnings;
    expect(off?.code === 'declared-area' && [off.fits, Math.round(off.offPercent)]).toEqual([null, 20]);
  });

  it('warns of rings that cross and counts land once', () => {
    const eight: PlanGeometry = {
      type: 'Polygon',
      coordinates: [
        [
          [102.05, 25.02],
          [102.06, 25.03],
          [102.06, 25.02],
          [102.05, 25.03],
          [102.05, 25.02],
        ],
      ],
    };
    const answer = extract(eight);
    expect(answer.warnings.map((warning) => warning.code)).toEqual(['rings-cross']);
    expect(answer.subject.areaM2).toBeGreaterThan(500_000);
  });

  it.each<[string, PlanGeometry, string]>([
    ['an empty parcel', { type: 'Polygon', coordinates: [] }, 'no-position'],
    [
      'a parcel without area',
      {
        type: 'Polygon',
        coordinates: [
          [
            [102, 25],
            [102.1, 25],
            [102, 25],
          ],
        ],
      },
      'no-area',
    ],
    [
      'a line that stays where it is',
      {
        type: 'LineString',
        coordinates: [
          [102, 25],
          [102, 25],
        ],
      },
      'no-length',
    ],
    ['metres for degrees', { type: 'Point', coordinates: [34_500_000, 2_770_000] }, 'not-lng-lat'],
    ['latitude first', { type: 'Point', coordinates: [25, 102] }, 'not-lng-lat'],
    [
      'several points',
      {
        type: 'MultiPoint',
        coordinates: [
          [102, 25],
          [102.1, 25],
        ],
      },
      'several-points',
    ],
  ])('refuses %s with a reason', (_, geometry, reason) => {
    expect(extractOf(PLAN, request(geometry), STAMP)).toEqual({ ok: false, id: 'site-1', reason });
  });

  const degree = (from: number): fc.Arbitrary<number> =>
    fc.integer({ min: -100, max: 3000 }).map((value) => from + value / 10_000);
  const spot = fc.tuple(degree(102), degree(24.99));
  const ring = fc.array(spot, { maxLength: 9 });
  const anything: fc.Arbitrary<PlanGeometry> = fc.oneof(
    spot.map((coordinates) => ({ type: 'Point', coordinates }) as const),
    ring.map((coordinates) => ({ type: 'LineString', coordinates }) as const),
    fc.array(ring, { maxLength: 3 }).map((coordinates) => ({ type: 'Polygon', coordinates }) as const),
    fc
      .array(fc.array(ring, { maxLength: 2 }), { maxLength: 3 })
      .map((coordinates) => ({ type: 'MultiPolygon', coordinates }) as const),
  );

  it('answers or refuses whatever comes, twice the same, in the form of its schema, each place once', () => {
    fc.assert(
      fc.property(anything, fc.nat({ max: 100 }), (geometry, accuracyM) => {
        const asked = (): ExtractResult => extractOf(PLAN, request(geometry, { accuracyM }), STAMP);
        const result = asked();
        expect(asked()).toEqual(result);
        if (!result.ok) return;
        const answer = v.parse(ExtractSchema, result.extract);
        const named = [
          ...ids(answer.concerned),
          ...ids(answer.tooCloseToCall),
          ...ids(answer.notConcerned),
          ...answer.planDoesNotSay.flatMap((silence) => {
            if (silence.reason === 'too-coarse') return ids(silence.hits);
            return silence.reason === 'outside-coverage' ? silence.places : ids(silence.places);
          }),
        ];
        expect(named.toSorted()).toEqual(
          ['both', 'lake-area', 'line-1', 'lost', 'programme', 'strip', 'town-a', 'town-b'].toSorted(),
        );
        const zones = answer.concerned.filter((hit) => hit.kind === 'zone' && hit.relation === 'inside');
        expect(zones.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on what was asked before, nor on the order of the corners', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(spot, spot, spot), { minLength: 1, maxLength: 5 }), (triangles) => {
        const ask = ([a, b, c]: [[number, number], [number, number], [number, number]]): ExtractResult =>
          extractOf(PLAN, request({ type: 'Polygon', coordinates: [[a, b, c, a]] }), STAMP);
        const forwards = triangles.map(ask);
        const backwards = triangles.toReversed().map(ask).toReversed();
        expect(backwards).toEqual(forwards);
        triangles.forEach(([a, b, c], index) => {
          const [first, turned] = [forwards[index], ask([b, c, a])];
          if (!first?.ok || !turned.ok) return;
          expect(ids(turned.extract.concerned)).toEqual(ids(first.extract.concerned));
        });
      }),
      { numRuns: 40 },
    );
  });
});
