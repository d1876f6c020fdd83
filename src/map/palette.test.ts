import { describe, expect, it } from 'vitest';

import { HUES } from '../contract/place';
import { contrast } from './colour';
import { paletteCss } from './palette-css';
import { DARK, LIGHT, type Palette, PRINT } from './palette';

const palettes: [Palette['name'], Palette][] = [LIGHT, DARK, PRINT].map((palette) => [palette.name, palette]);
const hues = palettes.flatMap(([name, palette]) => HUES.map((hue) => [name, hue, palette] as const));
/** Two decimals downwards: 4.499 is not 4.5. */
const ratio = (a: string, b: string): number => Math.floor(contrast(a, b) * 100) / 100;

describe('contrast', () => {
  it.each([
    ['#000000', '#FFFFFF', 21],
    ['#777777', '#FFFFFF', 4.47],
    ['#767676', '#FFFFFF', 4.54],
    ['#FF0000', '#FFFFFF', 3.99],
    ['#123456', '#123456', 1],
  ])('of %s on %s is %d, whichever comes first', (a, b, expected) => {
    expect(ratio(a, b)).toBe(expected);
    expect(contrast(b, a)).toBe(contrast(a, b));
  });
});

/** What words stand on, with the words that stand there. */
const WORDS: [on: string, words: string, (palette: Palette) => [string, string]][] = [
  ['paper', 'ink', ({ paper, ink }) => [paper, ink]],
  ['paper', 'soft ink', ({ paper, inkSoft }) => [paper, inkSoft]],
  ['paper', 'links', ({ paper, accent }) => [paper, accent]],
  ['deep paper', 'ink', ({ paperDeep, ink }) => [paperDeep, ink]],
  ['deep paper', 'soft ink', ({ paperDeep, inkSoft }) => [paperDeep, inkSoft]],
  ['deep paper', 'links', ({ paperDeep, accent }) => [paperDeep, accent]],
  ['halo', 'names of the background', ({ halo, labelGround }) => [halo, labelGround]],
  ['land', 'names of the background', ({ land, labelGround }) => [land, labelGround]],
  ['halo', 'names of rivers', ({ halo, waterText }) => [halo, waterText]],
];

describe('the palettes', () => {
  it.each(
    palettes.flatMap(([name, palette]) => WORDS.map(([on, words, of]) => [name, words, on, of(palette)] as const)),
  )('%s has %s that can be read on %s', (_, __, ___, [ground, words]) => {
    expect(ratio(words, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(palettes)('%s has names of lakes that can be read on water', (_, { water, waterText }) => {
    expect(ratio(waterText, water)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(hues)(
    '%s %s has words that can be read on paper, in halos, and as a plate under paper',
    (_, hue, palette) => {
      const { text } = palette.hues[hue];
      expect(ratio(text, palette.paper)).toBeGreaterThanOrEqual(4.5);
      expect(ratio(text, palette.halo)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(hues)('%s %s has marks that can be seen on paper, land and what lies beyond', (_, hue, palette) => {
    const { mark } = palette.hues[hue];
    expect(ratio(mark, palette.paper)).toBeGreaterThanOrEqual(3);
    expect(ratio(mark, palette.land)).toBeGreaterThanOrEqual(3);
    expect(ratio(mark, palette.halo)).toBeGreaterThanOrEqual(3);
  });

  it.each(palettes)('%s is written in colours that everything here can read', (_, palette) => {
    const colours = Object.values(palette).flatMap((value: unknown) =>
      typeof value === 'string' && value.startsWith('#') ? [value] : [],
    );
    expect(colours.length).toBeGreaterThan(10);
    for (const colour of [...colours, ...Object.values(palette.hues).flatMap(({ mark, text }) => [mark, text])]) {
      expect(colour).toMatch(/^#[0-9A-F]{6}$/u);
    }
  });
});

describe('the palettes as custom properties', () => {
  const css = paletteCss(LIGHT, DARK, PRINT);

  it('give the page the colours of the map, light and dark', () => {
    expect(css).toContain(`--paper: light-dark(${LIGHT.paper}, ${DARK.paper});`);
    expect(css).toContain(`--ink-soft: light-dark(${LIGHT.inkSoft}, ${DARK.inkSoft});`);
  });

  it.each(HUES)('have %s for what carries it', (hue) => {
    const rule = css.split('\n').find((line) => line.startsWith(`[data-hue='${hue}']`));
    expect(rule).toContain(`--hue: light-dark(${LIGHT.hues[hue].mark}, ${DARK.hues[hue].mark})`);
    expect(rule).toContain(`--hue-text: light-dark(${LIGHT.hues[hue].text}, ${DARK.hues[hue].text})`);
  });

  it('give paper what is printed, under the very same names', () => {
    const [screen = '', print = ''] = css.split('@media print');
    expect(print).toContain(`--paper: ${PRINT.paper};`);
    expect(print).toContain(
      `[data-hue='ochre'] { --hue: ${PRINT.hues.ochre.mark}; --hue-text: ${PRINT.hues.ochre.text}; }`,
    );
    const names = (part: string): string[] => part.match(/--[a-z-]+(?=:)/gu) ?? [];
    expect(names(print)).toEqual(names(screen));
  });
});
