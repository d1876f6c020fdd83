import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

import { tell } from './plan-data';

// MapLibre as its introduction has it, with the files of the plan as sources.
setWorkerUrl(workerUrl);
const file = (name: string): { type: 'geojson'; data: string } => ({
  type: 'geojson',
  data: `/data/kunming-2021/${name}.geojson`,
});
const map = new MapLibreMap({
  container: 'map',
  center: [102.75, 25],
  zoom: 9.3,
  style: {
    version: 8,
    sources: {
      ground: file('ground'),
      areas: file('areas'),
      bands: file('bands'),
      lines: file('lines'),
      points: file('points'),
    },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': '#fbf9f4' } },
      { id: 'ground', type: 'line', source: 'ground', paint: { 'line-color': '#888' } },
      { id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-color': '#c96', 'fill-opacity': 0.2 } },
      { id: 'bands', type: 'fill', source: 'bands', paint: { 'fill-color': '#c96', 'fill-opacity': 0.05 } },
      { id: 'lines', type: 'line', source: 'lines', paint: { 'line-color': '#36c', 'line-width': 2 } },
      { id: 'points', type: 'circle', source: 'points', paint: { 'circle-radius': 4 } },
    ],
  },
});
map.once('load', () => tell('shown'));
map.once('idle', () => tell('idle'));
