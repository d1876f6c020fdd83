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

/** The palettes as custom properties, so that page and map can never differ: `--ink`, and `--hue` by `data-hue`. */
export function paletteCss(light: Palette, dark: Palette): string {
  const pair = (a: string, b: string): string => `light-dark(${a}, ${b})`;
  const tokens = Object.entries(TOKENS).map(([key, name]) => {
    const token = key as keyof typeof TOKENS;
    return `${name}: ${pair(light[token], dark[token])};`;
  });
  const hues = HUES.map(
    (hue) =>
      `[data-hue='${hue}'] { --hue: ${pair(light.hues[hue].mark, dark.hues[hue].mark)}; ` +
      `--hue-text: ${pair(light.hues[hue].text, dark.hues[hue].text)}; }`,
  );
  return `:root { ${tokens.join(' ')} }\n${hues.join('\n')}\n`;
}
