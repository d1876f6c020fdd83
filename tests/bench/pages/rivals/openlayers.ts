import 'ol/ol.css';
import GeoJSON from 'ol/format/GeoJSON.js';
import VectorLayer from 'ol/layer/Vector.js';
import OlMap from 'ol/Map.js';
import { fromLonLat } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import View from 'ol/View.js';

import { planData, tell } from './plan-data';

const format = new GeoJSON({ featureProjection: 'EPSG:3857' });
const layers = Object.values(await planData()).map(
  (data) => new VectorLayer({ source: new VectorSource({ features: format.readFeatures(data) }) }),
);
const map = new OlMap({ target: 'map', layers, view: new View({ center: fromLonLat([102.75, 25]), zoom: 10 }) });
map.once('rendercomplete', () => {
  tell('shown');
  tell('idle');
});
