import type { FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';

import type { Subject } from '../style-input';
import { groundOn, label } from './expressions';
import { FONT } from './fonts';
import { GROUND_FROM_ZOOM } from './ground-groups';

const only = (groundClass: string): ['==', ['get', string], string] => ['==', ['get', 'class'], groundClass];

/** The sheet of paper: what lies beyond the plan, the land of the plan. */
export const land: Subject = ({ palette }) => [
  { id: 'beyond', type: 'background', paint: { 'background-color': palette.beyond } },
  {
    id: 'land',
    type: 'fill',
    source: 'areas',
    filter: only('district'),
    paint: { 'fill-color': palette.land, 'fill-antialias': false },
  },
];

/** Lakes and rivers: the one calm blue. Lakes that the plan speaks of are in its own file. */
export const water: Subject = (input) => {
  const { palette } = input;
  const layers: LayerSpecification[] = [
    { id: 'ground-lake', type: 'fill', source: 'ground', filter: only('lake'), paint: { 'fill-color': palette.water } },
    {
      id: 'plan-lake',
      type: 'fill',
      source: 'areas',
      filter: only('lake'),
      paint: { 'fill-color': palette.water, 'fill-opacity': 0.86 },
    },
    {
      id: 'plan-lake-shore',
      type: 'line',
      source: 'areas',
      filter: only('lake'),
      paint: { 'line-color': palette.waterLine, 'line-width': 0.8 },
    },
  ];
  if (groundOn(input, 'river')) {
    layers.push({
      id: 'ground-river',
      type: 'line',
      source: 'ground',
      filter: only('river'),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': palette.waterLine,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.5, 12, 1.3, 15, 2.5],
      },
    });
  }
  return layers;
};

export const borders: Subject = ({ palette }) => [
  {
    id: 'district-border',
    type: 'line',
    source: 'areas',
    filter: only('district'),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': palette.border, 'line-width': 0.7 },
  },
];

export const roads: Subject = (input) => {
  if (!groundOn(input, 'main-road')) return [];
  const line = (id: string, minzoom: number, width: number): LayerSpecification => ({
    id: `ground-${id}`,
    type: 'line',
    source: 'ground',
    minzoom,
    filter: only(id),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': input.palette.roadGround,
      'line-width': ['interpolate', ['linear'], ['zoom'], 8, width * 0.5, 12, width, 16, width * 3],
    },
  });
  return [line('main-road', 10, 1.5), line('expressway', GROUND_FROM_ZOOM['ground-road'], 2)];
};

export const railways: Subject = (input) => {
  if (!groundOn(input, 'railway')) return [];
  const { palette } = input;
  return [
    {
      id: 'ground-railway',
      type: 'line',
      source: 'ground',
      filter: only('railway'),
      paint: { 'line-color': palette.railGround, 'line-width': 0.9, 'line-dasharray': [6, 2], 'line-opacity': 0.7 },
    },
    {
      id: 'ground-metro',
      type: 'line',
      source: 'ground',
      filter: only('metro-line'),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': palette.railGround,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.8, 12, 1.8, 15, 3],
      },
    },
    {
      id: 'ground-metro-station',
      type: 'circle',
      source: 'ground',
      minzoom: 11.2,
      filter: only('metro-station'),
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 1.6, 15, 4],
        'circle-color': palette.halo,
        'circle-stroke-color': palette.railGround,
        'circle-stroke-width': 1,
      },
    },
  ];
};

/** Towns by rank: the nearer, the smaller they may be. */
const largeTowns: FilterSpecification = [
  'all',
  only('town'),
  ['<=', ['get', 'rank'], ['step', ['zoom'], 1, 10, 2, 11.5, 3]],
];

/** A town is a dot, so that the seat of a county is told from the county of the same name. */
export const towns: Subject = (input) =>
  groundOn(input, 'town')
    ? [
        {
          id: 'ground-town',
          type: 'circle',
          source: 'ground',
          minzoom: GROUND_FROM_ZOOM['ground-town'],
          filter: largeTowns,
          paint: {
            'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 1.6, 13, 2.4],
            'circle-color': input.palette.halo,
            'circle-stroke-color': input.palette.labelGround,
            'circle-stroke-width': 0.9,
          },
        },
      ]
    : [];

/** Names of the background, placed only where the plan's own names leave room. */
export const groundLabels: Subject = (input) => {
  const { palette } = input;
  const text = (id: string, minzoom: number, sizePx: number): LayerSpecification => ({
    id: `ground-${id}-label`,
    type: 'symbol',
    source: 'ground',
    minzoom,
    filter: only(id),
    layout: {
      'text-field': label(input),
      'text-font': FONT,
      'text-size': sizePx,
      'text-max-width': 8,
      'text-offset': [0, 0.7],
      'text-anchor': 'top',
      'text-optional': true,
      'text-padding': 6,
    },
    paint: { 'text-color': palette.labelGround, 'text-halo-color': palette.halo, 'text-halo-width': 1.2 },
  });
  const layers: LayerSpecification[] = [];
  if (groundOn(input, 'metro-station')) layers.push(text('metro-station', 13, 11));
  if (groundOn(input, 'town')) {
    const names = text('town', GROUND_FROM_ZOOM['ground-town'], 11);
    layers.push({ ...names, filter: largeTowns } as LayerSpecification);
  }
  if (groundOn(input, 'river')) {
    layers.push({
      id: 'ground-river-label',
      type: 'symbol',
      source: 'ground',
      minzoom: 11.5,
      filter: only('river'),
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', input.lang],
        'text-font': FONT,
        'text-size': 11,
        'text-max-angle': 30,
        'symbol-spacing': 400,
      },
      paint: { 'text-color': palette.waterText, 'text-halo-color': palette.halo, 'text-halo-width': 1.2 },
    });
  }
  return layers;
};
