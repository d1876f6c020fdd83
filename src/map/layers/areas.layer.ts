import type { ExpressionSpecification, LineLayerSpecification } from '@maplibre/maplibre-gl-style-spec';

import { BAND_SHARES } from '../../contract/features';
import type { LayerInput, Subject } from '../style-input';
import { always, bandOpacity, emphasis, hueColour, isSchematic, patternImage, shown } from './expressions';

const notLake: ['!=', ['get', string], string] = ['!=', ['get', 'class'], 'lake'];
const isProtection: ['==', ['get', string], string] = ['==', ['get', 'theme'], 'protection'];

/**
 * An area drawn on demand lies on top of those it is made of: its outline is enough until it is the one selected.
 */
function filledNow({ selected }: LayerInput): ExpressionSpecification {
  return ['any', always, ['==', ['get', 'owner'], selected ?? '']];
}

/** Areas of the plan: a tint, a pattern, an edge; dashed where it is schematic. */
export const areas: Subject = (input) => {
  const { palette } = input;
  const filled = filledNow(input);
  return [
    {
      id: 'area-tint',
      type: 'fill',
      source: 'areas',
      filter: shown(input, notLake, filled, ['!=', ['get', 'hue'], 'grey']),
      paint: {
        'fill-color': hueColour(palette, 'mark'),
        'fill-opacity': emphasis(input, palette.tint, 0.6),
        'fill-antialias': false,
      },
    },
    {
      id: 'area-pattern',
      type: 'fill',
      source: 'areas',
      filter: shown(input, notLake, filled, ['!=', ['get', 'theme'], 'protection'], ['!=', ['get', 'pattern'], 'none']),
      paint: {
        'fill-pattern': patternImage(palette),
        'fill-opacity': emphasis(input, palette.patternAlpha, 0.5),
        'fill-antialias': false,
      },
    },
    {
      id: 'area-edge-indicative',
      type: 'line',
      source: 'areas',
      filter: shown(
        input,
        notLake,
        ['!=', ['get', 'class'], 'district'],
        ['==', ['get', 'idealisation'], 'indicative'],
      ),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': hueColour(palette, 'mark'),
        'line-width': 1.2,
        'line-opacity': emphasis(input, 0.85),
      },
    },
    {
      id: 'area-edge-schematic',
      type: 'line',
      source: 'areas',
      filter: shown(input, notLake, isSchematic),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': hueColour(palette, 'mark'),
        'line-width': 1.2,
        'line-dasharray': [2, 2.5],
        'line-opacity': emphasis(input, 0.85),
      },
    },
  ];
};

/** Outline of the areas that a filter finds: dashed where an area is schematic. Its layers are `<id>` and `<id>-schematic`. */
export function outlineOf(
  id: string,
  which: ExpressionSpecification,
  paint: NonNullable<LineLayerSpecification['paint']>,
  dashes: [number, number],
): LineLayerSpecification[] {
  const layer = { type: 'line', source: 'areas', layout: { 'line-join': 'round' } } as const;
  return [
    { id, ...layer, filter: ['all', which, ['!', isSchematic]], paint },
    {
      id: `${id}-schematic`,
      ...layer,
      filter: ['all', which, isSchematic],
      paint: { ...paint, 'line-dasharray': dashes },
    },
  ];
}

/** The selected area: an outline that nothing else on the map has, dashed where the area is schematic. */
export const selectedArea: Subject = ({ palette, selected }) => {
  const isSelected: ExpressionSpecification = ['==', ['get', 'owner'], selected ?? ''];
  return [
    {
      id: 'area-selected-case',
      type: 'line',
      source: 'areas',
      filter: isSelected,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.halo, 'line-width': 6, 'line-opacity': 0.9 },
    },
    ...outlineOf(
      'area-selected',
      isSelected,
      { 'line-color': hueColour(palette, 'text'), 'line-width': 2.6, 'line-opacity': 1 },
      [2.4, 1.4],
    ),
  ];
};

/** Protected land around a lake keeps its hatching above the tint of the city. */
export const protectionPattern: Subject = (input) => [
  {
    id: 'protection-pattern',
    type: 'fill',
    source: 'areas',
    filter: shown(input, notLake, isProtection, filledNow(input), ['!=', ['get', 'pattern'], 'none']),
    paint: {
      'fill-pattern': patternImage(input.palette),
      'fill-opacity': emphasis(input, 0.5, 0.6),
      'fill-antialias': false,
    },
  },
];

/** Soft edges of areas and lines: steps of one pale colour that together fade out where certainty ends. */
export const bands: Subject = (input) => [
  {
    id: 'band',
    type: 'fill',
    source: 'bands',
    filter: shown(input),
    paint: {
      'fill-color': hueColour(input.palette, 'mark'),
      'fill-opacity': bandOpacity(input, BAND_SHARES.length),
      'fill-antialias': false,
    },
  },
];
