import type { PlanGeometry } from '../contract/features';
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

/** What a visitor has put on the map to ask about. */
export interface SiteMarks {
  /** The site whose answer is open. */
  current: PlanGeometry | null;
  others: readonly PlanGeometry[];
  /** Where a site would lie by each of the systems that are offered, numbered from 1. */
  pins: readonly LngLat[];
}

/** Vector tiles in a PMTiles archive, with a layer for each of the drawn files. */
export interface PlanTiles {
  /** Address of the archive, in full. */
  url: string;
  minzoom: number;
  maxzoom: number;
}

export type DrawShape = 'parcel' | 'line' | 'point';

/** What has been drawn so far. */
export interface DrawnSite {
  /** WGS-84; `null` until it is finished. */
  geometry: PlanGeometry | null;
  corners: number;
  canUndo: boolean;
  /** The corners that stand while it is not finished, WGS-84. */
  open?: readonly LngLat[];
}

/** What buttons can do with a drawing. */
export interface DrawTools {
  undo: () => void;
  clear: () => void;
  finish: () => void;
  /** Adds a corner at the middle of what is seen of the map. */
  addHere: () => void;
  stop: () => void;
}

/** A wish to draw a site; it ends when it is taken back. */
export interface Drawing {
  shape: DrawShape;
  /** Corners of a drawing that was not finished when its map went away; the next one goes on from there. */
  begun?: () => readonly LngLat[];
  onChange: (drawn: DrawnSite) => void;
  onTools: (tools: DrawTools | null) => void;
}
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
  /** While the visitor draws a site. */
  drawing: Drawing | null;
  reducedMotion: boolean;
  /** What is to be drawn is still on its way. A map that is there before it is not ready yet. */
  awaiting?: boolean;
  /** A drawing stands over the map until it is ready. */
  covered?: boolean;
  /** Where the map has come to rest, and the box of the earth that nothing covers then. */
  onMove: (camera: Camera, seen: Bbox) => void;
  /** The map has its style, and could draw what it is given. */
  onStyled?: () => void;
  /** The map shows all that it has, or somebody has begun to move it: whatever stood in its place can go. */
  onReady: () => void;
  /** The tiles that the plan is drawn from could not be had. */
  onTileFault?: (detail: string) => void;
  onAsk: (at: LngLat) => void;
  /** A long press, or a click with the other mouse button. */
  onHold: (at: LngLat) => void;
  /** The online base map cannot be reached. */
  onBaseFault: () => void;
  /** The map cannot be drawn here; the message is for the log. */
  onFailure: (fault: MapFault, message: string) => void;
}
