import 'leaflet/dist/leaflet.css';
import { circleMarker, geoJSON, map as makeMap } from 'leaflet';

import { planData, tell } from './plan-data';

const map = makeMap('map', { preferCanvas: true }).setView([25, 102.75], 10);
const { ground, areas, bands, lines, points } = await planData();
for (const data of [ground, areas, bands, lines]) geoJSON(data, { style: { weight: 1 } }).addTo(map);
geoJSON(points, { pointToLayer: (_, at) => circleMarker(at, { radius: 4 }) }).addTo(map);
tell('shown');
tell('idle');
