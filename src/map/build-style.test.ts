import { featureFilter, type LayerSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DRAWN_FILES } from '../contract/features';
import { HUES } from '../contract/place';
import { DATA, SAMPLES, type Sample, styleInputs, THEMES } from '../../tests/style-inputs';
import { buildStyle } from './build-style';
import { mapImages } from './images';
import { GROUND_GROUPS } from './layers/ground-groups';
import { DRAW_ORDER } from './layers/index';
import { DARK, LIGHT } from './palette';
import type { StyleInput } from './style-input';

const PLAIN: StyleInput = { palette: LIGHT, lang: 'zh', hidden: [], focus: [], selected: null, data: DATA };
/** Land, borders, lakes and their names: the sheet of paper, which no switch of the legend takes away. */
const PAPER = new Set(['land', 'plan-lake', 'plan-lake-shore', 'district-border', 'label-lake', 'label-district']);
const SELECTED = new Set([
  'area-selected-case',
  'area-selected',
  'line-selected-case',
  'line-selected',
  'point-selected',
  'label-asked',
]);

/** Whether a layer draws a feature, as the map itself would decide. */
function draws(layer: LayerSpecification, { file, feature }: Sample, zoom: number): boolean {
  if (!('source' in layer) || layer.source !== file) return false;
  const type = { Polygon: 3, LineString: 2, Point: 1 }[feature.geometry.type as 'Polygon' | 'LineString' | 'Point'];
  const { filter } = featureFilter('filter' in layer ? layer.filter : undefined, 'filter');
  return filter({ zoom }, { type, properties: feature.properties } as Parameters<typeof filter>[1]);
}

/** Ids of the layers that draw a feature of the plan. */
function layersOf(sample: Sample, input: Partial<StyleInput>): string[] {
  return buildStyle({ ...PLAIN, ...input })
    .layers.filter((layer) => draws(layer, sample, 12))
    .map((layer) => layer.id);
}
const planSamples = SAMPLES.filter(({ file }) => file !== 'ground');
const named = (sample: Sample): [string, Sample] => [
  `${sample.file}/${sample.feature.properties.id} (${sample.feature.properties.mark})`,
  sample,
];

describe('buildStyle', () => {
  it('gives a valid style for every view', () => {
    fc.assert(
      fc.property(styleInputs, (input) => {
        expect(validateStyleMin(buildStyle(input)).map((error) => error.message)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('gives each layer an id of its own and draws from the files of the plan and from near-me only', () => {
    fc.assert(
      fc.property(styleInputs, (input) => {
        const { layers } = buildStyle(input);
        expect(new Set(layers.map((layer) => layer.id)).size).toBe(layers.length);
        const sources = layers.flatMap((layer) => ('source' in layer ? [String(layer.source)] : []));
        for (const source of sources) expect([...DRAWN_FILES, 'near', 'site']).toContain(source);
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same style for the same view, and leaves the input as it was', () => {
    fc.assert(
      fc.property(styleInputs, (input) => {
        const before = JSON.stringify(input);
        expect(buildStyle(input)).toEqual(buildStyle(structuredClone(input)));
        expect(JSON.stringify(input)).toBe(before);
      }),
      { numRuns: 30 },
    );
  });

  it('asks no server for glyphs, sprites, tiles or data', () => {
    fc.assert(
      fc.property(styleInputs, (input) => {
        const style = buildStyle(input);
        expect(Object.keys(style).toSorted()).toEqual(['layers', 'sources', 'version']);
        expect(JSON.stringify(style)).not.toMatch(/https?:|\/\/|"url"|"tiles"/u);
      }),
      { numRuns: 20 },
    );
  });

  it('has an empty source for a file that could not be loaded', () => {
    const { sources } = buildStyle({ ...PLAIN, data: {} });
    expect(Object.keys(sources).toSorted()).toEqual([...DRAWN_FILES, 'near', 'site'].toSorted());
    for (const source of Object.values(sources))
      expect(source).toMatchObject({ data: { type: 'FeatureCollection', features: [] } });
    expect(validateStyleMin(buildStyle({ ...PLAIN, data: {} }))).toEqual([]);
  });

  it('uses only images that exist in the palette it draws with', () => {
    for (const palette of [LIGHT, DARK]) {
      const ids = new Set(mapImages(palette).keys());
      const { layers } = buildStyle({ ...PLAIN, palette });
      const patterned = layers.filter((layer) => layer.type === 'fill' && layer.paint?.['fill-pattern'] !== undefined);
      expect(patterned).toHaveLength(2);
      for (const layer of patterned) {
        expect(layer.type === 'fill' && layer.paint?.['fill-pattern']).toEqual([
          'concat',
          `${palette.name}-`,
          ['get', 'hue'],
          '-',
          ['get', 'pattern'],
        ]);
        for (const sample of planSamples.filter((one) => draws(layer, one, 12))) {
          const { hue, pattern } = sample.feature.properties;
          expect(ids).toContain(`${palette.name}-${hue}-${pattern}`);
        }
      }
      const icons = layers.flatMap((layer) => (layer.type === 'symbol' ? [layer.layout?.['icon-image']] : []));
      for (const icon of icons.filter((one) => typeof one === 'string')) expect(ids).toContain(icon);
      const built = icons.filter((one) => typeof one === 'object');
      expect(built).toEqual([['concat', `${palette.name}-`, ['get', 'hue'], '-badge']]);
      for (const hue of HUES) expect(ids).toContain(`${palette.name}-${hue}-badge`);
    }
  });
});

describe('the draw order', () => {
  const ids = buildStyle(PLAIN).layers.map((layer) => layer.id);
  const below = (a: string, b: string): boolean => ids.indexOf(a) >= 0 && ids.indexOf(a) < ids.indexOf(b);

  it('is one list without repetition', () => {
    expect(new Set(DRAW_ORDER).size).toBe(DRAW_ORDER.length);
  });

  it.each([
    ['beyond', 'land'],
    ['land', 'area-tint'],
    ['area-tint', 'plan-lake'],
    ['plan-lake', 'ground-main-road'],
    ['ground-expressway', 'line-case'],
    ['line-case', 'line-indicative'],
    ['line-indicative', 'line-selected'],
    ['line-selected', 'point-site'],
    ['point-band', 'point-site'],
    ['ground-town-label', 'label-area'],
    ['label-area', 'label-asked'],
  ])('has %s below %s', (under, over) => {
    expect(below(under, over)).toBe(true);
  });

  it('has every word above every shape of the plan', () => {
    const { layers } = buildStyle(PLAIN);
    const firstWord = layers.findIndex((layer) => layer.type === 'symbol');
    const shapes = layers.map((layer) => layer.type !== 'symbol' && !layer.id.startsWith('site-pin')).lastIndexOf(true);
    expect(firstWord).toBeGreaterThan(shapes);
  });
});

describe('what is drawn', () => {
  it.each(planSamples.map(named))('is %s in some layer, once it is asked for', (_, sample) => {
    expect(layersOf(sample, { focus: [sample.feature.properties.owner] })).not.toEqual([]);
  });

  it.each(planSamples.map(named))('is not %s while its theme is switched off, but for land and lakes', (_, sample) => {
    const { theme = '' } = sample.feature.properties;
    expect(THEMES).toContain(theme);
    expect(layersOf(sample, { hidden: [theme] }).filter((id) => !PAPER.has(id))).toEqual([]);
    const others = THEMES.filter((one) => one !== theme);
    expect(layersOf(sample, { hidden: others })).toEqual(layersOf(sample, {}));
  });

  it('is a thing on demand only while it is in focus or selected', () => {
    const onDemand = planSamples.filter(({ feature }) => feature.properties.draw === 'on-demand');
    expect(onDemand).toHaveLength(2);
    for (const sample of onDemand) {
      expect(layersOf(sample, {})).toEqual([]);
      expect(layersOf(sample, { focus: ['town'], selected: 'lake' })).toEqual([]);
      expect(layersOf(sample, { focus: ['union'] })).not.toEqual([]);
      expect(layersOf(sample, { selected: 'union' })).not.toEqual([]);
    }
  });

  it('is an area on demand as an outline in focus and filled when selected', () => {
    const [union] = planSamples.filter(({ file, feature }) => file === 'areas' && feature.properties.id === 'union');
    expect(union && layersOf(union, { focus: ['union'] })).toEqual(['area-edge-indicative']);
    expect(union && layersOf(union, { selected: 'union' })).toEqual(
      expect.arrayContaining(['area-tint', 'area-pattern', 'area-selected']),
    );
  });

  it('is marked as selected for that place only', () => {
    for (const sample of planSamples) {
      const { owner } = sample.feature.properties;
      expect(
        layersOf(sample, { selected: null, focus: [owner] }).filter((id) => SELECTED.has(id) && id !== 'label-asked'),
      ).toEqual([]);
      expect(layersOf(sample, { selected: 'nothing-of-the-plan' }).filter((id) => SELECTED.has(id))).toEqual([]);
    }
    const [metro] = planSamples.filter(({ file, feature }) => file === 'lines' && feature.properties.id === 'metro-1');
    expect(metro && layersOf(metro, { selected: 'metro-1' })).toEqual(expect.arrayContaining(['line-selected']));
  });

  it.each(Object.entries(GROUND_GROUPS))('is the background %s unless it is switched off', (group, classes) => {
    const ground = SAMPLES.filter(
      ({ file, feature }) =>
        file === 'ground' && (classes as readonly string[]).includes(feature.properties.class ?? ''),
    );
    expect(ground).toHaveLength(classes.length);
    const shownWith = (hidden: string[]): Sample[] =>
      ground.filter((sample) => layersOf(sample, { hidden }).length > 0);
    expect(shownWith([group])).toEqual([]);
    const others = Object.keys(GROUND_GROUPS).filter((one) => one !== group);
    expect(shownWith(others)).toEqual(shownWith([]));
    expect(shownWith([])).not.toEqual([]);
  });

  it('is dashed where it is schematic and unbroken where it is not', () => {
    const { layers } = buildStyle(PLAIN);
    for (const sample of planSamples.filter(
      ({ file, feature }) => file === 'lines' && feature.properties.mark === 'shape',
    )) {
      const main = layers.filter(
        (layer) => draws(layer, sample, 12) && layer.type === 'line' && layer.id !== 'line-case',
      );
      const dashed = main.some((layer) => layer.type === 'line' && layer.paint?.['line-dasharray'] !== undefined);
      expect(dashed).toBe(sample.feature.properties.idealisation === 'schematic');
    }
  });
});
