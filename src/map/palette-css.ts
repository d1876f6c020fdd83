import { HUES } from '../contract/place';
import type { Palette } from './palette';

const TOKENS = {
  paper: '--paper',
  paperDeep: '--paper-deep',
  ink: '--ink',
  inkSoft: '--ink-soft',
  rule: '--rule',
  accent: '--accent',
  beyond: '--beyond',
  water: '--water',
} as const satisfies Partial<Record<keyof Palette, string>>;

/**
 * The palettes as custom properties, so that page and map can never differ: `--ink`, and `--hue` by `data-hue`. Light
 * and dark follow the `color-scheme`, of the page or of a part with `data-scheme`; paper has colours of its own.
 */
export function paletteCss(light: Palette, dark: Palette, print: Palette): string {
  const screen = rules((of) => `light-dark(${of(light)}, ${of(dark)})`);
  const paper = rules((of) => of(print));
  return `${screen}\n@media print {\n${paper}\n}\n`;
}

/** One rule a line; `value` says what a custom property is, given how to find it in a palette. */
function rules(value: (of: (palette: Palette) => string) => string): string {
  const tokens = Object.entries(TOKENS).map(([key, name]) => {
    const token = key as keyof typeof TOKENS;
    return `${name}: ${value((palette) => palette[token])};`;
  });
  const hues = HUES.map(
    (hue) =>
      `[data-hue='${hue}'] { --hue: ${value(({ hues: all }) => all[hue].mark)}; ` +
      `--hue-text: ${value(({ hues: all }) => all[hue].text)}; }`,
  );
  return `:root, [data-scheme] { ${tokens.join(' ')} }\n${hues.join('\n')}`;
}
