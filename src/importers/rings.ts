type Position = readonly number[];
type Ring = readonly Position[];

/**
 * Puts the rings of one record together: a ring inside another is a hole of it, a ring inside a hole is a part again,
 * whichever way they run. Each polygon is its outline and its holes. No ring is lost.
 */
export function polygonsFrom<R extends Ring>(rings: readonly R[]): R[][] {
  const boxed = rings.map((ring) => ({ ring, box: boxOf(ring), sizeM: Math.abs(signedArea(ring)) }));
  const order = boxed.map((_, index) => index).toSorted((a, b) => (boxed[b]?.sizeM ?? 0) - (boxed[a]?.sizeM ?? 0));
  const placed: { index: number; depth: number; polygon: R[] }[] = [];
  const polygons: { first: number; rings: R[] }[] = [];
  for (const index of order) {
    const one = boxed[index];
    if (!one) continue;
    // the smallest of those around it was placed last
    const parent = placed.findLast(({ index: other }) => {
      const around = boxed[other];
      return around !== undefined && boxInside(one.box, around.box) && ringInside(one.ring, around.ring);
    });
    if (parent && parent.depth % 2 === 0) {
      parent.polygon.push(one.ring);
      placed.push({ index, depth: parent.depth + 1, polygon: parent.polygon });
    } else {
      const polygon = [one.ring];
      polygons.push({ first: index, rings: polygon });
      placed.push({ index, depth: parent ? parent.depth + 1 : 0, polygon });
    }
  }
  return polygons.toSorted((a, b) => a.first - b.first).map((polygon) => polygon.rings);
}

/** Area inside a ring in the square of its unit, positive if it runs against the clock; closed or not. */
export function signedArea(ring: Ring): number {
  const [[x0 = 0, y0 = 0] = []] = ring;
  let sum = 0;
  ring.forEach(([x1 = 0, y1 = 0], index) => {
    const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? [];
    sum += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  });
  return sum / 2;
}

type Box = readonly [number, number, number, number];

function boxOf(ring: Ring): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = NaN, y = NaN] of ring) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

const boxInside = (inner: Box, outer: Box): boolean =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];

/** Decided by the first position that does not lie on the other ring; a ring on top of another is inside. */
export function ringInside(inner: Ring, outer: Ring): boolean {
  for (const position of inner) {
    const place = placeIn(position, outer);
    if (place !== 'edge') return place === 'inside';
  }
  return true;
}

function placeIn([x = NaN, y = NaN]: Position, ring: Ring): 'inside' | 'outside' | 'edge' {
  let inside = false;
  for (let index = 0; index < ring.length; index += 1) {
    const [x1 = 0, y1 = 0] = ring[index] ?? [];
    const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? [];
    const turn = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
    const between = Math.min(x1, x2) <= x && x <= Math.max(x1, x2) && Math.min(y1, y2) <= y && y <= Math.max(y1, y2);
    if (turn === 0 && between) return 'edge';
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside ? 'inside' : 'outside';
}
