import { describe, expect, it } from 'vitest';

import { HUES } from '../contract/place';
import { contrast } from './colour';
import { paletteCss } from './palette-css';
import { DARK, LIGHT, type Palette } from './palette';

const palettes: [Palette['name'], Palette][] = [LIGHT, DARK].map((palette) => [palette.name, palette]);
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

describe('the palettes', () => {
  it.each(palettes)('%s has words that can be read on paper', (_, palette) => {
    expect(ratio(palette.ink, palette.paper)).toBeGreaterThanOrEqual(4.5);
    expect(ratio(palette.inkSoft, palette.paper)).toBeGreaterThanOrEqual(4.5);
    expect(ratio(palette.accent, palette.paper)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(hues)('%s %s has words that can be read on paper', (_, hue, palette) => {
    expect(ratio(palette.hues[hue].text, palette.paper)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(hues)('%s %s has marks that can be seen on paper', (_, hue, palette) => {
    expect(ratio(palette.hues[hue].mark, palette.paper)).toBeGreaterThanOrEqual(3);
  });

  it.each(hues)('%s %s has marks that can be seen on land', (_, hue, palette) => {
    expect(ratio(palette.hues[hue].mark, palette.land)).toBeGreaterThanOrEqual(3);
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
  const css = paletteCss(LIGHT, DARK);

  it('give the page the colours of the map, light and dark', () => {
    expect(css).toContain(`--paper: light-dark(${LIGHT.paper}, ${DARK.paper});`);
    expect(css).toContain(`--ink-soft: light-dark(${LIGHT.inkSoft}, ${DARK.inkSoft});`);
  });

  it.each(HUES)('have %s for what carries it', (hue) => {
    const rule = css.split('\n').find((line) => line.startsWith(`[data-hue='${hue}']`));
    expect(rule).toContain(`--hue: light-dark(${LIGHT.hues[hue].mark}, ${DARK.hues[hue].mark})`);
    expect(rule).toContain(`--hue-text: light-dark(${LIGHT.hues[hue].text}, ${DARK.hues[hue].text})`);
  });
});
