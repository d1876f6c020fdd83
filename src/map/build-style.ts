import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';

import { DRAWN_FILES } from '../contract/features';
import { DRAW_ORDER } from './layers/index';
import type { StyleInput } from './style-input';

/**
 * The map as a pure function of what is to be seen. Every source is inside the style, so the map asks no server for
 * tiles, glyphs or sprites; a file that could not be loaded is an empty source.
 */
export function buildStyle(input: StyleInput): StyleSpecification {
  const { data, ...view } = input;
  return {
    version: 8,
    sources: Object.fromEntries(
      DRAWN_FILES.map((name) => [
        name,
        {
          type: 'geojson',
          data: data[name] ?? { type: 'FeatureCollection', features: [] },
          tolerance: 0.2,
          buffer: 64,
        },
      ]),
    ) as StyleSpecification['sources'],
    layers: DRAW_ORDER.flatMap((subject) => subject(view)),
  };
}
