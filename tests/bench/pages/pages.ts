import type { Browser } from '@playwright/test';

import { type Figure, type Goal, median, type Part, type PartOptions, ratioFigure } from '../figures';
import { buildRivals } from './build-rivals';
import { DESK, openOnce, type Opening, PHONE, type Setting } from './measure';
import type { Host } from './serve';
import { withSite } from './with-site';

interface Opened {
  name: string;
  path: string;
  /** Has no interactive map until somebody touches it, or none at all. */
  still?: boolean;
  /** A page with nothing but the same drawing. */
  plain?: string;
}

const OURS: readonly Opened[] = [
  { name: 'ours, front page', path: '/', plain: '/plain/' },
  { name: 'ours, an article', path: '/a/11/', plain: '/plain/a/11/' },
  { name: 'ours, an embed', path: '/embed/a/11/', still: true, plain: '/plain/embed/a/11/' },
];
const RIVALS = {
  maplibre: { name: 'bare MapLibre', path: '/maplibre/' },
  leaflet: { name: 'bare Leaflet', path: '/leaflet/' },
  openlayers: { name: 'bare OpenLayers', path: '/openlayers/' },
} as const satisfies Record<string, Opened>;
const ALL: readonly Opened[] = [
  ...OURS,
  ...OURS.map(({ name, plain = '' }) => ({ name: `only the drawing (${name})`, path: plain, still: true })),
  ...Object.values(RIVALS),
];

/** What is told of an opening. */
const TOLD: readonly (readonly [key: keyof Opening, name: string, unit: string, scale: number])[] = [
  ['shownMs', 'picture', 'ms', 1],
  ['idleMs', 'interactive', 'ms', 1],
  ['wireBytes', 'wire', 'KB', 1 / 1024],
  ['blockedMs', 'blocked', 'ms', 1],
  ['longestMs', 'longest task', 'ms', 1],
  ['layoutShift', 'layout shift', '', 1],
];

type Openings = ReadonlyMap<string, readonly Opening[]>;

async function opened(browser: Browser, host: Host, setting: Setting, rounds: number): Promise<Openings> {
  const found = new Map<string, Opening[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const { path, still } of ALL)
      found.set(path, [...(found.get(path) ?? []), await openOnce(browser, host, path, setting, still)]);
  }
  return found;
}

function told(setting: Setting, found: Openings): Figure[] {
  return ALL.flatMap(({ name, path, still }) =>
    TOLD.filter(([key]) => !(still && key === 'idleMs')).map(([key, what, unit, scale]) => ({
      what: `${setting.name}: ${name}, ${what}`,
      value: median((found.get(path) ?? []).map((one) => one[key])) * scale,
      unit,
      detail: true,
    })),
  );
}

function ratio(found: Openings, what: string, ours: string, theirs: string, key: keyof Opening, goal: Goal): Figure {
  const rivals = found.get(theirs) ?? [];
  const ratios = (found.get(ours) ?? []).map((one, round) => one[key] / (rivals[round]?.[key] ?? NaN));
  return ratioFigure(what, ratios, goal);
}

function compared(found: Openings): Figure[] {
  const pictures = OURS.flatMap(({ name, path, plain = '' }) =>
    (
      [
        ['only the drawing', plain, 1.25],
        [RIVALS.leaflet.name, RIVALS.leaflet.path, 0.5],
        [RIVALS.maplibre.name, RIVALS.maplibre.path, 0.25],
      ] as const
    ).map(([rival, theirs, atMost]) =>
      ratio(found, `first picture: ${name}, beside ${rival}`, path, theirs, 'shownMs', { atMost }),
    ),
  );
  const wire = (path: string): number => median((found.get(path) ?? []).map((one) => one.wireBytes)) / 1024;
  return [
    ...pictures,
    ratio(found, 'interactive map: front page, beside bare MapLibre', '/', RIVALS.maplibre.path, 'idleMs', {
      atMost: 1.1,
    }),
    {
      what: 'wire: front page, more than bare MapLibre',
      value: wire('/') - wire(RIVALS.maplibre.path),
      unit: 'KB',
      goal: { atMost: 90 },
    },
  ];
}

async function measure({ rounds }: PartOptions): Promise<Figure[]> {
  return withSite([await buildRivals()], async (browser, host) => {
    const phone = await opened(browser, host, PHONE, rounds);
    const desk = await opened(browser, host, DESK, Math.min(rounds, 3));
    return [...compared(phone), ...told(PHONE, phone), ...told(DESK, desk)];
  });
}

/** Openings of our pages beside bare maps and pages with nothing but a drawing, in turns. */
export const PAGES: Part = { name: 'pages', measure };
