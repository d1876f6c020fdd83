import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';

import type { Subject } from '../style-input';
import { emphasis, hueColour, isSchematic, shown } from './expressions';
import { FONT_BOLD } from './fonts';

const isShape: ['==', ['get', string], string] = ['==', ['get', 'mark'], 'shape'];
const isPart: ['==', ['get', string], string] = ['==', ['get', 'mark'], 'part'];

/** Rail stands out, roads carry, water works run underground: widths in that order. */
export function lineWidth(factor: number): ExpressionSpecification {
  const at = (px: number): ExpressionSpecification => [
    '*',
    px * factor,
    ['match', ['get', 'theme'], 'rail', 1, 'road', 0.85, 0.65],
  ];
  return ['interpolate', ['linear'], ['zoom'], 8, at(1.6), 12, at(2.8), 15, at(4)];
}

/** Lines of the plan: a casing, the line; dashes where it is schematic. */
export const lines: Subject = (input) => {
  const { palette } = input;
  const line = (id: string, idealisation: string, extra: object): LayerSpecification => ({
    id,
    type: 'line',
    source: 'lines',
    filter: shown(input, isShape, ['==', ['get', 'idealisation'], idealisation]),
    layout: { 'line-join': 'round', 'line-cap': 'butt' },
    paint: {
      'line-color': hueColour(palette, 'mark'),
      'line-width': lineWidth(1),
      'line-opacity': emphasis(input, 1, 0.35),
      ...extra,
    },
  });
  return [
    {
      id: 'line-case',
      type: 'line',
      source: 'lines',
      filter: shown(input, isShape),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': palette.halo,
        'line-width': lineWidth(1.9),
        'line-opacity': emphasis(input, 0.85, 0.4),
      },
    },
    line('line-indicative', 'indicative', {}),
    line('line-exact', 'exact', {}),
    line('line-schematic', 'schematic', { 'line-dasharray': [2.4, 1.3] }),
    {
      id: 'line-part',
      type: 'line',
      source: 'lines',
      filter: shown(input, isPart),
      paint: {
        'line-color': palette.halo,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.8, 12, 1.4, 15, 2],
        'line-dasharray': [3, 3],
      },
    },
  ];
};

/** The selected line: heavier, and still dashed where it is schematic. */
export const selectedLine: Subject = ({ palette, selected }) => {
  const line = (
    id: string,
    colour: ExpressionSpecification | string,
    width: [number, number],
    dashed: boolean | null,
  ): LayerSpecification => ({
    id,
    type: 'line',
    source: 'lines',
    filter: [
      'all',
      ['==', ['get', 'owner'], selected ?? ''],
      ...(dashed === null ? [] : [dashed ? isSchematic : ['!', isSchematic]]),
    ] as unknown as FilterSpecification,
    layout: { 'line-join': 'round', 'line-cap': dashed ? 'butt' : 'round' },
    paint: {
      'line-color': colour,
      'line-width': ['interpolate', ['linear'], ['zoom'], 8, width[0], 15, width[1]],
      'line-opacity': 1,
      ...(dashed && { 'line-dasharray': [2.2, 1] }),
    },
  });
  const colour = hueColour(palette, 'text');
  return [
    line('line-selected-case', palette.halo, [7, 12], null),
    line('line-selected', colour, [3.5, 6], false),
    line('line-selected-schematic', colour, [3.5, 6], true),
  ];
};

/** Names of roads on small plates along the road. */
export const shields: Subject = (input) => [
  {
    id: 'line-shield',
    type: 'symbol',
    source: 'lines',
    minzoom: 9,
    filter: shown(input, isShape, ['==', ['get', 'theme'], 'road'], ['has', 'ref']),
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': ['interpolate', ['linear'], ['zoom'], 9, 90, 12, 260, 14, 420],
      'text-field': ['get', 'ref'],
      'text-font': FONT_BOLD,
      'text-size': 11,
      'text-rotation-alignment': 'viewport',
      'icon-rotation-alignment': 'viewport',
      'icon-image': `${input.palette.name}-plate`,
      'icon-text-fit': 'both',
      'icon-text-fit-padding': [2, 5, 2, 5],
      'text-padding': 8,
    },
    paint: {
      'text-color': input.palette.ink,
      'text-opacity': emphasis(input, 1, 0.6),
      'icon-opacity': emphasis(input, 1, 0.7),
    },
  },
];
