import fc from 'fast-check';

import {
  DRAWN_FILES,
  type DrawnFeature,
  type DrawnFile,
  type DrawnFileName,
  type PlanGeometry,
} from '../src/contract/features';
import { LANGS } from '../src/contract/localized';
import { GROUND_GROUPS } from '../src/map/layers/ground-groups';
import { PALETTES } from '../src/map/palette';
import type { StyleInput } from '../src/map/style-input';
import { drawnFeature } from './drawn-feature';

/** Tiny data and every kind of view, for tests of the style. */

export const THEMES = ['region', 'rail', 'road', 'water', 'protection', 'project'];
const OWNERS = ['town', 'metro-1', 'ring', 'canal', 'reserve', 'site', 'union', 'lake', 'district'];

const AREA: PlanGeometry = {
  type: 'Polygon',
  coordinates: [
    [
      [102, 25],
      [103, 25],
      [103, 26],
      [102, 25],
    ],
  ],
};
const LINE: PlanGeometry = {
  type: 'LineString',
  coordinates: [
    [102, 25],
    [103, 26],
  ],
};
const POINT: PlanGeometry = { type: 'Point', coordinates: [102.5, 25.5] };

export interface Sample {
  file: DrawnFileName;
  feature: DrawnFeature;
}

function sample(file: DrawnFileName, id: string, more: Partial<DrawnFeature['properties']>): Sample {
  const geometry = { areas: AREA, bands: AREA, lines: LINE, points: POINT, ground: LINE }[file];
  const look = { pattern: 'slash', theme: 'region', accuracyM: 500 } as const;
  return { file, feature: drawnFeature(id, geometry, { ...look, ...more }) };
}

/** One feature of every sort that the pipeline draws. */
export const SAMPLES: readonly Sample[] = [
  sample('areas', 'town', {}),
  sample('areas', 'site', { idealisation: 'schematic', theme: 'project', pattern: 'dots' }),
  sample('areas', 'reserve', { theme: 'protection', pattern: 'dense' }),
  sample('areas', 'union', { draw: 'on-demand', pattern: 'backslash' }),
  sample('areas', 'district', { class: 'district', kind: 'zone' }),
  sample('areas', 'lake', { class: 'lake', theme: 'protection' }),
  sample('bands', 'town', { mark: 'band' }),
  sample('bands', 'metro-1', { mark: 'band', theme: 'rail' }),
  sample('lines', 'metro-1', { theme: 'rail', kind: 'line', ref: '1', idealisation: 'exact' }),
  sample('lines', 'ring', { theme: 'road', kind: 'line', ref: '三环' }),
  sample('lines', 'canal', { theme: 'water', kind: 'line', idealisation: 'schematic' }),
  sample('lines', 'ring-link', { theme: 'road', kind: 'line', mark: 'part', owner: 'ring' }),
  sample('points', 'site', { theme: 'project', kind: 'point', radiusPx0: 0.01 }),
  sample('points', 'stop', { theme: 'rail', kind: 'point', mark: 'part', owner: 'metro-1' }),
  sample('points', 'metro-1', { theme: 'rail', kind: 'line', mark: 'badge', ref: '1' }),
  sample('points', 'town', { mark: 'label' }),
  sample('points', 'union', { mark: 'label', draw: 'on-demand' }),
  sample('points', 'district', { mark: 'label', class: 'district', kind: 'zone' }),
  sample('points', 'lake', { mark: 'label', class: 'lake', theme: 'protection' }),
  ...Object.values(GROUND_GROUPS)
    .flat()
    .map((groundClass) => sample('ground', `ground-${groundClass}`, { mark: 'ground', class: groundClass, rank: 1 })),
];

export const DATA: Partial<Record<DrawnFileName, DrawnFile>> = Object.fromEntries(
  DRAWN_FILES.map((name) => [
    name,
    { type: 'FeatureCollection', features: SAMPLES.filter(({ file }) => file === name).map(({ feature }) => feature) },
  ]),
);

/** Any view: both palettes, both languages, anything hidden, in focus and selected. */
export const styleInputs: fc.Arbitrary<StyleInput> = fc.record({
  palette: fc.constantFrom(...Object.values(PALETTES)),
  lang: fc.constantFrom(...LANGS),
  hidden: fc.subarray([...THEMES, ...Object.keys(GROUND_GROUPS)]),
  focus: fc.subarray(OWNERS),
  selected: fc.option(fc.constantFrom(...OWNERS)),
  hovered: fc.option(fc.constantFrom(...OWNERS), { nil: null }),
  data: fc.constant(DATA),
});
