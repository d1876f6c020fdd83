import type { ExpressionSpecification, FilterSpecification } from '@maplibre/maplibre-gl-style-spec';

import { HUES } from '../../contract/place';
import type { Palette } from '../palette';
import type { LayerInput } from '../style-input';
import { GROUND_GROUPS } from './ground-groups';

/** The mark or text colour of a feature's hue. */
export function hueColour(palette: Palette, use: 'mark' | 'text'): ExpressionSpecification {
  const pairs = HUES.flatMap((hue) => [hue, palette.hues[hue][use]]);
  return ['match', ['get', 'hue'], ...pairs, palette.hues.grey[use]] as unknown as ExpressionSpecification;
}

/** Sprite image of a feature's pattern in its hue. */
export function patternImage(palette: Palette): ExpressionSpecification {
  return ['concat', `${palette.name}-`, ['get', 'hue'], '-', ['get', 'pattern']];
}

/** Sprite image behind the number of a line, in its hue. */
export function badgeImage(palette: Palette): ExpressionSpecification {
  return ['concat', `${palette.name}-`, ['get', 'hue'], '-badge'];
}

/** A radius that grows with the map, so that it stays `radiusPx0 × 2^zoom`: true to scale. */
export function trueToScale(): ExpressionSpecification {
  const at = (zoom: number): ExpressionSpecification => ['*', ['get', 'radiusPx0'], 2 ** zoom];
  return ['interpolate', ['exponential', 2], ['zoom'], 0, at(0), 20, at(20)];
}

/**
 * Opacity of a band of uncertainty: the wider it is, the fainter, so that doubt never looks like weight; dark hues
 * fainter still. `layers` is how many steps lie on top of each other.
 */
export function bandOpacity(input: LayerInput, layers: number): ExpressionSpecification {
  const at = (accuracyM: number, opacity: number): [number, number] => [accuracyM, opacity / layers];
  const fade: ExpressionSpecification = [
    '*',
    ['match', ['get', 'hue'], ['ink', 'slate', 'umber'], input.palette.inkBand, 1],
    ['interpolate', ['linear'], ['get', 'accuracyM'], ...at(100, 0.5), ...at(1000, 0.26), ...at(3000, 0.14)],
  ];
  const asked = askedFor(input);
  if (asked.length === 0) return fade;
  return ['case', isIn('owner', asked), fade, ['*', fade, 0.35]];
}

/** What is on the map whether or not anyone asks for it. */
export const always: ExpressionSpecification = ['!=', ['get', 'draw'], 'on-demand'];

/** What is only a sketch: order and corridor, not the course. */
export const isSchematic: ExpressionSpecification = ['==', ['get', 'idealisation'], 'schematic'];

/** Features of the plan that are to be drawn now: their theme is on, and those on demand are asked for. */
export function shown(input: LayerInput, ...more: ExpressionSpecification[]): FilterSpecification {
  const asked = askedFor(input);
  return [
    'all',
    ['!', isIn('theme', input.hidden)],
    ['any', always, isIn('owner', asked)],
    ...more,
  ] as unknown as FilterSpecification;
}

export function isIn(property: string, values: readonly string[]): ExpressionSpecification {
  return ['in', ['get', property], ['literal', [...values]]];
}

/** Places in focus and the selected one. */
export function askedFor({ focus, selected }: LayerInput): string[] {
  return selected === null ? [...focus] : [...focus, selected];
}

/** `value` for what is in focus (or for everything, while nothing is), a part of it for the rest. */
export function emphasis(input: LayerInput, value: number, restFactor = 0.45): ExpressionSpecification | number {
  const asked = askedFor(input);
  if (asked.length === 0) return value;
  return ['case', isIn('owner', asked), value, value * restFactor];
}

/** Whether a background class is switched on. */
export function groundOn(input: LayerInput, groundClass: string): boolean {
  const group = Object.entries(GROUND_GROUPS).find(([, classes]) =>
    (classes as readonly string[]).includes(groundClass),
  );
  return !group || !input.hidden.includes(group[0]);
}

/** The name in the reader's language; Chinese below English, since signs on site are Chinese. */
export function label({ lang }: LayerInput): ExpressionSpecification {
  if (lang === 'zh') return ['get', 'zh'];
  return ['format', ['get', 'en'], {}, '\n', {}, ['get', 'zh'], { 'font-scale': 0.8 }];
}
