import { featureFilter, type LayerSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DATA, styleInputs } from '../../tests/style-inputs';
import { DRAWN_FILES } from '../contract/features';
import { alike } from './alike';
import { buildStyle } from './build-style';
import { liveStyle, PLAN, planData } from './live-style';
import { LIGHT } from './palette';

const TILES = { url: 'https://tuce.example/data/large/map.pmtiles', minzoom: 5, maxzoom: 14 };
const VIEW = { palette: LIGHT, lang: 'zh', hidden: [], focus: [], selected: null } as const;
const ZOOM = 12;
type Filtered = Parameters<ReturnType<typeof featureFilter>['filter']>[1];

/** Ids of the features of a source that a layer draws, as the map itself would decide. */
function drawnBy(layer: LayerSpecification, features: readonly GeoJSON.Feature[]): unknown[] {
  const { filter } = featureFilter('filter' in layer ? layer.filter : undefined, 'filter');
  return features
    .filter(({ geometry, properties }) => {
      const type = { Polygon: 3, LineString: 2, Point: 1 }[geometry.type.replace('Multi', '')] ?? 0;
      return filter({ zoom: ZOOM }, { type, properties } as Filtered);
    })
    .map(({ properties }) => properties?.['id'] as unknown);
}

describe('liveStyle', () => {
  it('has each layer draw out of one source what it drew out of its file', () => {
    const all = planData(DATA).features;
    fc.assert(
      fc.property(styleInputs, (input) => {
        const [plain, live] = [buildStyle(input), liveStyle(input)];
        expect(validateStyleMin(live)).toEqual([]);
        expect(live.layers.map(({ id }) => id)).toEqual(plain.layers.map(({ id }) => id));
        for (const [at, layer] of live.layers.entries()) {
          const before = plain.layers[at];
          const file = before && 'source' in before && DRAWN_FILES.find((name) => name === before.source);
          if (!file) {
            expect(layer).toEqual(before && alike(before));
            continue;
          }
          expect('source' in layer && layer.source).toBe(PLAN);
          const own = (DATA[file]?.features ?? []) as readonly GeoJSON.Feature[];
          expect([layer.id, drawnBy(layer, all)]).toEqual([layer.id, drawnBy(before, own)]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('leaves the layers of a foreign base map as they are', () => {
    const layer = { id: 'theirs', type: 'line', source: 'theirs', paint: { 'line-width': 3 } } as const;
    const base = { sources: { theirs: { type: 'vector', url: 'https://tiles.example/' } }, layers: [layer] } as const;
    expect(liveStyle({ ...VIEW, data: DATA, base: { ...base, layers: [...base.layers] } }).layers).toContain(layer);
  });

  it('has no source of the plan but that one, empty while nothing has come', () => {
    for (const data of [DATA, {}]) {
      const { sources } = liveStyle({ ...VIEW, data });
      expect(Object.keys(sources).toSorted()).toEqual(['near', PLAN, 'site']);
      expect(sources[PLAN]).toMatchObject({ type: 'geojson', data: planData(data) });
    }
    expect(planData({}).features).toEqual([]);
    expect(planData(DATA).features).toHaveLength(DRAWN_FILES.flatMap((name) => DATA[name]?.features ?? []).length);
  });

  it('draws the same layers from the tiles of a plan that has them, of a layer by the name of each file', () => {
    fc.assert(
      fc.property(styleInputs, (input) => {
        const [plain, tiled] = [buildStyle(input), liveStyle({ ...input, tiles: TILES })];
        expect(validateStyleMin(tiled)).toEqual([]);
        expect(tiled.sources[PLAN]).toMatchObject({ type: 'vector', minzoom: 5, maxzoom: 14 });
        expect(
          tiled.layers.map((layer) => {
            if (!('source-layer' in layer)) return layer;
            const { 'source-layer': source, ...rest } = layer;
            expect(layer.source).toBe(PLAN);
            return { ...rest, source };
          }),
        ).toEqual(plain.layers.map(alike));
      }),
      { numRuns: 30 },
    );
  });
});
