import type { Commitments, English } from '../contract/commitment';
import type { Lang } from '../contract/localized';
import type { PlanIndex } from '../contract/manifest';
import type { Gazetteer } from '../contract/place';
import type { PlanDocument } from '../contract/plan';
import type { Shared } from '../contract/shared';
import { GROUND_GROUPS } from '../map/layers/ground-groups';
import { articleTree } from '../policy/article-tree';
import { commitmentIndex } from '../policy/commitments';
import { evidenceIndex, mentionsByDivision, placesByArticle } from '../policy/evidence';
import { glossaryMarks } from '../policy/glossary';
import type { Known } from '../state/resolve';
import { printUrl, statementPath } from '../state/url';
import { INITIAL_STATE, type Reading, type ViewState } from '../state/view-state';
import { TEXTS } from '../text/texts';
import type { Actions, Desk, DrawnData } from './shared/desk';

/** What links may refer to in a plan. */
export function knownOf({ divisions }: PlanDocument, gazetteer: Gazetteer | null): Known {
  return {
    articles: new Set(
      divisions.filter((d) => d.kind === 'article' || d.kind === 'preamble').map((d) => d.ordinal ?? 0),
    ),
    places: gazetteer && new Set(gazetteer.places.map((place) => place.id)),
    layers: gazetteer && new Set([...gazetteer.themes.map((theme) => theme.id), ...Object.keys(GROUND_GROUPS)]),
  };
}

/** What is loaded beside the document and may be missing. */
export interface Extras {
  commitments: Commitments | null;
  english: English | null;
  reading: Reading;
  drawn: () => DrawnData;
  shared: Shared | null;
  /** All plans of the site, the first being the one at its root. */
  plans: PlanIndex['plans'];
  /** `YYYY-MM-DD` */
  today: string;
  /** The plan that the address names; `null` for the default one. */
  planInAddress: string | null;
  /** What leads from the page to the root of the site: an absolute path in the app, `../../` in a page of a folder. */
  root: string;
  /** Address of what is on the screen, for letters about it. */
  here: () => string;
}

/** Indexes a plan for reading. Without a gazetteer the document still stands, with nothing linked. */
export function buildDesk(
  document: PlanDocument,
  gazetteer: Gazetteer,
  lang: Lang,
  actions: Actions,
  { commitments, english, reading, drawn, shared, plans, today, planInAddress, root, here }: Extras,
): Desk {
  const places = new Map(gazetteer.places.map((place) => [place.id, place]));
  const mentions = document.mentions.filter((mention) => places.has(mention.placeId));
  const tree = articleTree(document.divisions);
  const byArticle = placesByArticle(mentions, places);
  const t = TEXTS[lang];
  const byDivision = mentionsByDivision(mentions);
  const hrefOf = (view: Partial<ViewState>): string =>
    `${root}${printUrl({ ...INITIAL_STATE, plan: planInAddress, lang, ...view })}` || './';
  return {
    t,
    lang,
    textLang: document.plan.language === 'en' ? 'en' : 'zh-CN',
    plan: document.plan,
    tree,
    mentions: byDivision,
    places,
    themes: new Map(gazetteer.themes.map((theme) => [theme.id, theme])),
    sources: gazetteer.sources,
    evidence: evidenceIndex(tree, mentions),
    commitments: commitments && commitmentIndex(commitments.commitments, commitments.progress),
    reading,
    translation: reading !== 'original' && english ? english.translation : null,
    shared,
    plans,
    glossary: commitments?.glossary ?? [],
    terms: commitments ? glossaryMarks(tree, byDivision, commitments.glossary) : new Map(),
    drawn,
    today,
    placesOf: (article) => byArticle.get(article) ?? [],
    say: (text) => text[lang],
    articleName: (number) => {
      const label = tree.articles.get(number)?.division.label ?? null;
      return number === 0 ? t.preamble : t.article(label, number);
    },
    hrefOfGlossary: () => hrefOf({}),
    hrefOfStatement: (name) => `${root}${statementPath(name, lang)}`,
    hrefOfPlan: (plan, place = undefined) =>
      hrefOf({ plan: plan === plans[0]?.id ? null : plan, ...(place !== undefined && { place }) }),
    hrefOfPlace: (place) => hrefOf({ place }),
    hrefOfArticle: (article) => hrefOf({ article }),
    hrefOfNear: (near) => hrefOf({ pane: 'near', near }),
    here,
    actions,
  };
}
