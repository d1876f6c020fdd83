import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { GazetteerFeature, PlanGeometry } from '../../src/contract/features';
import type { Bbox, Theme } from '../../src/contract/place';
import type { Plan } from '../../src/contract/plan';
import { zoneRings } from '../bench/scale/zones';
import { series } from '../postgis/random-sites';

export const LARGE_PLAN = 'large-plan';

/** West and south of the made-up county, in the open Pacific, and degrees that a piece is wide: about 350 m. */
const CORNER = [-140.5, -30.5] as const;
const PIECE_DEG = 0.0035;
/** Metres; a soft edge of it cannot be seen at any zoom. */
const ACCURACY_M = 1;

/** Kinds of zones, three to a theme. */
const KINDS = [
  ['farmland', 'wetland', 'woodland'],
  ['housing', 'school', 'hospital'],
  ['workshop', 'depot', 'market'],
  ['garden', 'monument', 'sports'],
] as const;
const THEMES = [
  ['land', 'Open land', '空地', 'jade', 'medium'],
  ['living', 'Living', '居住', 'ochre', 'slash'],
  ['working', 'Working', '生产', 'plum', 'grid'],
  ['leisure', 'Leisure', '游憩', 'azure', 'dots'],
] as const;
const WARDS = ['Northern', 'Southern', 'Eastern', 'Western', 'Upper', 'Lower', 'Inner', 'Outer'] as const;

interface ZonePlace {
  id: string;
  name: string;
  theme: string;
  article: number;
}

/**
 * Writes a made-up plan into `seeds/` and `geo/` below `root`: an English order for a county that does not exist, which
 * names kinds of zones, each of them very many pieces that lie between those of the others and cover the county without
 * gaps. It comes first among the plans of a site. The same numbers give the same files. At most 96 places.
 */
export async function writeLargePlan(root: string, pieces: number, places: number): Promise<void> {
  const zones = zonePlaces(places);
  const box = boxOf(pieces);
  const document = documentOf(zones);
  const [seeds, geo] = [join(root, 'seeds', LARGE_PLAN), join(root, 'geo', LARGE_PLAN)];
  await mkdir(seeds, { recursive: true });
  await mkdir(join(geo, 'places'), { recursive: true });
  await writeFile(join(seeds, 'document.md'), document);
  await writeFile(join(seeds, 'plan.json'), JSON.stringify(planOf(document, box)));
  await writeFile(
    join(geo, 'sources.json'),
    JSON.stringify({ invented: { title: 'Made up', publisher: 'Tuce', url: null, date: null, licence: 'CC0-1.0' } }),
  );
  await writeFile(join(geo, 'layers.json'), JSON.stringify({ themes: themesOf() }));

  const dealt = deal(zoneRings(pieces, box), zones.length);
  const features = zones.map((zone, at) =>
    featureOf(
      zone.id,
      zone.name,
      { theme: zone.theme, kind: 'zone', articles: [zone.article] },
      {
        type: 'MultiPolygon',
        coordinates: (dealt[at] ?? []).map((ring) => [ring]),
      },
    ),
  );
  const [west, south, east, north] = box;
  const outline: PlanGeometry = {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
  const county = featureOf('county', 'Brightwater', { theme: 'whole', kind: 'whole-plan', articles: [0] }, outline);
  for (const { id } of themesOf()) {
    const file = [county, ...features].filter(({ properties }) => properties.theme === id);
    await writeFile(
      join(geo, 'places', `${id}.geojson`),
      JSON.stringify({ type: 'FeatureCollection', features: file }),
    );
  }
}

function zonePlaces(count: number): ZonePlace[] {
  const kinds = KINDS.flatMap((names, theme) => names.map((kind) => ({ kind, theme: THEMES[theme]?.[0] ?? '' })));
  return Array.from({ length: count }, (_, at) => {
    const number = at % kinds.length;
    const { kind = '', theme = '' } = kinds[number] ?? {};
    const ward = WARDS[Math.floor(at / kinds.length)] ?? '';
    const id = `${ward.toLowerCase()}-${kind}`;
    return { id, name: `${ward} ${kind} zone`, theme, article: number + 1 };
  });
}

function boxOf(pieces: number): Bbox {
  const side = Math.ceil(Math.sqrt(pieces)) * PIECE_DEG;
  const [west, south] = CORNER;
  const to = (value: number): number => Number((value + side).toFixed(6));
  return [west, south, to(west), to(south)];
}

/** Scatters pieces over places, as many to each. */
function deal<T>(pieces: readonly T[], places: number): T[][] {
  const random = series(23);
  const shuffled = [...pieces];
  for (let at = shuffled.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [one, two] = [shuffled[at], shuffled[other]];
    if (one !== undefined && two !== undefined) [shuffled[at], shuffled[other]] = [two, one];
  }
  const each = Math.ceil(pieces.length / places);
  return Array.from({ length: places }, (_, at) => shuffled.slice(at * each, (at + 1) * each));
}

function documentOf(zones: readonly ZonePlace[]): string {
  const articles = KINDS.flat().map((kind, at) => {
    const named = zones.filter(({ article }) => article === at + 1);
    const sentences = named.map(({ name }) => `In the ${name} only a ${kind} may be built.`);
    return {
      theme: Math.floor(at / 3),
      text: [`${kind.replace(/^./u, (first) => first.toUpperCase())}.`, ...sentences],
    };
  });
  const parts = THEMES.flatMap(([, title], theme) => [
    `## ${theme + 1}. ${title}`,
    ...articles.filter((one) => one.theme === theme).map(({ text }, at) => `${theme + 1}.${at + 1} ${text.join(' ')}`),
  ]);
  return [
    '# Fictional zoning order of Brightwater',
    'Issued by the fictional county of Brightwater on 1 May 2032',
    'This order is made up, to measure how much a map can carry. Brightwater does not exist.',
    ...parts,
    '',
  ].join('\n\n');
}

function planOf(document: string, frame: Bbox): Plan {
  return {
    id: LARGE_PLAN,
    language: 'en',
    title: { zh: '虚构的大规划：明水县分区令', en: 'Fictional zoning order of Brightwater' },
    shortTitle: { zh: '虚构：明水县分区令', en: 'Fictional: Brightwater' },
    issuers: [{ zh: '虚构的明水县', en: 'The fictional county of Brightwater' }],
    adopted: '2032-05-01',
    published: '2032-05-01',
    publisher: { zh: '图策，为测量编写', en: 'Tuce, written to be measured' },
    sourceUrls: [],
    document: 'document.md',
    sha256: createHash('sha256').update(document).digest('hex'),
    coverage: 'county',
    rank: 0,
    frame,
    mapApprovalNo: null,
    contact: null,
    rights: { zh: '虚构，可以随意使用。', en: 'Made up; use it as you like.' },
  };
}

function themesOf(): Theme[] {
  const themes = THEMES.map(([id, en, zh, hue, pattern], at): Theme => ({
    id,
    letter: 'ABCD'.charAt(at),
    stem: '甲乙丙丁'.charAt(at),
    name: { zh, en },
    legend: { zh: `${zh}，虚构。`, en: `${en}, made up.` },
    hue,
    pattern,
  }));
  const whole = { zh: '全域', en: 'All of it' };
  return [...themes, { id: 'whole', letter: '', stem: '', name: whole, legend: whole, hue: 'grey', pattern: 'none' }];
}

function featureOf(
  id: string,
  en: string,
  of: Pick<GazetteerFeature['properties'], 'theme' | 'kind' | 'articles'>,
  geometry: PlanGeometry,
): GazetteerFeature {
  return {
    type: 'Feature',
    id,
    properties: {
      role: 'place',
      name: { zh: `虚构：${en}`, en },
      names: [{ text: en }],
      ...of,
      idealisation: 'exact',
      accuracyM: ACCURACY_M,
      source: { method: 'published-coordinates', from: ['invented'], on: '2026-11-24' },
    },
    geometry,
  };
}
