import type { EmbedMapModule } from './embed/live-map';

// One module in front of two, so that whoever wants a picture only does not load the map library.
export const openMap: EmbedMapModule['openMap'] = async (options) =>
  (await import('./embed-live')).openLiveMap(options);
export const drawMap: EmbedMapModule['drawMap'] = async (options) =>
  (await import('./embed-drawing')).drawView(options);
