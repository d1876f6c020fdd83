import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';

import { BADGE_RADIUS_PX } from '../images';
import type { LayerInput, Subject } from '../style-input';
import {
  always,
  askedFor,
  badgeImage,
  bandOpacity,
  emphasis,
  hueColour,
  isIn,
  isSchematic,
  label,
  shown,
  trueToScale,
} from './expressions';
import { FONT, FONT_BOLD } from './fonts';

const is = (mark: string): ['==', ['get', string], string] => ['==', ['get', 'mark'], mark];

/** Sites of the plan with the circle in which each lies, and the planned stations, hollow. */
export const points: Subject = (input) => {
  const { palette } = input;
  return [
    {
      id: 'point-band',
      type: 'circle',
      source: 'points',
      filter: shown(input, is('shape'), ['has', 'radiusPx0']),
      paint: {
        'circle-radius': trueToScale(),
        'circle-color': hueColour(palette, 'mark'),
        'circle-opacity': bandOpacity(input, 2),
        'circle-blur': 0.25,
        'circle-pitch-alignment': 'map',
      },
    },
    {
      id: 'point-station',
      type: 'circle',
      source: 'points',
      minzoom: 9.6,
      filter: shown(input, is('part')),
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9.6, 1.8, 12, 3, 15, 5],
        'circle-color': palette.halo,
        'circle-stroke-color': hueColour(palette, 'mark'),
        'circle-stroke-width': 1.5,
        'circle-opacity': emphasis(input, 1, 0.5),
        'circle-stroke-opacity': emphasis(input, 1, 0.4),
      },
    },
    {
      id: 'point-site',
      type: 'circle',
      source: 'points',
      filter: shown(input, is('shape')),
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 3, 12, 5, 15, 7],
        // What is only a sketch is hollow: its true place may be kilometres away.
        'circle-color': ['case', isSchematic, palette.halo, hueColour(palette, 'mark')],
        'circle-stroke-color': ['case', isSchematic, hueColour(palette, 'mark'), palette.halo],
        'circle-stroke-width': 1.8,
        'circle-opacity': emphasis(input, 1, 0.45),
        'circle-stroke-opacity': emphasis(input, 1, 0.6),
      },
    },
  ];
};

export const selectedPoint: Subject = ({ palette, selected }) => [
  {
    id: 'point-selected',
    type: 'circle',
    source: 'points',
    filter: ['all', is('shape'), ['==', ['get', 'owner'], selected ?? '']],
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 6, 15, 11],
      'circle-color': hueColour(palette, 'mark'),
      'circle-stroke-color': palette.ink,
      'circle-stroke-width': 2.4,
    },
  },
];

/** A badge that carries a name rather than a number. */
const long: ExpressionSpecification = ['>', ['length', ['get', 'ref']], 1];

/** Line numbers at the ends of metro lines. Where two ends meet one of them gives way, and names give way to both. */
export const badges: Subject = (input) => {
  const { palette } = input;
  const radius = (px: number): number => px / BADGE_RADIUS_PX;
  return [
    {
      id: 'badge',
      type: 'symbol',
      source: 'points',
      filter: shown(input, is('badge')),
      layout: {
        'icon-image': badgeImage(palette),
        'icon-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          8,
          ['case', long, radius(10.5), radius(8)],
          12,
          ['case', long, radius(14), radius(11)],
        ],
        'icon-padding': 0,
        'text-field': ['get', 'ref'],
        'text-font': FONT_BOLD,
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, ['case', long, 8, 9], 12, ['case', long, 10.5, 12]],
        'text-max-width': 20,
        'text-padding': 0,
      },
      paint: {
        'text-color': palette.paper,
        'icon-opacity': emphasis(input, 1, 0.5),
        'text-opacity': emphasis(input, 1, 0.8),
      },
    },
  ];
};

/** The selected place is named by a layer of its own. */
function notSelected({ selected }: LayerInput): ExpressionSpecification {
  return ['!=', ['get', 'owner'], selected ?? ''];
}

/** A name in two languages takes four times the room of a Chinese one, so it waits for a nearer look. */
function roomFor({ lang }: LayerInput): ExpressionSpecification {
  return ['>=', ['zoom'], lang === 'zh' ? 9 : 10];
}

/** Names of the plan. Later layers are placed first, so the names of districts survive. */
export const planLabels: Subject = (input) => {
  const { palette } = input;
  const paint = {
    'text-color': hueColour(palette, 'text'),
    'text-halo-color': palette.halo,
    'text-halo-width': 1.6,
    'text-opacity': emphasis(input, 1, 0.6),
  } as const;
  return [
    {
      id: 'label-station',
      type: 'symbol',
      source: 'points',
      minzoom: 12.2,
      filter: shown(input, is('part')),
      layout: {
        'text-field': label(input),
        'text-font': FONT,
        'text-size': 11,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.7,
        'text-max-width': 9,
      },
      paint,
    },
    {
      id: 'label-line',
      type: 'symbol',
      source: 'lines',
      minzoom: 9,
      // What wears a shield or a badge is named by it.
      filter: shown(input, is('shape'), ['!', ['has', 'ref']]),
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', input.lang],
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 9, 11, 12, 12],
        'symbol-spacing': 420,
        'text-max-angle': 35,
        'text-offset': [0, -1.1],
      },
      paint,
    },
    {
      id: 'label-area',
      type: 'symbol',
      source: 'points',
      minzoom: 9.4,
      filter: shown(
        input,
        is('label'),
        ['!', isIn('theme', ['road', 'rail', 'water'])],
        ['!', isIn('class', ['district', 'lake'])],
        ['!=', ['get', 'kind'], 'line'],
        always,
        notSelected(input),
      ),
      layout: {
        'text-field': label(input),
        'text-font': FONT_BOLD,
        'text-size': ['interpolate', ['linear'], ['zoom'], 9, 11, 13, 14],
        'text-max-width': 8,
      },
      paint,
    },
    {
      id: 'label-site',
      type: 'symbol',
      source: 'points',
      minzoom: 9.4,
      filter: shown(input, is('shape'), always, notSelected(input), roomFor(input)),
      layout: {
        'text-field': label(input),
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 9, 11, 13, 13],
        'text-variable-anchor': ['top', 'bottom', 'right', 'left'],
        'text-radial-offset': 0.75,
        'text-max-width': input.lang === 'zh' ? 9 : 11,
      },
      paint: { ...paint, 'text-color': palette.ink },
    },
    {
      id: 'label-lake',
      type: 'symbol',
      source: 'points',
      filter: ['==', ['get', 'class'], 'lake'],
      layout: {
        'text-field': label(input),
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, 12, 11, 17],
        'text-letter-spacing': input.lang === 'zh' ? 0.2 : 0.05,
      },
      paint: { 'text-color': palette.waterText, 'text-halo-color': palette.water, 'text-halo-width': 1 },
    },
    {
      id: 'label-district',
      type: 'symbol',
      source: 'points',
      maxzoom: 13,
      filter: ['all', is('label'), ['==', ['get', 'class'], 'district']],
      layout: {
        'text-field': label(input),
        'text-font': FONT_BOLD,
        'text-size': ['interpolate', ['linear'], ['zoom'], 7, 11, 10, 14, 12, 16],
        'text-letter-spacing': input.lang === 'zh' ? 0.12 : 0,
        'text-max-width': 7,
        'text-padding': 4,
      },
      paint: { ...paint, 'text-opacity': emphasis(input, 1, 0.75) },
    },
    {
      id: 'label-asked',
      type: 'symbol',
      source: 'points',
      // Names that no other layer shows: of areas drawn on demand, and of whatever is selected.
      filter: [
        'all',
        isIn('owner', askedFor(input)),
        isIn('mark', ['shape', 'label']),
        ['!', isIn('class', ['district', 'lake'])],
        [
          'any',
          ['==', ['get', 'owner'], input.selected ?? ''],
          ['all', ['!', always], ['!', isIn('theme', input.hidden)]],
        ],
      ],
      layout: {
        'text-field': label(input),
        'text-font': FONT_BOLD,
        'text-size': 14,
        'text-variable-anchor': ['top', 'bottom', 'right', 'left'],
        'text-radial-offset': 0.9,
        'text-max-width': 9,
      },
      paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
    },
  ];
};
