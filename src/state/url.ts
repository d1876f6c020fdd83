import { COMMITMENT_KINDS, type CommitmentFilter } from '../contract/commitment';
import { type Lang, LANGS } from '../contract/localized';
import type { LngLat } from '../contract/place';
import {
  type Camera,
  INITIAL_STATE,
  NEAR_DECIMALS,
  NEAR_RADII_M,
  PANES,
  READINGS,
  type SharedNear,
  THEME_MODES,
  type ViewState,
} from './view-state';

/** One row of the table: a key of the query, how it changes the state, how the state is written. */
interface Parameter {
  key: string;
  /** The state with the value in it; `undefined` for a bad value. */
  read: (raw: string, state: ViewState) => ViewState | undefined;
  print: (state: ViewState) => string | null;
  /** Whether the path says it already, so that the query need not. */
  inPath: (state: ViewState) => boolean;
}

function parameter<K extends keyof ViewState>(
  field: K,
  key: string,
  parse: (raw: string) => ViewState[K] | undefined,
  print: (value: ViewState[K]) => string | null,
  inPath: Parameter['inPath'] = () => false,
): Parameter {
  return {
    key,
    inPath,
    read: (raw, state) => {
      const value = parse(raw);
      return value === undefined ? undefined : { ...state, [field]: value };
    },
    print: (state) => print(state[field]),
  };
}

/** A row for one question of the filter of commitments. */
function question<K extends keyof CommitmentFilter>(
  field: K,
  key: string,
  parse: (raw: string) => CommitmentFilter[K] | undefined,
): Parameter {
  return {
    key,
    read: (raw, state) => {
      const value = parse(raw);
      return value === undefined ? undefined : { ...state, filter: { ...state.filter, [field]: value } };
    },
    print: ({ filter }) => filter[field],
    inPath: () => false,
  };
}

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (raw: string): T | undefined =>
    values.find((value) => value === raw);

const id = (raw: string): string | undefined =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/u.test(raw) && raw.length <= 60 ? raw : undefined;

/** The first segment of an article's path, of a place's, and of a plan's that is not the first. */
const [ARTICLE, PLACE, PLAN] = ['a', 'p', 'plan'];

/** The page on which a plan is written, which belongs to the site and to no plan. */
const AUTHOR = 'author';

/** Pages on which the site speaks of itself; they belong to no plan. */
export const STATEMENTS = ['accessibility', 'privacy'] as const;
export type StatementName = (typeof STATEMENTS)[number];

/** URL state as a table; order here is order in the query. Links from before there were paths have all of it there. */
const TABLE: readonly Parameter[] = [
  parameter(
    'plan',
    'plan',
    id,
    (value) => value,
    () => true,
  ),
  parameter(
    'lang',
    'lang',
    oneOf(LANGS),
    (value) => value,
    () => true,
  ),
  parameter('pane', 'v', oneOf(PANES), (value) => value),
  parameter(
    'article',
    'a',
    parseArticle,
    (value) => (value === null ? null : String(value)),
    ({ place }) => place === null,
  ),
  parameter(
    'place',
    'p',
    id,
    (value) => value,
    () => true,
  ),
  parameter(
    'at',
    'at',
    parseAt,
    (value) => value && value.map((degrees) => degrees.toFixed(5).replace(/^-(0\.0+)$/u, '$1')).join(),
  ),
  parameter('near', 'near', parseNear, (value) => value && printNear(value)),
  parameter('hidden', 'off', parseIds, (value) => value.join('.') || null),
  question('kind', 'kind', oneOf(COMMITMENT_KINDS)),
  question('theme', 'of', id),
  question('place', 'where', id),
  question('due', 'due', parseDue),
  parameter('camera', 'c', parseCamera, (value) => value && printCamera(value)),
  parameter('reading', 'read', oneOf(READINGS), (value) => value),
  parameter('themeMode', 'theme', oneOf(THEME_MODES), (value) => value),
];

/** What each row prints of the initial view, which every link leaves out. */
const INITIALLY = TABLE.map(({ print }) => print(INITIAL_STATE));

export interface ReadUrl {
  state: ViewState;
  /** Keys of the query, or ends of the path, that could not be used; their fields have the default. */
  rejected: string[];
}

/**
 * Reads the view from an address relative to the root of the site, path and query. Where both name a thing the query
 * wins. A bad value falls back to its default and is named in `rejected`.
 */
export function readUrl(address: string): ReadUrl {
  const [, path = '', search = ''] = /^([^?#]*)(?:\?([^#]*))?/u.exec(address) ?? [];
  const params = new URLSearchParams(search);
  let { state, rejected } = readPath(path);
  for (const row of TABLE) {
    const raw = params.get(row.key);
    if (raw === null) continue;
    const next = row.read(raw, state);
    if (next) state = next;
    else rejected = [...rejected, row.key];
  }
  return { state, rejected };
}

/**
 * Address of a view relative to the root of the site: a path that is a page of its own, and the rest as a query with
 * defaults left out. Empty for the initial view.
 */
export function printUrl(state: ViewState): string {
  const pairs = TABLE.flatMap(({ key, print, inPath }, row) => {
    const printed = print(state);
    if (printed === null || printed === INITIALLY[row] || inPath(state)) return [];
    return [`${key}=${encodeURIComponent(printed).replaceAll('%2C', ',')}`];
  });
  return `${printPath(state)}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

/** Address of a page on which the site speaks of itself, relative to the root of the site. */
export function statementPath(name: StatementName, lang: Lang): string {
  return `${printPath({ ...INITIAL_STATE, lang })}${name}/`;
}

/** Address of the page on which a plan is written, relative to the root of the site. */
export function authorPath(lang: Lang): string {
  return `${printPath({ ...INITIAL_STATE, lang })}${AUTHOR}/`;
}

/** The part of an address that lies within the site: `root` is the path of the site, with a slash at its end. */
export function withinSite(root: string, { pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  return `${pathname.startsWith(root) ? pathname.slice(root.length) : ''}${search}`;
}

/** What stands behind the `#` of an address; nothing where that is no text, as after a link was cut off. */
export function fragmentOf(hash: string): string {
  try {
    return decodeURIComponent(hash.replace(/^#/u, ''));
  } catch (error) {
    if (error instanceof URIError) return '';
    throw error;
  }
}

/** `[en/][plan/<plan>/][a/<number>/ or p/<place>/]` */
function readPath(path: string): ReadUrl {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== 'index.html');
  const lang = segments.find((segment, at): segment is Lang => at === 0 && LANGS.some((one) => one === segment));
  if (lang !== undefined) segments.shift();
  const plan = segments[0] === PLAN ? id(segments[1] ?? '') : undefined;
  if (plan !== undefined) segments.splice(0, 2);
  const [kind, value = '', ...more] = segments;
  const article = kind === ARTICLE ? parseArticle(value) : undefined;
  const place = kind === PLACE ? id(value) : undefined;
  const understood = kind === undefined || (more.length === 0 && (article ?? place) !== undefined);
  return {
    state: {
      ...INITIAL_STATE,
      ...(lang && { lang }),
      ...(plan !== undefined && { plan }),
      ...(understood && { article: article ?? null, place: place ?? null }),
    },
    rejected: understood ? [] : [segments.join('/')],
  };
}

function printPath({ lang, plan, article, place }: ViewState): string {
  const segments = [
    ...(lang === INITIAL_STATE.lang ? [] : [lang]),
    ...(plan === null ? [] : [PLAN, plan]),
    ...(place === null ? (article === null ? [] : [ARTICLE, article]) : [PLACE, place]),
  ];
  return segments.map((segment) => `${segment}/`).join('');
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

function parseDue(raw: string): string | undefined {
  return raw === 'vague' || raw === 'none' || /^\d{4}-\d{2}-\d{2}$/u.test(raw) ? raw : undefined;
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
