import { describe, expect, it } from 'vitest';

import type { PlanGeometry } from '../../../src/contract/features';
import { degreeLengthsAt, distanceM } from '../../../src/spatial/ellipsoid';
import { changed, feature, FEATURES, LINE_1, square, tinyPlan } from '../../../tests/tiny-plan';
import { nearestEdge, samplesOf } from '../../../src/spatial/edges';
import { compare, ReportError } from './compare';
import { measure, type Pair, quantile, STEP_M } from './measure';
import { printReport } from './print-report';
import type { Comparison, Reference, ReportFile } from './report-file';

const { latM } = degreeLengthsAt(25);
/** A line of about 10 km along a parallel, so many metres north of 25°. */
const line = (northM: number): PlanGeometry => ({
  type: 'LineString',
  coordinates: [
    [102, 25 + northM / latM],
    [102.1, 25 + northM / latM],
  ],
});
const pair = (northM: number, accuracyM: number): Pair => ({
  id: 'one',
  drawn: line(northM),
  accuracyM,
  references: [line(0)],
});

const reference = (properties: Record<string, unknown>, geometry: PlanGeometry): Reference => ({
  properties,
  geometry,
});
const REFERENCES = new Map<string, readonly Reference[]>([
  [
    'lines.geojson',
    [reference({ name: '一号线' }, LINE_1.geometry ?? line(0)), reference({ name: 'other', n: 7 }, line(0))],
  ],
  ['stops.geojson', [reference({ name: ['甲', '乙'] }, { type: 'Point', coordinates: [102.05, 25.05] })]],
]);
const STOP = feature(
  'stop',
  { type: 'Point', coordinates: [102.05, 25.051] },
  { role: 'ground', class: 'metro-station', name: { zh: '乙', en: 'B' } },
);
const LOST = changed({ ...STOP, id: 'lost' }, { name: { zh: '丙', en: 'C' } });
const LINE: Comparison = { feature: 'line-1', reference: 'lines.geojson', kind: 'line-to-line' };
const STOPS: Comparison = {
  feature: 'class:metro-station',
  reference: 'stops.geojson',
  kind: 'point-to-point',
  nameIn: 'name',
};

const draft = tinyPlan({ features: [...FEATURES, STOP, LOST] });
function report(comparisons: Comparison[], published: ReportFile['published'] = []): ReportFile {
  return {
    references: {
      'lines.geojson': { source: 'map' },
      'stops.geojson': { id: 'stops', title: 'Stops', publisher: 'C', licence: 'none' },
    },
    groups: [{ title: 'All', comparisons }],
    published,
    notCompared: [{ features: ['town-b'], why: 'Too dull' }],
  };
}
const rows = (...comparisons: Comparison[]) =>
  compare(draft, report(comparisons), REFERENCES).groups.flatMap((group) => group.rows);

describe('samples', () => {
  it('stand at most a step apart, ends included', () => {
    const samples = samplesOf(line(0), STEP_M);
    const gaps = samples.slice(1).map((at, index) => distanceM(samples[index] ?? [], at));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(STEP_M + 1e-6);
    expect(Math.min(...gaps)).toBeGreaterThan(STEP_M * 0.9);
    expect([samples.at(0), samples.at(-1)]).toEqual([
      [102, 25],
      [102.1, 25],
    ]);
    expect(samplesOf({ type: 'Point', coordinates: [102, 25] }, STEP_M)).toEqual([[102, 25]]);
  });

  it('find the nearest edge of long and many lines, from inside an area as well', () => {
    const zigzag: PlanGeometry = {
      type: 'LineString',
      coordinates: Array.from({ length: 200 }, (_, i) => [102 + i / 1000, 25 + (i % 2) / 1000]),
    };
    expect(nearestEdge([line(5000), zigzag])([102.15, 25])).toBeCloseTo(0, 6);
    expect(nearestEdge([square(102, 25, 0.1)])([102.05, 25.01])).toBeCloseTo(0.01 * latM, 0);
    expect(nearestEdge([])([102, 25])).toBe(Infinity);
    expect(nearestEdge([line(5000)])([102.15, 25], 1e7)).toBe(nearestEdge([line(5000)])([102.15, 25]));
    expect(nearestEdge([square(102, 25, 0.1)])([102.05, 25.01], 100)).toBe(Infinity);
  });
});

describe('a measurement', () => {
  it.each([
    [100, 200, 'holds', 1],
    [100, 99, 'too small', 0],
    [100, 401, 'padded', 1],
  ] as const)('of a line %i m off that claims %i m: %s', (northM, accuracyM, verdict, within) => {
    const measured = measure([pair(northM, accuracyM)]);
    expect(measured).toMatchObject({ verdict, within, accuracyM: [accuracyM, accuracyM] });
    expect(measured.medianM).toBeCloseTo(northM, 0);
    expect(measured.p95M).toBeCloseTo(northM, 0);
    expect(measured.samples).toBe(samplesOf(line(0), STEP_M).length);
  });

  it('holds each feature to its own accuracy', () => {
    const measured = measure([pair(100, 50), { ...pair(100, 150), id: 'two' }]);
    expect(measured).toMatchObject({ within: 0.5, verdict: 'too small', accuracyM: [50, 150] });
    expect(measured.beyond.map(({ id }) => id)).toEqual(['one']);
  });

  it('samples the reference where it covers only a part', () => {
    const short: PlanGeometry = { type: 'Point', coordinates: [102.05, 25] };
    expect(measure([{ ...pair(0, 50), references: [short] }], 'reference')).toMatchObject({ samples: 1, within: 1 });
    expect(measure([{ ...pair(0, 50), references: [short] }]).verdict).toBe('too small');
  });

  it('takes the smallest value that a share does not exceed', () => {
    expect([0, 0.5, 0.95, 1].map((share) => quantile([4, 1, 3, 2], share))).toEqual([1, 2, 4, 4]);
  });
});

describe('a comparison', () => {
  it('selects by property and knows what was drawn after the reference', () => {
    const [same, other] = rows(
      { ...LINE, where: { name: '一号线' } },
      { ...LINE, where: { n: [7, 8], name: 'other' } },
    );
    expect(same).toMatchObject({ what: 'line-1', own: true, verdict: 'holds' });
    expect(same?.p95M).toBeLessThan(1);
    expect(other).toMatchObject({ verdict: 'too small' });
  });

  it('puts points into one row, by name, and says whom the reference lacks', () => {
    const [row] = rows(STOPS);
    expect(row).toMatchObject({ ids: ['stop'], unmatched: ['lost'], own: false, samples: 1 });
    expect(row?.medianM).toBeCloseTo(0.001 * latM, 0);
  });

  it.each<[string, Comparison]>([
    ['a feature that is not there', { ...LINE, feature: 'nowhere' }],
    ['a reference that has nothing of the kind', { ...LINE, where: { name: 'nowhere' } }],
    ['the wrong kind of geometry', { ...LINE, feature: 'town-a' }],
    ['no name in common', { ...STOPS, feature: 'lost' }],
  ])('refuses %s', (_, comparison) => {
    expect(() => rows(comparison)).toThrow(ReportError);
  });
});

describe('the report', () => {
  const file = report([LINE, STOPS], [{ feature: 'line-1', lengthKm: 10, from: 'map' }]);
  const text = printReport(draft, file, compare(draft, file, REFERENCES), {
    on: '2026-01-02',
    command: 'npm run geo:report',
    gazetteer: 'abc',
  });

  it('begins with how to read it and when it was made, cites titles and ends with what is missing', () => {
    expect(text.indexOf('2026-01-02')).toBeLessThan(text.indexOf('## How to read it'));
    expect(text.indexOf('## How to read it')).toBeLessThan(text.indexOf('## Distances'));
    expect(text).toContain('| `map` | A map | B | none |');
    expect(text).toContain('| `stops` | Stops | C | none |');
    expect(text).not.toContain('.geojson');
    const last = text.slice(text.indexOf('## What could not be compared'));
    expect(last).toContain('- Too dull: town-b `town-b`.');
    expect(last).toContain('`town-a`');
    expect(last).not.toContain('`line-1`');
  });

  it('sets drawn against published', () => {
    expect(text).toMatch(/\| line-1 `line-1` \| 13\.\d+ km \| 10 km \| \+3\d\.\d % \| `map` \|/u);
  });
});
