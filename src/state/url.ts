import { LANGS } from '../contract/localized';
import type { LngLat } from '../contract/place';
import {
  type Camera,
  INITIAL_STATE,
  NEAR_DECIMALS,
  NEAR_RADII_M,
  PANES,
  type SharedNear,
  THEME_MODES,
  type ViewState,
} from './view-state';

/** One row of the table: a key of the URL, how it changes the state, how the state is written. */
interface Parameter {
  key: string;
  /** The state with the value in it; `undefined` for a bad value. */
  read: (raw: string, state: ViewState) => ViewState | undefined;
  print: (state: ViewState) => string | null;
}

function parameter<K extends keyof ViewState>(
  field: K,
  key: string,
  parse: (raw: string) => ViewState[K] | undefined,
  print: (value: ViewState[K]) => string | null,
): Parameter {
  return {
    key,
    read: (raw, state) => {
      const value = parse(raw);
      return value === undefined ? undefined : { ...state, [field]: value };
    },
    print: (state) => print(state[field]),
  };
}

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (raw: string): T | undefined =>
    values.find((value) => value === raw);

const id = (raw: string): string | undefined =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/u.test(raw) && raw.length <= 60 ? raw : undefined;

/** URL state as a table; order here is order in the address. */
const TABLE: readonly Parameter[] = [
  parameter('plan', 'plan', id, (value) => value),
  parameter('lang', 'lang', oneOf(LANGS), (value) => value),
  parameter('pane', 'v', oneOf(PANES), (value) => value),
  parameter('article', 'a', parseArticle, (value) => (value === null ? null : String(value))),
  parameter('place', 'p', id, (value) => value),
  parameter(
    'at',
    'at',
    parseAt,
    (value) => value && value.map((degrees) => degrees.toFixed(5).replace(/^-(0\.0+)$/u, '$1')).join(),
  ),
  parameter('near', 'near', parseNear, (value) => value && printNear(value)),
  parameter('hidden', 'off', parseIds, (value) => value.join('.') || null),
  parameter('camera', 'c', parseCamera, (value) => value && printCamera(value)),
  parameter('themeMode', 'theme', oneOf(THEME_MODES), (value) => value),
];

export interface ReadUrl {
  state: ViewState;
  /** Keys whose value could not be used; their fields have the default. */
  rejected: string[];
}

/** Reads the view from a query string. A bad value falls back to its default and is named in `rejected`. */
export function readUrl(search: string): ReadUrl {
  const params = new URLSearchParams(search);
  const rejected: string[] = [];
  let state = INITIAL_STATE;
  for (const row of TABLE) {
    const raw = params.get(row.key);
    if (raw === null) continue;
    const next = row.read(raw, state);
    if (next) state = next;
    else rejected.push(row.key);
  }
  return { state, rejected };
}

/** Query string of a view, defaults left out; empty for the initial view. */
export function printUrl(state: ViewState): string {
  const pairs = TABLE.flatMap(({ key, print }) => {
    const printed = print(state);
    if (printed === null || printed === print(INITIAL_STATE)) return [];
    return [`${key}=${encodeURIComponent(printed).replaceAll('%2C', ',')}`];
  });
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function parseArticle(raw: string): number | undefined {
  return /^\d{1,3}$/u.test(raw) ? Number(raw) : undefined;
}

function parseIds(raw: string): string[] | undefined {
  const ids = raw.split('.').map(id);
  return ids.every((value) => value !== undefined) ? ids : undefined;
}

function numbers(raw: string, count: number): number[] | undefined {
  const parts = raw.split(',');
  if (parts.length !== count || parts.some((part) => !/^-?\d{1,3}(\.\d{1,8})?$/u.test(part))) return undefined;
  return parts.map(Number);
}

function parseAt(raw: string): LngLat | undefined {
  const [lng, lat] = numbers(raw, 2) ?? [];
  if (lng === undefined || lat === undefined || Math.abs(lng) > 180 || Math.abs(lat) > 85) return undefined;
  return [lng, lat];
}

/** The digits that are written are the precision that was shared. */
function parseNear(raw: string): SharedNear | undefined {
  const [lng = '', lat = '', radius] = raw.split(',');
  const decimals = NEAR_DECIMALS.find((count) => [lng, lat].every((part) => part.split('.')[1]?.length === count));
  const radiusM = NEAR_RADII_M.find((value) => String(value) === radius);
  const at = parseAt(`${lng},${lat}`);
  return at && decimals && radiusM && raw.split(',').length === 3 ? { at, decimals, radiusM } : undefined;
}

function printNear({ at, decimals, radiusM }: SharedNear): string {
  const degrees = at.map((value) => value.toFixed(decimals).replace(/^-(0\.0+)$/u, '$1'));
  return [...degrees, radiusM].join();
}

function parseCamera(raw: string): Camera | undefined {
  const [lng, lat, zoom, bearing] = numbers(raw, 4) ?? numbers(`${raw},0`, 4) ?? [];
  if (lng === undefined || lat === undefined || zoom === undefined || bearing === undefined) return undefined;
  if (Math.abs(lng) > 180 || Math.abs(lat) > 85 || zoom < 0 || zoom > 22 || Math.abs(bearing) > 360) return undefined;
  return { center: [lng, lat], zoom, bearing };
}

function printCamera({ center, zoom, bearing }: Camera): string {
  const turned = Math.round(bearing) === 0 ? '' : `,${Math.round(bearing)}`;
  return `${center[0].toFixed(4)},${center[1].toFixed(4)},${Number(zoom.toFixed(2))}${turned}`;
}
