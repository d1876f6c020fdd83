import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { keptSite, type WorkerParts } from './kept-site';
import { isAppPage, type Precache, shellAt } from './precache';

const SCOPE = 'https://tuce.example/sub/';

/** Caches of a browser, as far as the kept site uses them. */
function shelves(): { caches: CacheStorage; names: () => string[] } {
  const all = new Map<string, Map<string, Response>>();
  const cacheOf = (shelf: Map<string, Response>) => ({
    match: (url: string) => Promise.resolve(shelf.get(url)?.clone()),
    put: (url: string, response: Response) => Promise.resolve(void shelf.set(url, response)),
  });
  const caches = {
    has: (name: string) => Promise.resolve(all.has(name)),
    open: (name: string) => {
      const shelf = all.get(name) ?? new Map<string, Response>();
      all.set(name, shelf);
      return Promise.resolve(cacheOf(shelf));
    },
    delete: (name: string) => Promise.resolve(all.delete(name)),
    keys: () => Promise.resolve([...all.keys()]),
    match: (url: string) =>
      Promise.resolve(
        [...all.values()]
          .find((shelf) => shelf.has(url))
          ?.get(url)
          ?.clone(),
      ),
  };
  // Only what is used is there.
  return { caches: caches as unknown as CacheStorage, names: () => [...all.keys()] };
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64');

/** A browser with a network that serves the files of the latest version, and pages that are open. */
function browser() {
  const { caches, names } = shelves();
  const net = { files: {} as Record<string, string>, asked: [] as string[] };
  const pages = new Map<string, string>();
  const parts: WorkerParts = {
    caches,
    scope: SCOPE,
    clients: {
      get: (id) => Promise.resolve(pages.has(id) ? { url: pages.get(id) ?? '' } : undefined),
      matchAll: () => Promise.resolve([...pages.keys()].map((id) => ({ id }))),
      claim: () => Promise.resolve(),
    },
    fetch: (request, init) => {
      const url = typeof request === 'string' ? request : request.url;
      const path = url.slice(SCOPE.length);
      net.asked.push(path);
      const text = net.files[path];
      if (text === undefined) return Promise.resolve(new Response('', { status: 404 }));
      const wanted = init?.integrity;
      if (wanted && wanted !== `sha256-${hash(text)}`) return Promise.reject(new TypeError('integrity'));
      return Promise.resolve(new Response(text));
    },
  };
  const site = (version: string, files: Record<string, string>) => {
    net.files = files;
    const hashes = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, hash(text)]));
    const precache: Precache = { version, files: hashes, shell: 'shell.html', plans: ['other'] };
    return keptSite(precache, parts);
  };
  return { site, net, names, pages };
}

const filesOf = (version: string): Record<string, string> => ({
  '': `front ${version}`,
  'shell.html': `<html lang="zh-CN"><script src="./assets/app-${version}.js">`,
  [`assets/app-${version}.js`]: `app ${version}`,
  'assets/same.js': 'same',
  'data/places.json': `places ${version}`,
});

const get = (path: string, mode: RequestMode = 'cors'): Request =>
  // A request that navigates cannot be made by hand.
  ({ url: `${SCOPE}${path}`, method: 'GET', mode }) as Request;

describe('the kept site', () => {
  it('answers pages, programs and data from what it keeps, whatever the network has by now', async () => {
    const { site, net, pages } = browser();
    const one = site('one', filesOf('one'));
    await one.install();
    await one.activate();
    net.files = {};
    pages.set('tab', SCOPE);
    expect(await (await one.answer(get('?v=near', 'navigate'), ''))?.text()).toBe('front one');
    expect(await (await one.answer(get('data/places.json'), 'tab'))?.text()).toBe('places one');
    expect(await (await one.answer(get('assets/app-one.js'), 'tab'))?.text()).toBe('app one');
    expect(await (await one.answer(get('en/a/11/', 'navigate'), ''))?.text()).toBe(
      '<html data-root="/sub/" lang="zh-CN"><script src="/sub/assets/app-one.js">',
    );
  });

  it('leaves to the browser what is not its own', async () => {
    const { site } = browser();
    const one = site('one', filesOf('one'));
    await one.install();
    for (const path of ['embed/', 'design/', 'a/11', 'a/11/x/', 'p/../x', 'sitemap.xml'])
      expect([path, one.answer(get(path, 'navigate'), '')]).toEqual([path, null]);
    expect(
      one.answer({ url: 'https://elsewhere.example/sub/', method: 'GET', mode: 'navigate' } as Request, ''),
    ).toBeNull();
    expect(one.answer({ url: SCOPE, method: 'POST', mode: 'cors' } as Request, '')).toBeNull();
  });

  it('keeps all of a version or nothing of it', async () => {
    const { site, net, names } = browser();
    const one = site('one', filesOf('one'));
    net.files = { ...filesOf('one'), 'data/places.json': 'changed on the way' };
    await expect(one.install()).rejects.toThrow('integrity');
    expect(names()).toEqual([]);
    net.files = { ...filesOf('one'), 'data/places.json': undefined as unknown as string };
    await expect(one.install()).rejects.toThrow('404');
    expect(names()).toEqual([]);
  });

  it('fetches what is named by its content only once', async () => {
    const { site, net } = browser();
    const one = site('one', filesOf('one'));
    await one.install();
    await one.activate();
    net.asked.length = 0;
    await site('two', filesOf('two')).install();
    expect(net.asked).not.toContain('assets/same.js');
    expect(net.asked).toContain('data/places.json');
  });

  it('goes on answering a page of an older version from that one, until it is gone', async () => {
    const { site, names, pages } = browser();
    const one = site('one', filesOf('one'));
    await one.install();
    await one.activate();
    pages.set('old', SCOPE);
    // A version that was fetched and never in charge is nobody's.
    await site('skipped', filesOf('skipped')).install();
    const two = site('two', filesOf('two'));
    await two.install();
    await two.activate();
    expect(names()).toEqual(['tuce-one', 'tuce-two']);
    pages.set('new', SCOPE);
    const places = async (worker: typeof two, tab: string) =>
      (await worker.answer(get('data/places.json'), tab))?.text();
    expect(await places(two, 'old')).toBe('places one');
    expect(await places(two, 'new')).toBe('places two');
    expect(await (await two.answer(get('assets/app-one.js'), 'old'))?.text()).toBe('app one');

    const three = site('three', filesOf('three'));
    await three.install();
    await three.activate();
    expect(await places(three, 'old')).toBe('places one');
    expect(await places(three, 'new')).toBe('places two');
    pages.clear();
    const four = site('four', filesOf('four'));
    await four.install();
    await four.activate();
    expect(names()).toEqual(['tuce-four']);
  });

  it('gives no data to a page that did not come from it', async () => {
    const { site, pages } = browser();
    const one = site('one', filesOf('one'));
    await one.install();
    await one.activate();
    site('two', filesOf('two'));
    pages.set('embed', `${SCOPE}embed/a/11/`);
    expect(await (await one.answer(get('data/places.json'), 'embed'))?.text()).toBe('places two');
  });
});

it.each(['', 'index.html', 'en/', 'a/11/', 'p/wu-jia-ba/', 'en/p/x/index.html', 'other/', 'en/other/a/2/'])(
  'knows “%s” as a page of the app',
  (path) => expect(isAppPage(path, ['other'])).toBe(true),
);

it('puts the root of the site where the shell leads from', () => {
  expect(shellAt('<html lang="x"><link href="./a.css">', '/')).toBe(
    '<html data-root="/" lang="x"><link href="/a.css">',
  );
});
