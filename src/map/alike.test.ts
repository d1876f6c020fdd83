import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { SAMPLES, styleInputs } from '../../tests/style-inputs';
import { alike } from './alike';
import { buildStyle } from './build-style';
import { LIGHT } from './palette';
import { readLayer } from './poster/reader';

/** Whether a value differs from feature to feature, by zoom too, or stands in the style. */
function from(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  if (!/"(?:get|has|in)"/u.test(text)) return 'style';
  return text.includes('"zoom"') ? 'zoom and feature' : 'feature';
}

/** What makes the library draw a layer with another program than others of its type. */
function program({ type, paint = {}, layout = {} }: LayerSpecification): string {
  const names = Object.keys({ ...paint, ...layout }).filter((name) =>
    /pattern|dasharray|gap-width|icon-image/u.test(name),
  );
  return [type, ...names.toSorted()].join(' ');
}

describe('alike', () => {
  it('has layers of a kind take the same from the features', () => {
    fc.assert(
      fc.property(styleInputs, (input) => {
        const seen = new Map<string, string>();
        for (const layer of buildStyle(input).layers) {
          if (layer.type === 'background') continue;
          const { paint = {} } = alike(layer);
          const taken = Object.entries(paint)
            .filter(([, value]) => from(value) !== 'style')
            .map(([name, value]) => `${name} by ${from(value)}`);
          const all = taken.toSorted().join(', ');
          expect([layer.id, all]).toEqual([layer.id, seen.get(program(layer)) ?? all]);
          seen.set(program(layer), all);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('draws what was drawn before', () => {
    fc.assert(
      fc.property(
        styleInputs,
        fc.constantFrom(...SAMPLES),
        fc.double({ min: 5, max: 18, noNaN: true }),
        (input, { feature }, zoom) => {
          for (const layer of buildStyle(input).layers) {
            const [before, after] = [readLayer(layer, LIGHT), readLayer(alike(layer), LIGHT)];
            if (!before.draws(feature, zoom)) continue;
            for (const name of Object.keys(alike(layer).paint ?? {})) {
              if (/pattern|dasharray/u.test(name)) continue;
              const [old, next] = [before.value(name, feature, zoom), after.value(name, feature, zoom)];
              const where = [layer.id, name];
              if (typeof old === 'number') expect([...where, next]).toEqual([...where, expect.closeTo(old, 9)]);
              else expect([...where, String(next)]).toEqual([...where, String(old)]);
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
