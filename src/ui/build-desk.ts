import type { Commitments, English } from '../contract/commitment';
import type { Lang } from '../contract/localized';
import type { Gazetteer } from '../contract/place';
import type { PlanDocument } from '../contract/plan';
import { GROUND_GROUPS } from '../map/layers/ground-groups';
import { articleTree } from '../policy/article-tree';
import { commitmentIndex } from '../policy/commitments';
import { evidenceIndex, mentionsByDivision, placesOfArticle } from '../policy/evidence';
import type { Known } from '../state/resolve';
import { printUrl } from '../state/url';
import { INITIAL_STATE } from '../state/view-state';
import { TEXTS } from '../text/texts';
import type { Actions, Desk } from './shared/desk';

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
  /** `YYYY-MM-DD` */
  today: string;
  /** The plan that the address names; `null` for the default one. */
  planInAddress: string | null;
}

/** Indexes a plan for reading. Without a gazetteer the document still stands, with nothing linked. */
export function buildDesk(
  document: PlanDocument,
  gazetteer: Gazetteer,
  lang: Lang,
  actions: Actions,
  { commitments, english, today, planInAddress }: Extras,
): Desk {
  const places = new Map(gazetteer.places.map((place) => [place.id, place]));
  const mentions = document.mentions.filter((mention) => places.has(mention.placeId));
  const tree = articleTree(document.divisions);
  const byArticle = new Map(
    [...tree.articles.keys()].map((number) => [number, placesOfArticle(number, mentions, places)]),
  );
  return {
    t: TEXTS[lang],
    lang,
    plan: document.plan,
    tree,
    mentions: mentionsByDivision(mentions),
    places,
    themes: new Map(gazetteer.themes.map((theme) => [theme.id, theme])),
    sources: gazetteer.sources,
    evidence: evidenceIndex(tree, mentions),
    commitments: commitments && commitmentIndex(commitments.commitments, commitments.progress),
    translation: lang === 'en' && english ? english.translation : null,
    today,
    placesOf: (article) => byArticle.get(article) ?? [],
    say: (text) => text[lang],
    hrefOfPlace: (place) => printUrl({ ...INITIAL_STATE, plan: planInAddress, lang, place }),
    hrefOfArticle: (article) => printUrl({ ...INITIAL_STATE, plan: planInAddress, lang, article }),
    hrefOfNear: (near) => printUrl({ ...INITIAL_STATE, plan: planInAddress, lang, pane: 'near', near }),
    actions,
  };
}
