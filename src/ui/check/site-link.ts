import type { PlanGeometry } from '../../contract/features';

/** Positions that still make a link, and a QR code, of a size to be handed on. */
const MAX_POSITIONS = 60;
const LETTERS = { Point: 'p', LineString: 'l', Polygon: 'a' } as const;
const KEY = 'site=';

/**
 * A small site as the part of an address behind `#`, which browsers do not send to a server: coordinates in WGS-84,
 * rounded to a millionth of a degree, a decimetre. `null` for what is too large, or has several parts.
 */
export function printSite(geometry: PlanGeometry): string | null {
  if (geometry.type !== 'Point' && geometry.type !== 'LineString' && geometry.type !== 'Polygon') return null;
  const paths =
    geometry.type === 'Point'
      ? [[geometry.coordinates]]
      : geometry.type === 'LineString'
        ? [geometry.coordinates]
        : geometry.coordinates.map((ring) => ring.slice(0, -1));
  if (paths.flat().length > MAX_POSITIONS) return null;
  const printed = paths.map((path) =>
    path.map(([lng = 0, lat = 0]) => `${Number(lng.toFixed(6))},${Number(lat.toFixed(6))}`).join('_'),
  );
  return `${KEY}${LETTERS[geometry.type]}${printed.join('!')}`;
}

/** The site behind the `#` of an address; `null` if there is none, or it makes no sense. */
export function readSite(fragment: string): PlanGeometry | null {
  const match = /^site=(?<letter>[pla])(?<paths>[-\d.,_!]{3,4000})$/u.exec(fragment);
  const { letter, paths: written } = match?.groups ?? {};
  if (!letter || !written) return null;
  const paths = written.split('!').map((path) => path.split('_').map((pair) => pair.split(',').map(Number)));
  const sound = paths.flat().every(([lng = NaN, lat = NaN, ...more]) => {
    return more.length === 0 && Math.abs(lng) <= 180 && Math.abs(lat) <= 85;
  });
  const [first = []] = paths;
  const [at] = first;
  if (!sound || !at || paths.flat().length > MAX_POSITIONS) return null;
  if (letter === 'p') return first.length === 1 && paths.length === 1 ? { type: 'Point', coordinates: at } : null;
  if (letter === 'l') {
    return first.length > 1 && paths.length === 1 ? { type: 'LineString', coordinates: first } : null;
  }
  if (paths.some((path) => path.length < 3)) return null;
  return { type: 'Polygon', coordinates: paths.map((path) => [...path, path[0] ?? []]) };
}
