import { LANGS } from '../contract/localized';
import { printUrl, readUrl } from './url';
import { INITIAL_STATE, type ViewState } from './view-state';

/** When the interactive map takes the place of the drawn one: when it is touched, or once it is seen. */
export const STARTS = ['touch', 'visible'] as const;
type Start = (typeof STARTS)[number];

/** What stands in the frame: a map, a sentence with its map, a way to near-me, or a story in steps. */
export type EmbedSubject =
  | { kind: 'map' }
  | { kind: 'quote'; sentence: number }
  | { kind: 'near' }
  /** A story that the build has made a page of. */
  | { kind: 'story'; story: string }
  /** The first sentences of these articles, in this order; of all articles where there is none. */
  | { kind: 'steps'; articles: readonly number[] }
  /** A story that is in the address itself, packed (`pack-story.ts`). */
  | { kind: 'told'; packed: string };

/** Everything that decides what an embed shows, and to whom it listens. */
export interface EmbedView {
  /** Plan, language, article, place, camera, layers and theme; the rest stays as it is at first. */
  view: ViewState;
  subject: EmbedSubject;
  start: Start;
  /** Six hexadecimal digits of a colour, without `#`. */
  accent: string | null;
  /** Origins whose messages are heard; empty for that of the page around the frame. */
  hosts: readonly string[];
}

export const INITIAL_EMBED: EmbedView = {
  view: INITIAL_STATE,
  subject: { kind: 'map' },
  start: 'touch',
  accent: null,
  hosts: [],
};

/** The folder of the embeds. */
const EMBED = 'embed';
const MAX_HOSTS = 8;
/** A story of more steps is no story. */
export const MOST_STEPS = 40;
/** What every browser, and every editor that a snippet is pasted into, takes as an address. */
export const LONGEST_TOLD = 6000;
const TOLD = 's=';
const ID = '[a-z0-9]+(?:-[a-z0-9]+)*';
const PATH = new RegExp(
  `^(?:(?<lang>${LANGS.join('|')})/)?${EMBED}/(?:plan/(?<plan>${ID})/)?` +
    `(?:a/(?<article>\\d{1,3})/(?:(?<sentence>\\d{1,2})/)?|p/(?<place>${ID})/|(?<near>near)/|(?<told>story)/(?:(?<story>${ID})/)?)?` +
    `(?:index\\.html)?$`,
  'u',
);
/** What an embed takes over from the addresses of the app. */
const SHARED = new Set(['c', 'off', 'theme', 'p', 'a']);

export interface ReadEmbedUrl {
  embed: EmbedView;
  /** Keys of the query, or the path, that could not be used; they have their defaults. */
  rejected: string[];
}

/**
 * Reads what an embed shows from its address relative to the root of the site. Never throws: a bad value falls back to
 * its default and is named in `rejected`; keys that nobody knows are left alone, as hosts add their own.
 */
export function readEmbedUrl(address: string): ReadEmbedUrl {
  const [, path = '', search = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?/su.exec(address) ?? [];
  const found = PATH.exec(path)?.groups;
  const { lang, plan, article, sentence, place, near, told, story } = found ?? {};
  const params = new URLSearchParams(search);
  const shared = new URLSearchParams([...params].filter(([key]) => SHARED.has(key)));
  const own = [lang, plan && `plan/${plan}`, article && `a/${article}`, place && `p/${place}`].filter(Boolean);
  const read = readUrl(`${own.map((segment) => `${segment}/`).join('')}?${shared.toString()}`);
  const rejected = [...(found ? [] : [path]), ...read.rejected];
  const take = <T>(key: string, parse: (raw: string) => T | undefined, fallback: T): T => {
    const raw = params.get(key);
    if (raw === null) return fallback;
    const value = parse(raw);
    if (value === undefined) rejected.push(key);
    return value ?? fallback;
  };
  return {
    embed: {
      view: read.state,
      subject: near
        ? { kind: 'near' }
        : story
          ? { kind: 'story', story }
          : told
            ? (parseTold(fragment, rejected) ?? { kind: 'steps', articles: take('steps', parseSteps, []) })
            : sentence
              ? { kind: 'quote', sentence: Number(sentence) }
              : { kind: 'map' },
      start: take('start', (raw) => STARTS.find((one) => one === raw), INITIAL_EMBED.start),
      accent: take<string | null>('accent', parseAccent, null),
      hosts: take('host', parseHosts, INITIAL_EMBED.hosts),
    },
    rejected,
  };
}

/** Address of an embed relative to the root of the site; what is as it would be anyway is left out. */
export function printEmbedUrl({ view, subject, start, accent, hosts }: EmbedView): string {
  const { plan, lang, article, place, camera, hidden, themeMode } = view;
  const [path = '', query = ''] = printUrl({
    ...INITIAL_STATE,
    plan,
    lang,
    article: place === null ? article : null,
    place,
    camera,
    hidden,
    themeMode,
  }).split('?');
  const prefix = lang === INITIAL_STATE.lang ? '' : `${lang}/`;
  const rest = path.slice(prefix.length);
  const more =
    subject.kind === 'quote'
      ? `${subject.sentence}/`
      : subject.kind === 'near'
        ? 'near/'
        : subject.kind === 'story'
          ? `story/${subject.story}/`
          : subject.kind === 'map'
            ? ''
            : 'story/';
  const pairs = [
    subject.kind === 'steps' && subject.articles.length > 0 ? `steps=${subject.articles.join(',')}` : '',
    query,
    start === INITIAL_EMBED.start ? '' : `start=${start}`,
    accent === null ? '' : `accent=${accent}`,
    hosts.length === 0 ? '' : `host=${hosts.join(',')}`,
  ].filter((pair) => pair !== '');
  const fragment = subject.kind === 'told' ? `#${TOLD}${subject.packed}` : '';
  return `${prefix}${EMBED}/${rest}${more}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}${fragment}`;
}

/** Where the oEmbed of an embed that the build has made is, relative to the root of the site. */
export function oembedPath(path: string): string {
  return `${path}oembed.json`;
}

function parseSteps(raw: string): number[] | undefined {
  const parts = raw.split(',');
  return parts.length <= MOST_STEPS && parts.every((part) => /^\d{1,3}$/u.test(part)) ? parts.map(Number) : undefined;
}

function parseTold(fragment: string, rejected: string[]): EmbedSubject | null {
  if (!fragment.startsWith(TOLD)) return null;
  const packed = fragment.slice(TOLD.length);
  if (packed.length <= LONGEST_TOLD && /^[\w-]+$/u.test(packed)) return { kind: 'told', packed };
  rejected.push('story');
  return null;
}

function parseAccent(raw: string): string | undefined {
  return /^[0-9a-f]{6}$/iu.test(raw) ? raw.toLowerCase() : undefined;
}

/** Origins as they are, so that none can hide a path, a name or a password. */
function parseHosts(raw: string): string[] | undefined {
  const hosts = raw.split(',');
  const plain = /^https?:\/\/(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/u;
  return hosts.length <= MAX_HOSTS && hosts.every((host) => plain.test(host) && URL.canParse(host)) ? hosts : undefined;
}
