import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';

import type { Subject } from '../style-input';
import { outlineOf } from './areas.layer';
import { hueColour } from './expressions';
import { lineWidth } from './lines.layer';

/**
 * What a click would ask about, said quietly: a thin edge, closer to the thing than that of what is selected. It is no
 * glow, which on this map means doubt, and what is only a sketch keeps its dashes.
 */
export const hovered: Subject = ({ palette, hovered: owner }) => {
  if (owner === undefined || owner === null) return [];
  const isHovered: ExpressionSpecification = ['==', ['get', 'owner'], owner];
  return [
    ...outlineOf(
      'area-hovered',
      isHovered,
      { 'line-color': hueColour(palette, 'text'), 'line-width': 2, 'line-opacity': 1 },
      [2, 1.5],
    ),
    {
      id: 'line-hovered',
      type: 'line',
      source: 'lines',
      filter: isHovered,
      layout: { 'line-join': 'round', 'line-cap': 'butt' },
      paint: { 'line-color': palette.ink, 'line-width': 1.1, 'line-gap-width': lineWidth(1.5) },
    },
    {
      id: 'point-hovered',
      type: 'circle',
      source: 'points',
      filter: ['all', isHovered, ['==', ['get', 'mark'], 'shape']],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 6, 15, 11],
        'circle-opacity': 0,
        'circle-stroke-color': palette.ink,
        'circle-stroke-width': 1.4,
      },
    },
  ];
};
