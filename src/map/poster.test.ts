import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DATA, styleInputs } from '../../tests/style-inputs';
import type { Bbox } from '../contract/place';
import { fromMercator, squareAround, toMercator, zoomOf } from '../spatial/mercator';
import { DARK, LIGHT, PRINT } from './palette';
import { poster, type PosterInput } from './poster';

const FRAME: Bbox = squareAround([102.2, 25.2, 102.8, 25.8]);
const PLAIN: PosterInput = {
  view: { lang: 'zh', hidden: [], focus: [], selected: null, data: DATA },
  palettes: [LIGHT],
  frame: FRAME,
  sizes: [{ name: 'desk', widthPx: 600 }],
  beyond: { top: 0.2, right: 0.2, bottom: 0.2, left: 0.2 },
  tolerancePx: 0.5,
  label: 'map',
};
const drawn = (view: Partial<PosterInput['view']>, more: Partial<PosterInput> = {}): string =>
  poster({ ...PLAIN, ...more, view: { ...PLAIN.view, ...view } });

/** Every number that a browser would draw with. */
function numbersOf(svg: string): number[] {
  const values = [...svg.matchAll(/ (?:d|x|y|cx|cy|r|width|height|viewBox|stroke-width|dy)="([^"]*)"/gu)];
  return values.flatMap(([, value = '']) => (value.match(/-?\d*\.?\d+|NaN|Infinity|undefined/gu) ?? []).map(Number));
}

describe('the drawn map', () => {
  it('is well-formed and has finite coordinates within its reach, for every view', () => {
    fc.assert(
      fc.property(styleInputs, fc.constantFrom(['desk'], ['desk', 'phone']), (input, names) => {
        const { palette, base: _, ...view } = input;
        const sizes = names.map((name, index) => ({ name, widthPx: 600 / (index + 1) }));
        const svg = drawn(view, { palettes: [palette], sizes: sizes as unknown as PosterInput['sizes'] });
        const numbers = numbersOf(svg);
        expect(numbers.length).toBeGreaterThan(10);
        expect(numbers.every(Number.isFinite)).toBe(true);
        expect(svg).not.toMatch(/NaN|undefined|null|\[object/u);
        const open = svg.match(/<[a-z]+\b[^>]*(?<!\/)>/gu)?.length;
        expect(svg.match(/<\/[a-z]+>/gu)?.length).toBe(open);
      }),
      { numRuns: 60 },
    );
  });

  it('has only colours of its palette, or of both', () => {
    const colours = (palette: typeof LIGHT): Set<string> =>
      new Set(
        JSON.stringify(palette)
          .match(/#[0-9A-F]{6}/gu)
          ?.map((colour) => colour.toLowerCase()),
      );
    for (const palette of [LIGHT, DARK, PRINT]) {
      const used = drawn({}, { palettes: [palette] }).match(/#[0-9a-f]{6}/gu) ?? [];
      expect(used.length).toBeGreaterThan(10);
      expect(used.filter((colour) => !colours(palette).has(colour))).toEqual([]);
    }
    const both = drawn({}, { palettes: [LIGHT, DARK] });
    expect(both).toContain(`light-dark(${LIGHT.land.toLowerCase()},${DARK.land.toLowerCase()})`);
  });

  it('asks for no style sheet of its own, no script and no other server', () => {
    expect(drawn({}, { palettes: [LIGHT, DARK] })).not.toMatch(
      /style=|<style|<script|href=|https?:\/\/(?!www\.w3\.org\/2000\/svg)/u,
    );
  });

  it('marks the selected place', () => {
    expect(drawn({ selected: 'town' })).not.toBe(drawn({}));
    expect(drawn({ selected: 'town' })).toContain(LIGHT.hues.teal.text.toLowerCase());
    expect(drawn({ selected: 'nothing-of-the-plan', focus: ['nothing-of-the-plan'] })).not.toContain('>town<');
  });

  it('leaves out a theme that is switched off', () => {
    expect(drawn({})).toContain('三环');
    expect(drawn({ hidden: ['road'] })).not.toContain('三环');
  });

  it('escapes names, however hostile', () => {
    const name = `</text><script>alert("1")</script>'&`;
    const points = DATA.points?.features.map((feature) => ({
      ...feature,
      properties: { ...feature.properties, zh: name, ref: name },
    }));
    const svg = drawn({ data: { ...DATA, points: { type: 'FeatureCollection', features: points ?? [] } } });
    expect(svg).toContain('&lt;');
    expect(svg).not.toMatch(/<script|<\/text><s/u);
  });

  it('is dashed where the line is schematic', () => {
    const one = (id: string): string => {
      const features = DATA.lines?.features.filter((feature) => feature.properties.id === id) ?? [];
      return drawn({ data: { lines: { type: 'FeatureCollection', features } } });
    };
    expect(one('canal')).toContain('stroke-dasharray');
    expect(one('metro-1')).not.toContain('stroke-dasharray');
  });

  it('shows what the visitor asks about, and cuts no name at its edge', () => {
    const whole = { beyond: { top: 0, right: 0, bottom: 0, left: 0 } };
    const current = { type: 'Point' as const, coordinates: [102.5, 25.5] };
    const asked = drawn({ site: { current, others: [], pins: [] } }, whole);
    expect(asked).not.toBe(drawn({}, whole));
    expect(asked).toContain(LIGHT.accent.toLowerCase());
    const names = (svg: string): number => svg.match(/<text/gu)?.length ?? 0;
    // A frame around one corner of the plan: names that stand across its edge are left out.
    const [west, south, east, north] = FRAME;
    for (const share of [0.2, 0.35, 0.5]) {
      const frame = squareAround([west, south, west + (east - west) * share, south + (north - south) * share]);
      const beyond = { top: 1, right: 1, bottom: 1, left: 1 };
      expect(names(drawn({}, { frame, ...whole }))).toBeLessThanOrEqual(names(drawn({}, { frame, beyond })));
    }
  });

  it('puts a position where Web Mercator does, at every size', () => {
    const features = (DATA.points?.features ?? []).filter(({ properties }) => properties.mark === 'badge');
    const data = { points: { type: 'FeatureCollection' as const, features } };
    const [left, top] = toMercator([FRAME[0], FRAME[3]]);
    const [right] = toMercator([FRAME[2], FRAME[1]]);
    const [x, y] = toMercator([102.5, 25.5]);
    const share = (value: number, from: number): string =>
      `${Number((((value - from) / (right - left)) * 100).toFixed(2))}%`;
    for (const widthPx of [200, 600]) {
      const svg = drawn({ data }, { sizes: [{ name: 'desk', widthPx }] });
      expect(svg).toContain(`x="${share(x, left)}" y="${share(y, top)}"`);
    }
  });
});

describe('the frame', () => {
  it('is a square on the map around every box, with the same middle', () => {
    const box = fc
      .tuple(fc.double({ min: -170, max: 160, noNaN: true }), fc.double({ min: -70, max: 60, noNaN: true }))
      .chain(([west, south]) =>
        fc
          .tuple(fc.double({ min: 0.001, max: 10, noNaN: true }), fc.double({ min: 0.001, max: 10, noNaN: true }))
          .map(([width, height]): Bbox => [west, south, west + width, south + height]),
      );
    fc.assert(
      fc.property(box, (inner) => {
        const [west, south, east, north] = squareAround(inner);
        const [left, bottom] = toMercator([west, south]);
        const [right, top] = toMercator([east, north]);
        expect((right - left) / (bottom - top)).toBeCloseTo(1, 6);
        expect(west).toBeLessThanOrEqual(inner[0] + 1e-9);
        expect(north).toBeGreaterThanOrEqual(inner[3] - 1e-9);
        expect((west + east) / 2).toBeCloseTo((inner[0] + inner[2]) / 2, 6);
      }),
    );
  });

  it('has the zoom that MapLibre gives it: the world is 512 pixels wide at zoom 0', () => {
    expect(zoomOf([-180, -85, 180, 85], 512)).toBe(0);
    expect(zoomOf([0, 0, 90, 10], 512)).toBe(2);
  });

  it('comes back from the map as it went in', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -85, max: 85, noNaN: true }),
        (lng, lat) => {
          const [lng1, lat1] = fromMercator(toMercator([lng, lat]));
          expect(lng1).toBeCloseTo(lng, 8);
          expect(lat1).toBeCloseTo(lat, 8);
        },
      ),
    );
  });
});
