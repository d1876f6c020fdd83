import type { DrawnFeature } from '../../../src/contract/features';
import type { Bbox, Place, Theme } from '../../../src/contract/place';
import type { PlanData } from '../../../src/extract/plan-asker';
import { drawnFeature } from '../../drawn-feature';
import { zoneRings } from './zones';

/** About 100 km by 110 km: a hundred thousand zones in it are some 320 m wide. */
export const ZONE_BOX: Bbox = [102.2, 24.4, 103.2, 25.4];
const THEMES = 8;
const ACCURACY_M = 5;

/** A plan whose places are `count` made-up zones of eight themes, each drawn to 5 m and named nowhere. */
export function zonePlan(count: number): PlanData {
  const features = zoneRings(count, ZONE_BOX).map((ring, number): DrawnFeature =>
    drawnFeature(
      `zone-${number}`,
      { type: 'Polygon', coordinates: [ring] },
      { theme: `theme-${number % THEMES}`, accuracyM: ACCURACY_M },
    ),
  );
  const words = { zh: '', en: '' };
  return {
    document: {
      plan: {
        id: 'zones',
        title: words,
        shortTitle: words,
        issuers: [],
        adopted: '2026-01-01',
        published: '2026-01-01',
        publisher: words,
        sourceUrls: [],
        document: '',
        sha256: '',
        coverage: '',
        frame: ZONE_BOX,
        mapApprovalNo: null,
        contact: null,
        rights: words,
      },
      textSha256: '',
      divisions: [],
      mentions: [],
    },
    gazetteer: { places: features.map(placeOf), themes: Array.from({ length: THEMES }, themeOf), sources: {} },
    commitments: { commitments: [], progress: [], glossary: [] },
    drawn: [{ type: 'FeatureCollection', features }],
  };
}

function placeOf({ properties: { id, theme, accuracyM } }: DrawnFeature): Place {
  return {
    id,
    name: { zh: id, en: id },
    kind: 'overlay',
    theme: theme ?? '',
    idealisation: 'indicative',
    accuracyM,
    source: { method: 'digitised', from: ['made-up'], on: '2026-01-01' },
    role: 'place',
    hue: 'teal',
    aliases: [],
    articles: [],
    bbox: null,
    labelAt: null,
  };
}

function themeOf(_: unknown, number: number): Theme {
  const words = { zh: '', en: '' };
  return { id: `theme-${number}`, letter: '', stem: '', name: words, legend: words, hue: 'teal', pattern: 'none' };
}
