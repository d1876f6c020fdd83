import type { Bbox, LngLat } from '../contract/place';
import type { Camera } from './view-state';

/** Why there is no interactive map: the device cannot draw it, or took the picture away more often than once. */
export type MapFault = 'no-webgl' | 'lost';

/** What the desk tells a map and hears from it, whatever draws the map. */
export interface MapSurface {
  /** Where the map stands when it appears. */
  initial: Camera | Bbox;
  /** Pixels at the edges that something else covers. */
  padding: { top: number; right: number; bottom: number; left: number };
  /** A box to show; the map moves when this object changes. */
  frame: Bbox | null;
  /** The spot asked about, marked with a cross. */
  at: LngLat | null;
  reducedMotion: boolean;
  /** Where the map has come to rest, and the box of the earth that nothing covers then. */
  onMove: (camera: Camera, seen: Bbox) => void;
  /** The map shows all that it has, or somebody has begun to move it: whatever stood in its place can go. */
  onReady: () => void;
  onAsk: (at: LngLat) => void;
  /** The online base map cannot be reached. */
  onBaseFault: () => void;
  /** The map cannot be drawn here; the message is for the log. */
  onFailure: (fault: MapFault, message: string) => void;
}
