declare module 'virtual:palette.css';

declare module 'virtual:map-worker' {
  /** Where MapLibre's worker is, built together with what it shares with the map. */
  export const workerUrl: string;
  /** Where it is in one piece. */
  export const wholeWorkerUrl: string;
  export { prewarm, setWorkerUrl } from 'maplibre-gl';
}
