import { type PlanAsker, planAsker } from '../src/extract/plan-asker';
import type { CheckPlan } from '../src/ui/check/check-session';
import { COMMITMENT, feature, LINE_1, PROGRESS, square, TOWN_A, TOWN_B, tinyPlan } from './tiny-plan';

const LAKE = feature('lake-area', square(102.05, 25.02, 0.02), {
  theme: 'project',
  names: [{ text: '东湖片区' }],
  articles: [1, 2],
  definition: { text: '湖边。', from: 'map' },
});
const BOTH = feature('both', null, { derive: { op: 'union', of: ['town-a', 'town-b'] }, names: [] });
/** A strip of 100 m that is known to 5 km. */
const STRIP = feature('strip', square(102.05, 25.05, 0.001), { accuracyM: 5000, idealisation: 'schematic' });
const LOST = feature('lost', null, {
  accuracyM: null,
  unlocated: { reason: 'site-not-published', note: { zh: '未公布', en: 'not published' } },
});

export const SITE_FEATURES = [TOWN_A, TOWN_B, LAKE, LINE_1, BOTH, STRIP, LOST];

/** What a checker asks of a plan that was made for a test. */
export function siteData(
  draft: ReturnType<typeof tinyPlan>,
  facts: CheckPlan['data']['commitments'],
): CheckPlan['data'] {
  return {
    document: {
      plan: draft.plan,
      textSha256: 'b'.repeat(64),
      divisions: draft.document.divisions,
      mentions: draft.mentions,
    },
    gazetteer: { places: draft.places, themes: draft.themes, sources: {} },
    commitments: facts,
    drawn: [draft.drawn.areas, draft.drawn.lines, draft.drawn.points].map((features) => ({
      type: 'FeatureCollection',
      features,
    })),
  };
}

export const SITE_DRAFT = tinyPlan({ features: SITE_FEATURES, plan: { coverage: 'both' } });
/** The tiny plan with places to hit, miss, come too near to, and never find. */
export const SITE_PLAN: CheckPlan = {
  dataSha256: 'c'.repeat(64),
  coverage: [102, 25, 102.2, 25.1],
  data: siteData(SITE_DRAFT, { commitments: [COMMITMENT], progress: [PROGRESS], glossary: [] }),
};
export const SITE_ASKER: PlanAsker = planAsker(SITE_PLAN.data);
