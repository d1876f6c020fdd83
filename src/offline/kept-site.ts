import { cacheName, isAppPage, isNamedByContent, isOurs, type Precache, shellAt } from './precache';

/** What the kept site needs of a service worker; the types of the browser have it for pages only. */
export interface WorkerParts {
  caches: CacheStorage;
  clients: {
    get: (id: string) => Promise<{ url: string } | undefined>;
    matchAll: (options: { type: 'window'; includeUncontrolled: true }) => Promise<readonly { id: string }[]>;
    claim: () => Promise<void>;
  };
  fetch: (request: Request | string, init?: RequestInit) => Promise<Response>;
  /** Address of the site, with a slash at its end. */
  scope: string;
}

export interface KeptSite {
  /** Fetches and checks every file; all of them or none. */
  install: () => Promise<void>;
  /** Takes over from the version before and lets go of what no open page needs. */
  activate: () => Promise<void>;
  /** The answer to a request; `null` where the browser shall ask by itself. */
  answer: (request: Request, clientId: string) => Promise<Response> | null;
}

/** Which of the pages that are open were opened with which version, unless it was this one. */
type Tabs = Record<string, string>;
const TABS = 'tabs';
/** Files that are fetched at the same time: few, so that a page that is open is not held up. */
const AT_ONCE = 4;
const MATCH = { ignoreVary: true } as const;

/**
 * One version of the site, kept on the device as a whole. A page and all that it loads come from the same version:
 * pages are answered from what is kept and not from the network, and a page that was opened with an older version
 * goes on being answered from that one until it is loaded anew.
 */
export function keptSite({ version, files, shell, plans }: Precache, parts: WorkerParts): KeptSite {
  const { caches, clients, scope } = parts;
  const name = cacheName(version);
  const addressOf = (path: string): string => new URL(path, scope).href;
  const pathOf = (address: string): string | null => {
    const { href } = new URL(address);
    const [bare = ''] = href.split(/[?#]/u);
    return bare.startsWith(scope) ? bare.slice(scope.length) : null;
  };
  const kept = async (path: string, from = name): Promise<Response | undefined> =>
    (await caches.has(from)) ? (await caches.open(from)).match(addressOf(path), MATCH) : undefined;

  const tabsOf = async (from: string): Promise<Tabs | null> => {
    const record = await kept(TABS, from);
    return record ? ((await record.json()) as Tabs) : null;
  };

  /** Of versions in the order in which they were fetched, the last that was in charge; some never come to be. */
  const lastActive = async (names: readonly string[]): Promise<{ name: string; tabs: Tabs } | null> => {
    const records = await Promise.all(names.map(async (one) => ({ name: one, tabs: await tabsOf(one) })));
    return records.findLast((one): one is { name: string; tabs: Tabs } => one.tabs !== null) ?? null;
  };

  const fetchInto = async (cache: Cache, path: string, hash: string): Promise<void> => {
    const address = addressOf(path);
    const before = isNamedByContent(path) ? await caches.match(address, MATCH) : undefined;
    // A host, or something between, that changes files makes them fail here, and the visitor stays online only.
    const response = before ?? (await parts.fetch(address, { cache: 'no-cache', integrity: `sha256-${hash}` }));
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
    await cache.put(address, response);
  };

  const ofClient = async (path: string, clientId: string): Promise<Response | undefined> => {
    if (isNamedByContent(path)) return (await kept(path)) ?? caches.match(addressOf(path), MATCH);
    const client = await clients.get(clientId);
    const page = client ? pathOf(client.url) : null;
    // A page that did not come from here may be of a newer version than what is kept.
    if (page === null || !(page in files || isAppPage(page, plans))) return undefined;
    return kept(path, (await tabsOf(name))?.[clientId]);
  };

  const page = async (path: string): Promise<Response | undefined> => {
    if (path in files) return kept(path);
    const blank = await kept(shell);
    if (!blank) return undefined;
    const text = shellAt(await blank.text(), new URL(scope).pathname);
    return new Response(text, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  };

  return {
    install: async () => {
      const known = await caches.has(name);
      const cache = await caches.open(name);
      const waiting = Object.entries(files);
      const work = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) await fetchInto(cache, ...next);
      };
      try {
        await Promise.all(Array.from({ length: AT_ONCE }, work));
      } catch (error) {
        // A version that came back may have pages open.
        if (!known) await caches.delete(name);
        throw error;
      }
    },

    activate: async () => {
      const others = (await caches.keys()).filter((one) => isOurs(one) && one !== name);
      const tabs: Tabs = {};
      const before = await lastActive(others);
      if (before) {
        const open = await clients.matchAll({ type: 'window', includeUncontrolled: true });
        for (const { id } of open) tabs[id] = before.tabs[id] ?? before.name;
      }
      await (await caches.open(name)).put(addressOf(TABS), new Response(JSON.stringify(tabs)));
      const needed = new Set(Object.values(tabs));
      await Promise.all(others.filter((one) => !needed.has(one)).map((one) => caches.delete(one)));
      await clients.claim();
    },

    answer: (request, clientId) => {
      const path = pathOf(request.url);
      if (request.method !== 'GET' || path === null) return null;
      if (request.mode === 'navigate') {
        if (!(path in files) && !isAppPage(path, plans)) return null;
        return page(path).then((response) => response ?? parts.fetch(request));
      }
      if (!(path in files) && !isNamedByContent(path)) return null;
      return ofClient(path, clientId).then((response) => response ?? parts.fetch(request));
    },
  };
}
