import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { COMMITMENT_KINDS } from '../contract/commitment';
import { LANGS } from '../contract/localized';
import { fuzzRuns } from '../../tests/fuzz-runs';
import { fragmentOf, printUrl, readUrl, withinSite } from './url';
import { INITIAL_STATE, NEAR_DECIMALS, NEAR_RADII_M, PANES, READINGS, THEME_MODES, type ViewState } from './view-state';

const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,6}){0,3}$/u);
const lng = fc.double({ min: -180, max: 180, noNaN: true });
const lat = fc.double({ min: -85, max: 85, noNaN: true });
const nullable = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary);
const state: fc.Arbitrary<ViewState> = fc.record({
  plan: nullable(id),
  lang: fc.constantFrom(...LANGS),
  themeMode: fc.constantFrom(...THEME_MODES),
  pane: fc.constantFrom(...PANES),
  article: nullable(fc.nat({ max: 999 })),
  place: nullable(id),
  at: nullable(fc.tuple(lng, lat)),
  near: nullable(
    fc.record({
      at: fc.tuple(lng, lat),
      decimals: fc.constantFrom(...NEAR_DECIMALS),
      radiusM: fc.constantFrom(...NEAR_RADII_M),
    }),
  ),
  hidden: fc.array(id, { maxLength: 5 }),
  reading: nullable(fc.constantFrom(...READINGS)),
  filter: fc.record({
    kind: nullable(fc.constantFrom(...COMMITMENT_KINDS)),
    theme: nullable(id),
    place: nullable(id),
    due: nullable(fc.constantFrom('vague', 'none', '2025-12-31')),
  }),
  camera: nullable(
    fc.record({
      center: fc.tuple(lng, lat),
      zoom: fc.double({ min: 0, max: 22, noNaN: true }),
      bearing: fc.double({ min: -360, max: 360, noNaN: true }),
    }),
  ),
});

/** A number as precise as the address prints it; there is no minus zero. */
const to = (value: number, digits: number): number => Number(value.toFixed(digits)) + 0;
/** The view as precise as the address prints it. */
function printed({ at, near, camera, ...rest }: ViewState): ViewState {
  return {
    ...rest,
    at: at && [to(at[0], 5), to(at[1], 5)],
    near: near && { ...near, at: [to(near.at[0], near.decimals), to(near.at[1], near.decimals)] },
    camera: camera && {
      center: [to(camera.center[0], 4), to(camera.center[1], 4)],
      zoom: to(camera.zoom, 2),
      bearing: Math.round(camera.bearing) + 0,
    },
  };
}

describe('the address', () => {
  it('gives back every view, at printed precision', () => {
    fc.assert(
      fc.property(state, (view) => {
        const { state: read, rejected } = readUrl(printUrl(view));
        expect(rejected).toEqual([]);
        expect(printed(read)).toEqual(printed(view));
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same when it is read and printed once more', () => {
    fc.assert(
      fc.property(state, (view) => {
        const address = printUrl(printed(view));
        expect(printUrl(readUrl(address).state)).toBe(address);
      }),
      { numRuns: 500 },
    );
  });

  it('is empty for the defaults, and reading nothing gives the defaults', () => {
    expect(printUrl(INITIAL_STATE)).toBe('');
    for (const nothing of ['', '?', '?&', '#x'])
      expect(readUrl(nothing)).toEqual({ state: INITIAL_STATE, rejected: [] });
  });

  it('is short and legible', () => {
    const view: ViewState = {
      ...INITIAL_STATE,
      lang: 'en',
      article: 11,
      place: 'old-town',
      at: [102.7, 25.04],
      hidden: ['rail', 'road'],
      camera: { center: [102.712_345, 25], zoom: 10.5, bearing: 0.2 },
    };
    expect(printUrl(view)).toBe('en/p/old-town/?a=11&at=102.70000,25.04000&off=rail.road&c=102.7123,25.0000,10.5');
  });

  it.each<[string, Partial<ViewState>]>([
    ['', {}],
    ['en/', { lang: 'en' }],
    ['a/11/', { article: 11 }],
    ['a/0/', { article: 0 }],
    ['p/lake/', { place: 'lake' }],
    ['p/lake/?a=11', { place: 'lake', article: 11 }],
    ['plan/other/a/3/', { plan: 'other', article: 3 }],
    ['en/plan/other/p/lake/', { lang: 'en', plan: 'other', place: 'lake' }],
  ])('is the page %s for %j', (address, view) => {
    expect(printUrl({ ...INITIAL_STATE, ...view })).toBe(address);
    expect(readUrl(address)).toEqual({ state: { ...INITIAL_STATE, ...view }, rejected: [] });
  });

  it.each<[string, Partial<ViewState>]>([
    ['?lang=en&a=11&p=lake', { lang: 'en', article: 11, place: 'lake' }],
    ['?plan=other&a=3', { plan: 'other', article: 3 }],
    ['a/3/?a=11', { article: 11 }],
    ['en/index.html', { lang: 'en' }],
  ])('still reads the link %s', (address, view) => {
    expect(readUrl(address)).toEqual({ state: { ...INITIAL_STATE, ...view }, rejected: [] });
  });

  it.each(['a/x/', 'a/', 'p/UPPER/', 'a/3/more/', 'one/', 'one/two/', 'en/en/', 'plan/', 'plan/UPPER/'])(
    'falls back for the path %s',
    (path) => {
      const { state: read, rejected } = readUrl(path);
      expect(rejected).toHaveLength(1);
      expect([read.article, read.place]).toEqual([null, null]);
    },
  );

  it('has room for a plan of any name', () => {
    for (const plan of ['a', 'p', 'en', 'plan', 'data', 'assets']) {
      expect(printUrl({ ...INITIAL_STATE, plan, article: 3 })).toBe(`plan/${plan}/a/3/`);
      expect(readUrl(`plan/${plan}/a/3/`).state).toEqual({ ...INITIAL_STATE, plan, article: 3 });
    }
  });

  it('is what lies within the site, under any sub-path', () => {
    expect(withinSite('/sub/', { pathname: '/sub/a/3/', search: '?off=rail' })).toBe('a/3/?off=rail');
    expect(withinSite('/', { pathname: '/a/3/', search: '' })).toBe('a/3/');
    expect(withinSite('/sub/', { pathname: '/sub', search: '' })).toBe('');
  });

  it('never throws and always gives a view that can be printed, whatever the query', () => {
    const key = fc.oneof(
      fc.constantFrom('plan', 'lang', 'v', 'a', 'p', 'at', 'near', 'off', 'c', 'theme', '__proto__'),
      fc.string({ maxLength: 5 }),
    );
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ unit: fc.constantFrom(...'0123456789.,-e%+&=# '), maxLength: 24 }),
      fc.constantFrom(
        'NaN',
        'Infinity',
        '-0',
        '1e9',
        '%',
        '%E4%B8',
        'null',
        'undefined',
        'zh',
        '102,25',
        '102,25,9',
        '٣',
      ),
    );
    const query = fc
      .array(fc.tuple(key, value), { maxLength: 8 })
      .map((pairs) => `?${pairs.map((pair) => pair.join('=')).join('&')}`);
    fc.assert(
      fc.property(query, (search) => {
        const { state: read } = readUrl(search);
        expect(Object.keys(read).toSorted()).toEqual(Object.keys(INITIAL_STATE).toSorted());
        expect(readUrl(printUrl(read)).rejected).toEqual([]);
        const numbers = [...(read.at ?? []), ...(read.camera?.center ?? []), read.camera?.zoom ?? 0, read.article ?? 0];
        expect(numbers.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: fuzzRuns(5000) },
    );
  }, 600_000);

  it('never throws, whatever the path', () => {
    const segment = fc.oneof(
      fc.constantFrom('', '.', '..', 'en', 'zh', 'a', 'p', '11', '0', '999', 'index.html', '__proto__', 'constructor'),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({ unit: fc.constantFrom(...'%2Fae0-./?#'), maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 6 }), (segments) => {
        const { state: read } = readUrl(segments.join('/'));
        expect(Object.keys(read).toSorted()).toEqual(Object.keys(INITIAL_STATE).toSorted());
        expect(readUrl(printUrl(read)).rejected).toEqual([]);
      }),
      { numRuns: fuzzRuns(5000) },
    );
  }, 600_000);

  it('gives the fragment of any address, also of one that is no text', () => {
    expect(fragmentOf('#s11-2')).toBe('s11-2');
    expect(fragmentOf('#%E6%98%86')).toBe('\u6606');
    expect(fragmentOf('#%E0%A4%A')).toBe('');
    expect(fragmentOf('')).toBe('');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'%0AEF#=a'), maxLength: 12 }), (hash) => {
        expect(typeof fragmentOf(hash)).toBe('string');
      }),
      { numRuns: fuzzRuns(5000) },
    );
  }, 600_000);

  it.each([
    ['plan', 'Not Kebab'],
    ['plan', ''],
    ['plan', 'a'.repeat(61)],
    ['lang', 'fr'],
    ['v', 'everything'],
    ['a', '-1'],
    ['a', '1.5'],
    ['a', '1000'],
    ['a', ''],
    ['p', '../secret'],
    ['p', 'UPPER'],
    ['p', 'a--b'],
    ['near', '102.71,25.04'],
    ['near', '102.71,25.0,2000'],
    ['near', '102.7123,25.0412,2000'],
    ['near', '102.71,25.04,1999'],
    ['near', '102.71,25.04,2000,1'],
    ['near', '181.00,25.04,2000'],
    ['at', '102.7'],
    ['at', '102.7,25.04,3'],
    ['at', '181,25'],
    ['at', '102.7,86'],
    ['at', '1e2,25'],
    ['at', 'x,y'],
    ['off', 'a..b'],
    ['off', ''],
    ['c', '102.7,25'],
    ['c', '102.7,25,23'],
    ['c', '102.7,25,-1'],
    ['c', '102.7,25,9,361'],
    ['c', '102.7,25,9,0,0'],
    ['theme', 'sepia'],
  ])('falls back for %s=%s, names it and keeps the rest', (key, value) => {
    const good = key === 'lang' ? 'a=3' : 'lang=en';
    const { state: read, rejected } = readUrl(`?${key}=${encodeURIComponent(value)}&${good}`);
    expect(rejected).toEqual([key]);
    expect(read).toEqual({ ...INITIAL_STATE, ...(key === 'lang' ? { article: 3 } : { lang: 'en' }) });
  });

  it('passes over keys that it does not know', () => {
    expect(readUrl('?utm_source=x&lang=en&fbclid=1')).toEqual({
      state: { ...INITIAL_STATE, lang: 'en' },
      rejected: [],
    });
  });
});
