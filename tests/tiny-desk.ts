import { vi } from 'vitest';

import type { GazetteerFeature } from '../src/contract/features';
import type { Lang } from '../src/contract/localized';
import type { Place } from '../src/contract/place';
import { buildDesk, type Extras } from '../src/ui/build-desk';
import type { Actions, Desk } from '../src/ui/shared/desk';
import { FEATURES, tinyPlan } from './tiny-plan';

/** A desk around the tiny plan, with actions that only remember that they were asked for. */
export function tinyDesk({
  lang = 'zh',
  places,
  features = FEATURES,
  ...extras
}: Partial<Extras> & { lang?: Lang; places?: Place[]; features?: readonly GazetteerFeature[] } = {}): {
  desk: Desk;
  actions: Actions;
} {
  const { plan, document, mentions, themes, sources, places: own } = tinyPlan({ features });
  const actions: Actions = {
    selectPlace: vi.fn(),
    closeCard: vi.fn(),
    readArticle: vi.fn(),
    noteArticle: vi.fn(),
    showArticleOnMap: vi.fn(),
    ask: vi.fn(),
    toggle: vi.fn(),
    showOnly: vi.fn(),
    filter: vi.fn(),
    stepPlace: vi.fn(),
  };
  const desk = buildDesk(
    { plan, textSha256: '', divisions: document.divisions, mentions },
    { places: places ?? own, themes, sources },
    lang,
    actions,
    {
      commitments: { commitments: [], progress: [], glossary: [] },
      english: null,
      reading: 'original',
      drawn: () => ({}),
      shared: null,
      plans: [{ id: plan.id, title: plan.shortTitle }],
      today: '2026-01-01',
      planInAddress: null,
      root: '/',
      here: () => location.href,
      ...extras,
    },
  );
  return { desk, actions };
}
