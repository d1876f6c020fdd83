import type { PlacedPlan, ReadPlan } from '../geo/pipeline/draft';
import { linkStep } from '../geo/pipeline/steps/link.step';
import { parseStep } from '../geo/pipeline/steps/parse.step';
import { placeStep } from '../geo/pipeline/steps/place.step';
import type { Commitment, Progress } from '../src/contract/commitment';
import type { GazetteerFeature, PlanGeometry } from '../src/contract/features';
import type { Provenance } from '../src/contract/place';

/** A plan of a few sentences and places, for tests that need one fault at a time. */

export const PLACES_FILE = 'geo/tiny/places/all.geojson';
export const DOCUMENT_FILE = 'seeds/tiny/document.txt';
export const PLAN_FILE = 'seeds/tiny/plan.json';

export const PARAGRAPHS = [
  '关于甲城的意见',
  '一、总体要求',
  '（一）优化布局。建设甲城和乙城，改造东湖片区。',
  '（二）畅通交通。修建一号线，支持东湖片区。',
];

const SOURCE: Provenance = { method: 'digitised', from: ['map'], on: '2026-01-01' };

/** A closed square, `size` degrees wide. */
export function square(west: number, south: number, size: number): PlanGeometry {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  };
}

/** A place of the tiny plan that nothing can be said against; each test spoils one thing of it. */
export function feature(
  id: string,
  geometry: PlanGeometry | null,
  properties: Partial<GazetteerFeature['properties']> = {},
): GazetteerFeature {
  return {
    type: 'Feature',
    id,
    properties: {
      role: 'place',
      name: { zh: id, en: id },
      kind: 'overlay',
      theme: 'region',
      articles: [],
      idealisation: 'indicative',
      accuracyM: 100,
      source: SOURCE,
      ...properties,
    },
    geometry,
  };
}

export const TOWN_A = feature('town-a', square(102, 25, 0.1), {
  kind: 'zone',
  names: [{ text: '甲城' }],
  articles: [1],
});
export const TOWN_B = feature('town-b', square(102.1, 25, 0.1), {
  kind: 'zone',
  names: [{ text: '乙城' }],
  articles: [1],
});
export const LAKE_AREA = feature('lake-area', square(102.05, 25.02, 0.02), {
  theme: 'project',
  names: [{ text: '东湖片区' }],
  articles: [1, 2],
});
export const LINE_1 = feature(
  'line-1',
  {
    type: 'LineString',
    coordinates: [
      [102.01, 25.01],
      [102.05, 25.05],
      [102.12, 25.06],
    ],
  },
  { kind: 'line', theme: 'project', names: [{ text: '一号线' }], articles: [2] },
);
export const FEATURES: readonly GazetteerFeature[] = [TOWN_A, TOWN_B, LAKE_AREA, LINE_1];

export interface TinyPlan {
  features?: readonly GazetteerFeature[];
  paragraphs?: readonly string[];
  plan?: Partial<ReadPlan['plan']>;
  read?: Partial<ReadPlan>;
}

/** What reading the tiny plan gives. */
export function tinyRead({ features = FEATURES, paragraphs = PARAGRAPHS, plan, read }: TinyPlan = {}): ReadPlan {
  const sourceSha256 = 'a'.repeat(64);
  return {
    plan: {
      id: 'tiny',
      title: { zh: '关于甲城的意见', en: 'Opinion on Town A' },
      shortTitle: { zh: '甲城意见', en: 'Town A' },
      issuers: [{ zh: '甲', en: 'A' }],
      adopted: '2021-07-03',
      published: '2021-07-14',
      publisher: { zh: '乙', en: 'B' },
      sourceUrls: ['https://example.org/'],
      document: 'document.txt',
      sha256: sourceSha256,
      coverage: 'town-a',
      frame: [102, 25, 102.2, 25.1],
      mapApprovalNo: null,
      contact: null,
      rights: { zh: '无', en: 'none' },
      ...plan,
    },
    planFile: PLAN_FILE,
    documentFile: DOCUMENT_FILE,
    source: paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n'),
    form: 'html',
    sourceProblems: [],
    sourceSha256,
    elsewhere: new Set(),
    entries: features.map((one) => ({ file: PLACES_FILE, feature: one })),
    themes: [
      {
        id: 'region',
        letter: 'A',
        stem: '甲',
        name: { zh: '区域', en: 'Regions' },
        legend: { zh: '区域', en: 'Regions' },
        hue: 'brick',
        pattern: 'slash',
      },
      {
        id: 'project',
        letter: 'B',
        stem: '乙',
        name: { zh: '项目', en: 'Projects' },
        legend: { zh: '项目', en: 'Projects' },
        hue: 'teal',
        pattern: 'dots',
      },
    ],
    sources: {
      map: { title: 'A map', publisher: 'B', url: null, date: null, licence: 'none' },
      unused: { title: 'Never cited', publisher: 'B', url: null, date: null, licence: 'none' },
    },
    words: { commitments: [], progress: [], translation: [], glossary: [], problems: [] },
    undecided: [],
    problems: [],
    ...read,
  };
}

/** The tiny plan through the steps that the real one goes through. */
export function tinyPlan(options: TinyPlan = {}): PlacedPlan {
  return placeStep(linkStep(parseStep(tinyRead(options))));
}

/** The feature with some of its properties changed. */
export function changed(
  { properties, ...rest }: GazetteerFeature,
  change: Partial<GazetteerFeature['properties']>,
): GazetteerFeature {
  return { ...rest, properties: { ...properties, ...change } };
}

/** The feature without one of its properties. */
export function without(
  one: GazetteerFeature,
  key: 'kind' | 'theme' | 'articles' | 'names' | 'partOf' | 'class',
): GazetteerFeature {
  const { [key]: _, ...properties } = one.properties;
  return { ...one, properties };
}

/** A promise of the tiny plan that nothing can be said against. */
export const COMMITMENT: Commitment = {
  id: 'c1-01',
  division: 'p1.a1.s1',
  quote: '改造东湖片区',
  kind: 'project',
  places: ['lake-area'],
  scope: 'located',
  quantity: null,
  unit: null,
  deadline: null,
  deadlineText: null,
  deadlineBasis: 'none',
  summary: { zh: '东湖片区要改造。', en: 'The East Lake area is to be rebuilt.' },
};
/** What somebody reported of it. */
export const PROGRESS: Progress = {
  commitment: 'c1-01',
  place: null,
  asOf: '2025-07',
  statement: { zh: '已开工。', en: 'Begun.' },
  publisher: '甲城日报',
  url: null,
};
