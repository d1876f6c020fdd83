import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapLibreMap, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

import { mapImages } from '../../../../src/map/images';
import { LIGHT } from '../../../../src/map/palette';
import { tell } from './plan-data';

// MapLibre and nothing else, with the very layers, data and images of the desk; where and how large, the address says.
setWorkerUrl(workerUrl);
const number = (name: string): number => Number(new URLSearchParams(location.search).get(name));
const container = document.querySelector<HTMLElement>('#map') ?? document.body;
Object.assign(container.style, {
  position: 'absolute',
  left: `${number('x')}px`,
  top: `${number('y')}px`,
  width: `${number('width')}px`,
  height: `${number('height')}px`,
});
const style = (await (await fetch('style.json')).json()) as StyleSpecification;
const map = new MapLibreMap({
  container,
  style,
  center: [number('lng'), number('lat')],
  zoom: number('zoom'),
  fadeDuration: 150,
  attributionControl: false,
});
const images = mapImages(LIGHT);
map.setMissingStyleImageResolver((id) => {
  const image = images.get(id)?.();
  if (!image) return;
  const { width, height, data, stretch } = image;
  map.addImage(
    id,
    { width, height, data },
    {
      pixelRatio: 2,
      ...(stretch && { stretchX: [stretch], stretchY: [stretch], content: [4, 4, width - 4, height - 4] }),
    },
  );
});
map.once('load', () => tell('shown'));
map.once('idle', () => tell('idle'));
