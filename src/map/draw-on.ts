import type { Drawing, DrawnSite, DrawTools } from '../state/map-surface';
import type { DrawnOn } from './draw-site';
import type { Palette } from './palette';

/** What drawing needs to know of its map; MapLibre's `Map` has it. */
interface DrawableMap extends DrawnOn {
  loaded: () => boolean;
  once: (event: 'idle', listener: () => void) => unknown;
  off: (event: 'idle', listener: () => void) => unknown;
}

interface Look {
  palette: () => Palette;
  /** The spot, in pixels, at which the key for adding a corner adds it. */
  aim: () => { x: number; y: number };
}

/** Draws once the map stands and the tools have come; the function given back ends it. */
export function drawOn(map: DrawableMap, drawing: Drawing, look: Look): () => void {
  let tools: DrawTools | null = null;
  let over = false;
  let finished: DrawnSite['geometry'] = null;
  const heard: Drawing = {
    ...drawing,
    onChange: (drawn) => {
      finished = drawn.geometry;
      drawing.onChange(drawn);
    },
  };
  const start = async (): Promise<void> => {
    const { startDrawing } = await import('./draw-site');
    if (over || tools) return;
    tools = startDrawing(map, heard, finished, look.palette(), look.aim);
    drawing.onTools(tools);
  };
  const begin = (): void => void start();
  const stop = (): void => {
    tools?.stop();
    tools = null;
    drawing.onTools(null);
  };
  // What the tools draw with is gone with the picture of the map; they have to let go of it before, and begin anew after.
  const lose = (): void => {
    stop();
    map.once('idle', begin);
  };
  const canvas = map.getCanvas();
  canvas.addEventListener('webglcontextlost', lose, { capture: true });
  if (map.loaded()) begin();
  else map.once('idle', begin);
  return () => {
    over = true;
    canvas.removeEventListener('webglcontextlost', lose, { capture: true });
    map.off('idle', begin);
    stop();
  };
}
