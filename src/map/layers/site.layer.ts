import type { FilterSpecification } from '@maplibre/maplibre-gl-style-spec';

import type { Subject } from '../style-input';
import { FONT_BOLD } from './fonts';

const is = (mark: string, type: 'Polygon' | 'LineString' | 'Point'): FilterSpecification => [
  'all',
  ['==', ['get', 'mark'], mark],
  ['==', ['geometry-type'], type],
];

/** The visitor's own site over the plan, the others of its file in hairlines; a clear edge, as it is taken at its word. */
export const site: Subject = ({ palette }) => [
  {
    id: 'site-other',
    type: 'line',
    source: 'site',
    filter: ['all', ['==', ['get', 'mark'], 'other'], ['!=', ['geometry-type'], 'Point']],
    paint: { 'line-color': palette.accent, 'line-width': 1, 'line-opacity': 0.8 },
  },
  {
    id: 'site-other-point',
    type: 'circle',
    source: 'site',
    filter: is('other', 'Point'),
    paint: { 'circle-color': palette.accent, 'circle-radius': 2.5, 'circle-opacity': 0.8 },
  },
  {
    id: 'site-fill',
    type: 'fill',
    source: 'site',
    filter: is('current', 'Polygon'),
    paint: { 'fill-color': palette.accent, 'fill-opacity': 0.14 },
  },
  {
    id: 'site-case',
    type: 'line',
    source: 'site',
    filter: ['all', ['==', ['get', 'mark'], 'current'], ['!=', ['geometry-type'], 'Point']],
    paint: { 'line-color': palette.halo, 'line-width': 5.5 },
  },
  {
    id: 'site-line',
    type: 'line',
    source: 'site',
    filter: ['all', ['==', ['get', 'mark'], 'current'], ['!=', ['geometry-type'], 'Point']],
    paint: { 'line-color': palette.accent, 'line-width': 2.6 },
  },
  {
    id: 'site-point',
    type: 'circle',
    source: 'site',
    filter: is('current', 'Point'),
    paint: {
      'circle-color': palette.accent,
      'circle-radius': 6,
      'circle-stroke-color': palette.halo,
      'circle-stroke-width': 2.4,
    },
  },
];

/** Where a site would lie in each of the systems that are offered, by the number of the choice. */
export const sitePins: Subject = ({ palette }) => [
  {
    id: 'site-pin',
    type: 'circle',
    source: 'site',
    filter: is('pin', 'Point'),
    paint: {
      'circle-color': palette.paper,
      'circle-radius': 10,
      'circle-stroke-color': palette.accent,
      'circle-stroke-width': 2,
    },
  },
  {
    id: 'site-pin-number',
    type: 'symbol',
    source: 'site',
    filter: is('pin', 'Point'),
    layout: {
      'text-field': ['get', 'number'],
      'text-font': FONT_BOLD,
      'text-size': 12,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': palette.ink },
  },
];
