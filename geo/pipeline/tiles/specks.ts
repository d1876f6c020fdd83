import type { GeoJSONVTFeature } from '@maplibre/geojson-vt';

import type { DrawnFeature } from '../../../src/contract/features';
import { toMercator } from '../../../src/spatial/mercator';

/** Steps of the grid of a tile (4096 to a side) to a pixel (512 to a side). */
export const PIXEL = 8;
const TILE_PX = 512;

/**
 * Small areas add up to squares: a square for as much as the areas of one thing cover together, where the sum gets
 * there, so that a thousand fields that are each too small to be seen still are a shade on the map, as light or dark as
 * they are many. Whose areas belong together is told by `of`.
 */
export class SpeckSum {
  readonly #cell: number;
  readonly #sums = new Map<unknown, number>();

  /** `cell` is the area of a square, in the unit in which areas are added. */
  constructor(cell: number) {
    this.#cell = cell;
  }

  /** Whether the area, less than a square, fills up another square. */
  fills(of: unknown, area: number): boolean {
    const sum = (this.#sums.get(of) ?? 0) + area;
    this.#sums.set(of, sum % this.#cell);
    return sum >= this.#cell;
  }
}

/** A square of the grid of a tile, `side` steps wide, around a position. */
export function speckAt(tags: GeoJSONVTFeature['tags'], x: number, y: number, side: number): GeoJSONVTFeature {
  const [left, top] = [Math.round(x - side / 2), Math.round(y - side / 2)];
  const ring: [number, number][] = [
    [left, top],
    [left + side, top],
    [left + side, top + side],
    [left, top + side],
    [left, top],
  ];
  return { type: 3, tags, geometry: [ring] };
}

interface SmallArea {
  tags: DrawnFeature['properties'];
  /** Mercator, the world being one wide. */
  area: number;
  x: number;
  y: number;
}

/** For the areas among some pieces: by zoom, the squares of a pixel that stand for those smaller than one, by tile. */
export function specksOf(pieces: readonly DrawnFeature[]): (z: number) => Map<string, GeoJSONVTFeature[]> {
  const areas = pieces.flatMap(({ properties, geometry }) =>
    geometry.type === 'Polygon' ? [smallArea(properties, geometry.coordinates[0] ?? [])] : [],
  );
  return (z) => {
    const tiles = new Map<string, GeoJSONVTFeature[]>();
    const cell = 1 / (TILE_PX * 2 ** z) ** 2;
    const sum = new SpeckSum(cell);
    for (const { tags, area, x, y } of areas) {
      if (area >= cell || !sum.fills(tags, area)) continue;
      const [column, row] = [Math.floor(x * 2 ** z), Math.floor(y * 2 ** z)];
      const speck = speckAt(tags, (x * 2 ** z - column) * TILE_PX * PIXEL, (y * 2 ** z - row) * TILE_PX * PIXEL, PIXEL);
      const key = tileKey(z, column, row);
      const there = tiles.get(key);
      if (there) there.push(speck);
      else tiles.set(key, [speck]);
    }
    return tiles;
  };
}

export function tileKey(z: number, x: number, y: number): string {
  return `${z}/${x}/${y}`;
}

function smallArea(tags: DrawnFeature['properties'], outline: readonly (readonly number[])[]): SmallArea {
  let [double, sumX, sumY] = [0, 0, 0];
  let [fromX, fromY] = toMercator(outline.at(-1) ?? []);
  // From the first corner, since the differences are small beside the numbers.
  const [originX, originY] = [fromX, fromY];
  for (const position of outline) {
    const [x, y] = toMercator(position);
    double += (fromX - originX) * (y - originY) - (x - originX) * (fromY - originY);
    [fromX, fromY] = [x, y];
    sumX += x;
    sumY += y;
  }
  return { tags, area: Math.abs(double) / 2, x: sumX / outline.length, y: sumY / outline.length };
}
