import type { Bbox, LngLat } from '../contract/place';
import type { Camera } from './view-state';

/** What near-me puts on the map; rings and spots are WGS-84, true on the ellipsoid. */
export interface NearDrawing {
  spot: LngLat | null;
  /** A second spot that the first is compared with. */
  other: LngLat | null;
  /** Closed rings: the radius around each spot. */
  circles: readonly (readonly LngLat[])[];
  /** How well the spots are known, where that is worse than a street. */
  doubts: readonly (readonly LngLat[])[];
  /** Spots that a coordinate could mean, to be numbered from one. */
  candidates: readonly LngLat[];
  /** From the spot to the nearest edge of what the reader is looking at. */
  reach: readonly [LngLat, LngLat] | null;
}

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
  /** A long press, or a click with the other mouse button. */
  onHold: (at: LngLat) => void;
  /** The online base map cannot be reached. */
  onBaseFault: () => void;
  /** The map cannot be drawn here; the message is for the log. */
  onFailure: (message: string) => void;
}
