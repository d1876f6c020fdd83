import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';

import type { NearDrawing } from '../../state/map-surface';
import type { Subject } from '../style-input';
import { FONT_BOLD } from './fonts';

/** What the near-me source contains, as the map wants it. */
interface NearCollection {
  type: 'FeatureCollection';
  features: {
    type: 'Feature';
    properties: { mark: string; label?: string };
    geometry:
      | { type: 'Point'; coordinates: number[] }
      | { type: 'LineString'; coordinates: number[][] }
      | { type: 'Polygon'; coordinates: number[][][] };
  }[];
}

/** The drawing of near-me as features; empty without one. */
export function nearData(drawing: NearDrawing | null | undefined): NearCollection {
  if (!drawing) return { type: 'FeatureCollection', features: [] };
  const { spot, other, circles, doubts, candidates, reach } = drawing;
  const point = (mark: string, at: readonly number[], label?: string): NearCollection['features'][number] => ({
    type: 'Feature',
    properties: { mark, ...(label !== undefined && { label }) },
    geometry: { type: 'Point', coordinates: [...at] },
  });
  const ring = (mark: string, corners: readonly (readonly number[])[]): NearCollection['features'][number] => ({
    type: 'Feature',
    properties: { mark },
    geometry: { type: 'Polygon', coordinates: [corners.map((corner) => [...corner])] },
  });
  const features = [...doubts.map((corners) => ring('doubt', corners)), ...circles.map((one) => ring('circle', one))];
  if (reach) {
    const coordinates = reach.map((position) => [...position]);
    features.push({ type: 'Feature', properties: { mark: 'reach' }, geometry: { type: 'LineString', coordinates } });
  }
  if (candidates.length > 1) {
    const coordinates = candidates.map((position) => [...position]);
    features.push({ type: 'Feature', properties: { mark: 'apart' }, geometry: { type: 'LineString', coordinates } });
    features.push(...candidates.map((at, index) => point('candidate', at, String(index + 1))));
  }
  if (spot) features.push(point('spot', spot));
  if (other) features.push(point('other', other));
  return { type: 'FeatureCollection', features };
}

const is = (mark: string): ['==', ['get', string], string] => ['==', ['get', 'mark'], mark];

/** The spot that near-me asks about, with its circle; nothing while there is none. */
export const near: Subject = ({ palette }) => {
  const line = (mark: string, paint: object): LayerSpecification => ({
    id: `near-${mark}`,
    type: 'line',
    source: 'near',
    filter: is(mark),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': palette.accent, 'line-width': 1.6, ...paint },
  });
  return [
    {
      id: 'near-doubt',
      type: 'fill',
      source: 'near',
      filter: is('doubt'),
      paint: { 'fill-color': palette.accent, 'fill-opacity': 0.12 },
    },
    { ...line('circle', { 'line-color': palette.halo, 'line-width': 5, 'line-opacity': 0.8 }), id: 'near-circle-case' },
    line('circle', {}),
    { ...line('reach', { 'line-color': palette.halo, 'line-width': 5, 'line-opacity': 0.9 }), id: 'near-reach-case' },
    line('reach', { 'line-width': 2 }),
    line('apart', { 'line-width': 1.2, 'line-dasharray': [2, 3] }),
    {
      id: 'near-spot',
      type: 'circle',
      source: 'near',
      filter: ['in', ['get', 'mark'], ['literal', ['spot', 'other']]],
      paint: {
        'circle-radius': 6.5,
        'circle-color': ['match', ['get', 'mark'], 'spot', palette.accent, palette.halo],
        'circle-stroke-color': ['match', ['get', 'mark'], 'spot', palette.halo, palette.accent],
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'near-candidate',
      type: 'circle',
      source: 'near',
      filter: is('candidate'),
      paint: {
        'circle-radius': 11,
        'circle-color': palette.paper,
        'circle-stroke-color': palette.accent,
        'circle-stroke-width': 2,
      },
    },
  ];
};

/** Numbers of the spots that a coordinate could mean. */
export const nearNumbers: Subject = ({ palette }) => [
  {
    id: 'near-candidate-number',
    type: 'symbol',
    source: 'near',
    filter: is('candidate'),
    layout: {
      'text-field': ['get', 'label'],
      'text-font': FONT_BOLD,
      'text-size': 13,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': palette.ink },
  },
];
