declare module 'virtual:palette.css';

declare module 'virtual:map-worker' {
  /** Where MapLibre's worker is, built together with what it shares with the map. */
  export const workerUrl: string;
  /** Where it is in one piece. */
  export const wholeWorkerUrl: string;
  export { prewarm, setWorkerUrl } from 'maplibre-gl';
}

declare module 'virtual:map-worker-library';

declare module 'virtual:map-letters' {
  /** What the library calls what its worker asks the map for. */
  export const MessageType: { getGlyphs: string };
  /** Draws letters from the fonts of the system. */
  export const GlyphManager: new (
    requests: null,
    ideographs: false,
    lang: string,
  ) => { getGlyphs: (wanted: Record<string, Record<string, string[]>>) => Promise<unknown> };
}

declare module 'virtual:map-transfer' {
  /** Tells the library of a class that goes from map to worker by itself; `null` where the library is not built here. */
  export const register: ((name: string, kind: new (...parts: never[]) => unknown) => void) | null;
}
