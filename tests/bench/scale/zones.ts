import type { Bbox, LngLat } from '../../../src/contract/place';
import { series } from '../../postgis/random-sites';

const SIDES = 4;

/**
 * Made-up zones that cover a box without gaps or overlaps, as the parcels of a zoning plan do: `count` rings (closed,
 * counterclockwise, WGS-84) in rows, with crooked edges that neighbours share to the last digit. The same count gives the
 * same zones.
 */
export function zoneRings(count: number, [west, south, east, north]: Bbox): LngLat[][] {
  const across = Math.ceil(Math.sqrt(count));
  const down = Math.ceil(count / across);
  // Every node of a grid of half steps moves by less than a quarter of a step, so that no two edges can cross.
  const [columns, rows] = [across * 2 + 1, down * 2 + 1];
  const random = series(17);
  const nodes = Array.from({ length: columns * rows }, (_, at): LngLat => {
    const [x, y] = [at % columns, Math.floor(at / columns)];
    const shift = (on: boolean): number => (on ? (random() - 0.5) * 0.4 : 0);
    const [dx, dy] = [shift(x > 0 && x < columns - 1), shift(y > 0 && y < rows - 1)];
    const place = (from: number, to: number, share: number): number => Number((from + (to - from) * share).toFixed(6));
    return [place(west, east, (x + dx) / (columns - 1)), place(south, north, (y + dy) / (rows - 1))];
  });
  const ways: readonly (readonly [dx: number, dy: number])[] = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ];
  return Array.from({ length: count }, (_, number) => {
    let [x, y] = [(number % across) * 2, Math.floor(number / across) * 2];
    const ring: LngLat[] = [];
    for (let step = 0; step <= SIDES * 2; step += 1) {
      const node = nodes[y * columns + x];
      if (node) ring.push(node);
      const [dx, dy] = ways[Math.floor(step / 2) % SIDES] ?? [0, 0];
      x += dx;
      y += dy;
    }
    return ring;
  });
}
