import { LANGS } from '../contract/localized';

/** What a build wants kept on the device; the build writes it at the head of the service worker. */
export interface Precache {
  /** Changes with any file below. */
  version: string;
  /** Path within the site → SHA-256 in base64. The front page has the empty path. */
  files: Readonly<Record<string, string>>;
  /** The page that is no page yet, for addresses whose own page is not kept. */
  shell: string;
  /** Ids of plans that an address may begin with. */
  plans: readonly string[];
}

/** Names of caches begin with this; what follows is the version. */
const PREFIX = 'tuce-';

export function cacheName(version: string): string {
  return `${PREFIX}${version}`;
}

export function isOurs(name: string): boolean {
  return name.startsWith(PREFIX);
}

/** Whether the bundler has named a file after its content, so that the name alone says which version it is. */
export function isNamedByContent(path: string): boolean {
  return path.startsWith('assets/');
}

/** Whether the app draws this address: the document, an article or a place. `path` is relative to the site's root. */
export function isAppPage(path: string, plans: readonly string[]): boolean {
  const segments = path.replace(/(?:^|(?<=\/))index\.html$/u, '').split('/');
  if (segments.pop() !== '') return false;
  if (LANGS.some((lang) => lang === segments[0])) segments.shift();
  if (plans.includes(segments[0] ?? '')) segments.shift();
  const [kind, value = '', ...more] = segments;
  if (kind === undefined) return true;
  return (
    more.length === 0 && ((kind === 'a' && /^\d{1,3}$/u.test(value)) || (kind === 'p' && /^[a-z0-9-]+$/u.test(value)))
  );
}

/** The shell for a page at any depth: what it links to is found from `root`, the path of the site. */
export function shellAt(shell: string, root: string): string {
  return shell
    .replaceAll(/(?<=\b(?:href|src)=")\.\//gu, () => root)
    .replace('<html ', () => `<html data-root="${root}" `);
}
