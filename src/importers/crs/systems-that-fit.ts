import type { Bbox, LngLat } from '../../contract/place';
import { DATUMS_OF_DEGREES, MERCATORS, type ReferenceSystem, ZONES_WITHOUT_PREFIX, ZONES_WITH_PREFIX } from './systems';

/** Longitudes and latitudes between which the whole of China lies, islands and all. */
export const CHINA: Bbox = [73, 3, 136, 54];
/** Eastings of a zone without its prefix, in metres: 3.9° either side at 25° N. */
const EASTING_RANGE_M: readonly [number, number] = [100_000, 900_000];
const NORTHING_RANGE_M: readonly [number, number] = [300_000, 6_000_000];

const between = (value: number, [low, high]: readonly [number, number]): boolean => value >= low && value <= high;
const within = ([west, south, east, north]: Bbox, [lng, lat]: LngLat): boolean =>
  between(lng, [west, east]) && between(lat, [south, north]);

/** A way to read two numbers. */
export interface Fit {
  system: ReferenceSystem;
  /** The first number is y: latitude or northing. */
  yFirst: boolean;
  at: LngLat;
}

/**
 * Every system in which two numbers make sense by their magnitude, the likeliest first, and the order of their axes
 * unless `yFirst` says it. Degrees fit all datums. Metres with a zone prefix fit that zone. Metres that say no zone
 * fit the zones, and the Mercators, that put them inside `coverage`.
 */
export function systemsThatFit(a: number, b: number, coverage: Bbox, yFirst?: boolean): Fit[] {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return [];
  const orders = [true, false].filter((order) => yFirst === undefined || order === yFirst);
  return areDegrees(a, b) ? degreesThatFit(a, b, coverage, orders) : metresThatFit(a, b, coverage, orders);
}

/** Both could be degrees of longitude or latitude, in one order at least. */
export function areDegrees(a: number, b: number): boolean {
  const [small, large] = [Math.min(Math.abs(a), Math.abs(b)), Math.max(Math.abs(a), Math.abs(b))];
  return small <= 90 && large <= 180;
}

/** Orders of degrees: the one inside the coverage, else the one inside China, else whatever is possible. */
function degreesThatFit(a: number, b: number, coverage: Bbox, orders: readonly boolean[]): Fit[] {
  const possible = orders
    .map((yFirst): { yFirst: boolean; at: LngLat } => ({ yFirst, at: yFirst ? [b, a] : [a, b] }))
    .filter(({ at: [, lat] }) => Math.abs(lat) <= 90);
  const inside = (box: Bbox): typeof possible => possible.filter(({ at }) => within(box, at));
  const [chosen = possible] = [inside(coverage), inside(CHINA)].filter((list) => list.length > 0);
  return DATUMS_OF_DEGREES.flatMap((system) =>
    chosen
      .filter(({ at }) => system.datum === 'wgs84' || within(CHINA, at))
      .map(({ yFirst, at }) => ({ system, yFirst, at: system.toWgs84(...at) })),
  );
}

function metresThatFit(a: number, b: number, coverage: Bbox, orders: readonly boolean[]): Fit[] {
  return orders.flatMap((yFirst) => {
    const [x, y] = yFirst ? [b, a] : [a, b];
    const fits = [...zonesThatFit(x, y, coverage), ...mercatorsThatFit(x, y, coverage)];
    return fits.map(({ system, at }) => ({ system, yFirst, at }));
  });
}

type Placed = Pick<Fit, 'system' | 'at'>;

function zonesThatFit(x: number, y: number, coverage: Bbox): Placed[] {
  if (!between(y, NORTHING_RANGE_M)) return [];
  const prefix = Math.floor(x / 1e6);
  if (!between(x - prefix * 1e6, EASTING_RANGE_M)) return [];
  if (prefix > 0) {
    return ZONES_WITH_PREFIX.filter(({ zone }) => zone && Math.floor(zone.falseEastingM / 1e6) === prefix).map(
      (system) => ({ system, at: system.toWgs84(x, y) }),
    );
  }
  return ZONES_WITHOUT_PREFIX.map((system) => ({ system, at: system.toWgs84(x, y) })).filter(({ at }) =>
    within(coverage, at),
  );
}

function mercatorsThatFit(x: number, y: number, coverage: Bbox): Placed[] {
  return MERCATORS.map((system) => ({ system, at: system.toWgs84(x, y) })).filter(({ at }) => within(coverage, at));
}
