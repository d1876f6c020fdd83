import type { LngLat } from '../contract/place';
import {
  type CandidateNote,
  candidateIn,
  type CoordinateCandidate,
  type CoordinateFault,
  inChina,
  type ReadCoordinates,
} from './coordinate-candidate';

/** A position as a link states it. */
interface Stated {
  first: number;
  second: number;
  /** The maker's order of axes. */
  order: 'lat-lng' | 'lng-lat';
  /** The systems it may be in, the likeliest first. */
  systems: readonly string[];
  written: string;
  notes: readonly CandidateNote[];
}
type Reading = Stated | CoordinateFault;
type Reader = (url: URL) => Reading;

const NUMBER = String.raw`[-+]?\d{1,9}(?:\.\d{1,18})?`;
const PAIR = new RegExp(`(?<first>${NUMBER})\\s?(?:,|%2C|\\+| )\\s?(?<second>${NUMBER})`, 'iu');
const AT = new RegExp(`@(?<first>${NUMBER}),(?<second>${NUMBER})`, 'u');
const GOOGLE_PIN = new RegExp(`!3d(?<first>${NUMBER})!4d(?<second>${NUMBER})`, 'u');
const OSM_VIEW = new RegExp(`map=\\d{1,2}(?:\\.\\d{1,6})?/(?<first>${NUMBER})/(?<second>${NUMBER})`, 'u');

const GCJ = ['GCJ-02'];
const WGS = ['EPSG:4326'];

type Form = Pick<Stated, 'order' | 'systems'> & { notes?: readonly CandidateNote[] };

function stated(pattern: RegExp, text: string, form: Form, label = ''): Stated | null {
  const found = pattern.exec(text);
  if (!found) return null;
  const [first, second] = [Number(found.groups?.['first']), Number(found.groups?.['second'])];
  return { notes: [], ...form, first, second, written: label + found[0] };
}

/** The first of the parameters that holds two numbers. */
function fromParameters(url: URL, names: readonly string[], form: Form): Stated | null {
  for (const name of names) {
    const value = url.searchParams.get(name);
    const found = value === null ? null : stated(PAIR, value, form, `${name}=`);
    if (found) return found;
  }
  return null;
}

/** Two parameters, one number each. */
function fromTwo(url: URL, lat: string, lng: string, form: Omit<Form, 'order'>): Stated | null {
  const [a, b] = [url.searchParams.get(lat), url.searchParams.get(lng)];
  if (a === null || b === null) return null;
  return stated(PAIR, `${a},${b}`, { ...form, order: 'lat-lng' });
}

const amap: Reader = (url) => {
  if (/^(?:surl|f)\./u.test(url.hostname)) return 'short-link';
  const systems = /^wgs-?84$/iu.test(url.searchParams.get('coordinate') ?? '') ? WGS : GCJ;
  return (
    fromParameters(url, ['position', 'to', 'lnglat', 'dest', 'location'], { order: 'lng-lat', systems }) ??
    // p=<id of the place>,<lat>,<lng>,<name>
    stated(
      new RegExp(`^[^,]{0,40},(?<first>${NUMBER}),(?<second>${NUMBER})`, 'u'),
      url.searchParams.get('p') ?? '',
      { order: 'lat-lng', systems },
      'p=',
    ) ??
    fromParameters(url, ['q'], { order: 'lat-lng', systems }) ??
    fromTwo(url, 'lat', 'lng', { systems }) ??
    fromTwo(url, 'lat', 'lon', { systems }) ??
    fromTwo(url, 'dlat', 'dlon', { systems }) ??
    fromParameters(url, ['center'], { order: 'lng-lat', systems, notes: ['view-centre'] }) ??
    'link-without-position'
  );
};

const BAIDU_SYSTEMS: Readonly<Record<string, readonly string[]>> = {
  bd09ll: ['BD-09'],
  bd09mc: ['BD-09MC'],
  gcj02: GCJ,
  wgs84: WGS,
};

const baidu: Reader = (url) => {
  if (url.hostname === 'j.map.baidu.com') return 'short-link';
  const type = (url.searchParams.get('coord_type') ?? 'bd09ll').toLowerCase();
  const systems = Object.hasOwn(BAIDU_SYSTEMS, type) ? BAIDU_SYSTEMS[type] : undefined;
  const names = ['location', 'latlng', 'destination'];
  return (
    fromParameters(url, names, {
      order: type === 'bd09mc' ? 'lng-lat' : 'lat-lng',
      systems: systems ?? ['BD-09', ...GCJ, ...WGS],
      notes: systems ? [] : ['datum-not-stated'],
    }) ??
    stated(AT, url.pathname, {
      order: 'lng-lat',
      systems: ['BD-09MC'],
      notes: url.pathname.includes('/poi/') ? [] : ['view-centre'],
    }) ??
    fromParameters(url, ['center'], { order: 'lat-lng', systems: ['BD-09'], notes: ['view-centre'] }) ??
    'link-without-position'
  );
};

const tencent: Reader = (url) => {
  if (url.hostname === 'surl.qq.com') return 'short-link';
  const systems = url.searchParams.get('coord_type') === '1' ? WGS : GCJ;
  const coord = new RegExp(`coord:(?<first>${NUMBER}),(?<second>${NUMBER})`, 'u');
  return (
    stated(coord, url.searchParams.get('marker') ?? '', { order: 'lat-lng', systems }) ??
    fromParameters(url, ['coord', 'tocoord', 'latlng'], { order: 'lat-lng', systems }) ??
    fromTwo(url, 'pointy', 'pointx', { systems }) ??
    fromParameters(url, ['center'], { order: 'lat-lng', systems, notes: ['view-centre'] }) ??
    'link-without-position'
  );
};

const google: Reader = (url) => {
  if (/(?:^|\.)goo\.gl$/u.test(url.hostname)) return 'short-link';
  // a pin of the map lies where the shifted map has it; a position that was typed is mostly that of a receiver
  const pin: Form = { order: 'lat-lng', systems: [...GCJ, ...WGS], notes: ['shifted-map'] };
  const typed: Form = { ...pin, systems: [...WGS, ...GCJ] };
  return (
    stated(GOOGLE_PIN, url.href, pin) ??
    fromParameters(url, ['q', 'query', 'll', 'daddr', 'destination'], typed) ??
    stated(
      new RegExp(`/(?:place|search|dir)/(?:[^@]{0,200}?/)?(?<first>${NUMBER}),(?:\\+|%20)?(?<second>${NUMBER})`, 'u'),
      url.pathname,
      typed,
    ) ??
    stated(AT, url.pathname, { ...pin, notes: ['shifted-map', 'view-centre'] }) ??
    fromParameters(url, ['center'], { ...pin, notes: ['shifted-map', 'view-centre'] }) ??
    'link-without-position'
  );
};

const apple: Reader = (url) => {
  const form: Form = { order: 'lat-lng', systems: [...WGS, ...GCJ], notes: ['shifted-map'] };
  return (
    fromParameters(url, ['ll', 'coordinate', 'q', 'daddr'], form) ??
    fromParameters(url, ['sll', 'center'], { ...form, notes: ['shifted-map', 'view-centre'] }) ??
    'link-without-position'
  );
};

const openStreetMap: Reader = (url) =>
  fromTwo(url, 'mlat', 'mlon', { systems: WGS }) ??
  fromTwo(url, 'lat', 'lon', { systems: WGS }) ??
  stated(OSM_VIEW, url.hash, { order: 'lat-lng', systems: WGS, notes: ['view-centre'] }) ??
  'link-without-position';

/** RFC 5870: latitude, longitude, WGS-84 unless it says otherwise; Android puts a pin into `q`. */
const geo: Reader = (url) => {
  const crs = /;crs=(?<crs>[^;?]{1,20})/iu.exec(url.href)?.groups?.['crs'] ?? 'wgs84';
  if (crs.toLowerCase() !== 'wgs84') return 'unknown-link';
  const form: Form = { order: 'lat-lng', systems: WGS };
  return (
    fromParameters(url, ['q'], form) ??
    stated(new RegExp(`^(?<first>${NUMBER}),(?<second>${NUMBER})`, 'u'), url.pathname, form, 'geo:') ??
    'link-without-position'
  );
};

/** Any other page whose address names a latitude and a longitude. */
const anyOther: Reader = (url) => {
  const form = { systems: [...WGS, ...GCJ, 'BD-09'], notes: ['datum-not-stated'] } as const;
  const names = [
    ['lat', 'lng'],
    ['lat', 'lon'],
    ['latitude', 'longitude'],
  ] as const;
  return names.map(([lat, lng]) => fromTwo(url, lat, lng, form)).find((found) => found !== null) ?? 'unknown-link';
};

const READERS: readonly (readonly [host: RegExp, reader: Reader])[] = [
  [/(?:^|\.)(?:amap|gaode)\.com$/u, amap],
  [/(?:^|\.)map\.baidu\.com$/u, baidu],
  [/(?:^|\.)map\.qq\.com$|^surl\.qq\.com$/u, tencent],
  [/(?:^|\.)google(?:\.[a-z]{2,3}){1,2}$|(?:^|\.)goo\.gl$/u, google],
  [/^maps\.apple(?:\.com)?$/u, apple],
  [/(?:^|\.)(?:openstreetmap\.org|osm\.org)$/u, openStreetMap],
];
/** Makers whose order of axes is often mixed up, in a country where the magnitude tells. */
const CHINESE = new Set<Reader>([amap, baidu, tencent, anyOther]);

/** A link in a text, with or without `https://`; `null` if there is none. */
export function linkIn(text: string): string | null {
  const [found] =
    /(?:https?:\/\/|geo:)[^\s<>"'，。；）】]{1,2000}/iu.exec(text) ??
    /(?<![\w.@])(?:[a-z0-9-]{1,30}\.){1,4}(?:com|cn|org|gl|app)\/[^\s<>"'，。；）】]{0,2000}/iu.exec(text) ??
    [];
  return found ?? null;
}

/** What a link of a map says about a position; several candidates where its datum is not certain. */
export function readLink(link: string): ReadCoordinates {
  const address = /^(?:https?|geo):/iu.test(link) ? link : `https://${link}`;
  if (!URL.canParse(address)) return { ok: false, reason: 'unknown-link', written: link };
  const url = new URL(address);
  const reader = url.protocol === 'geo:' ? geo : (READERS.find(([host]) => host.test(url.hostname))?.[1] ?? anyOther);
  const reading = reader(url);
  if (typeof reading === 'string') return { ok: false, reason: reading, written: link };
  const candidates = candidatesOf(reading, CHINESE.has(reader));
  if (candidates.length === 0) return { ok: false, reason: 'out-of-range', written: reading.written };
  return { ok: true, candidates };
}

function candidatesOf(
  { first, second, order, systems, written, notes }: Stated,
  swaps: boolean,
): CoordinateCandidate[] {
  const metres = systems[0] === 'BD-09MC';
  const asSaid: LngLat = order === 'lng-lat' ? [first, second] : [second, first];
  const swapped: LngLat = [asSaid[1], asSaid[0]];
  const mixedUp = swaps && !metres && !inChina(asSaid) && inChina(swapped);
  const at = mixedUp ? swapped : asSaid;
  const told: readonly CandidateNote[] = mixedUp ? [...notes, 'axes-swapped'] : notes;
  // outside China all the datums of maps are one
  if (!metres && !inChina(at)) {
    const doubts: readonly CandidateNote[] = ['shifted-map', 'datum-not-stated'];
    const one = candidateIn(
      'EPSG:4326',
      at,
      written,
      told.filter((note) => !doubts.includes(note)),
    );
    return one ? [one] : [];
  }
  return systems.flatMap((system) => candidateIn(system, at, written, told) ?? []);
}
