import { GeoJSONVT, type GeoJSONVTFeature } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';

import { DRAWN_FILES, type DrawnFeature, type DrawnFileName } from '../../../src/contract/features';
import { metresPerPixel } from '../../../src/spatial/mercator';
import { featurePieces } from './pieces';
import type { MapTile } from './pmtiles-writer';
import { specksOf, tileKey } from './specks';
import { type TileLayer, weighedAlike } from './tile-weight';

/** The whole plan of a city is some pixels wide there; the map itself begins one zoom later. */
const MIN_ZOOM = 5;
/** Steps of the grid that a tile is drawn on, along a side: the resolution of MVT. */
const EXTENT = 4096;
/** Pixels of a tile along a side, as MapLibre counts zooms. */
const TILE_PX = 512;
/** A grid as fine as this in metres is always fine enough: nobody draws a plan to the decimetre. */
const FINE_M = 1;
/** A position moves by half a step of the grid at most: by a hundredth of the uncertainty, if a step is a fiftieth. */
const STEPS_IN_ACCURACY = 50;
const DEEPEST_ZOOM = 14;
const SHALLOWEST_MAX_ZOOM = 10;

/** Features by file, as the map draws them. */
export type Drawn = Readonly<Record<DrawnFileName, readonly DrawnFeature[]>>;

export interface CutTiles {
  tiles: MapTile[];
  minzoom: number;
  maxzoom: number;
  /** By zoom, pixels: what is smaller than this is not itself in any of its tiles. 0: everything is. */
  grainPx: Record<number, number>;
}

/**
 * Cuts what the map draws into vector tiles (MVT 2.1): one layer to a file, by its name, with the properties of the
 * GeoJSON, and every piece of a geometry a feature of its own, unless the tile would get too heavy. Lower zooms are
 * simplified and kept light ({@link weighedAlike}), with squares for what is too small for them ({@link specksOf}); the
 * greatest has all pieces, with all their vertices, on a grid that is as fine as their accuracy asks for.
 */
export function cutTiles(drawn: Drawn): CutTiles {
  const maxzoom = maxZoomFor(drawn);
  const cut: CutTiles = { tiles: [], minzoom: MIN_ZOOM, maxzoom, grainPx: {} };
  const layers = DRAWN_FILES.filter((name) => drawn[name].length > 0).map((name) => layerOf(name, drawn, maxzoom));

  let places: Place[] = [{ x: 0, y: 0, layers }];
  for (let z = 0; z <= maxzoom; z += 1) {
    const here: (Pick<Place, 'x' | 'y'> & { layers: readonly TileLayer[] })[] = [];
    const deeper: Place[] = [];
    for (const { x, y, layers: from } of places) {
      const found = from.flatMap((layer) => {
        const tile = layer.index.getTile(z, x, y);
        return tile ? [{ layer, tile }] : [];
      });
      const whole = found.map(({ layer, tile }): TileLayer => ({
        name: layer.name,
        features: [...tile.features, ...(layer.specks.get(tileKey(z, x, y)) ?? [])],
      }));
      if (z >= MIN_ZOOM) here.push({ x, y, layers: whole });
      // What has been taken need not be kept by the index. It cuts deeper zooms out of its own, unsimplified copy.
      for (const { tile } of found) tile.features = [];
      // Not the features of this tile decide: what is too small for it is large enough farther down.
      const more = found.filter(({ tile }) => (tile.numFeatures ?? 0) > 0).map(({ layer }) => layer);
      if (more.length > 0) for (const [dx, dy] of QUARTERS) deeper.push({ x: x * 2 + dx, y: y * 2 + dy, layers: more });
    }
    const { tiles, grainPx } = weighedAlike(here, encoded, z < maxzoom);
    if (here.length > 0) cut.grainPx[z] = grainPx;
    for (const [at, bytes] of tiles.entries()) {
      const place = here[at];
      if (place && bytes) cut.tiles.push({ z, x: place.x, y: place.y, bytes });
    }
    places = deeper;
  }
  return cut;
}

/** Where tiles of a zoom may be, and what they are cut from. */
interface Place {
  x: number;
  y: number;
  layers: readonly Layer[];
}

interface Layer {
  name: DrawnFileName;
  index: GeoJSONVT;
  /** Squares that stand for areas smaller than a pixel, by tile. */
  specks: Map<string, GeoJSONVTFeature[]>;
}

function layerOf(name: DrawnFileName, drawn: Drawn, maxzoom: number): Layer {
  const features = drawn[name].flatMap(featurePieces);
  const specksAt = specksOf(features);
  const zooms = Array.from({ length: maxzoom - MIN_ZOOM }, (_, at) => MIN_ZOOM + at);
  return {
    name,
    // Tiles are made one by one as they are asked for, so that they need not all be in memory.
    index: new GeoJSONVT(
      { type: 'FeatureCollection', features },
      { maxZoom: maxzoom, indexMaxZoom: 0, extent: EXTENT },
    ),
    specks: new Map(zooms.flatMap((z) => [...specksAt(z)])),
  };
}

const QUARTERS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const;

function encoded(layers: readonly TileLayer[]): Uint8Array {
  // The encoder reads nothing of a tile but its features.
  const tiles = layers.map(({ name, features }) => [
    name,
    { features: [...features], transformed: true as const, source: null, x: 0, y: 0, z: 0 },
  ]);
  return fromGeojsonVt(Object.fromEntries(tiles), { version: 2, extent: EXTENT });
}

/** The least zoom whose grid is fine enough for the most accurate thing that is drawn. */
function maxZoomFor(drawn: Drawn): number {
  let [finestM, nearestLat] = [Infinity, 90];
  for (const { properties, geometry } of DRAWN_FILES.flatMap((name) => drawn[name])) {
    finestM = Math.min(finestM, properties.accuracyM);
    for (const piece of featurePieces({ type: 'Feature', properties, geometry }))
      nearestLat = Math.min(nearestLat, Math.abs(firstLat(piece.geometry)));
  }
  const stepM = Math.max(FINE_M, finestM / STEPS_IN_ACCURACY);
  let zoom = SHALLOWEST_MAX_ZOOM;
  while (zoom < DEEPEST_ZOOM && (metresPerPixel(nearestLat, zoom) * TILE_PX) / EXTENT > stepM) zoom += 1;
  return zoom;
}

function firstLat({ type, coordinates }: DrawnFeature['geometry']): number {
  if (type === 'Point') return coordinates[1] ?? 0;
  if (type === 'LineString') return coordinates[0]?.[1] ?? 0;
  return type === 'Polygon' ? (coordinates[0]?.[0]?.[1] ?? 0) : 0;
}
