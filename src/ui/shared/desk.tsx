import { createContext, use } from 'react';

import type { CommitmentFilter, Term } from '../../contract/commitment';
import type { DrawnFile, DrawnFileName } from '../../contract/features';
import type { Lang, Localized } from '../../contract/localized';
import type { LngLat, Place, Source, Theme } from '../../contract/place';
import type { PlanIndex } from '../../contract/manifest';
import type { Mention, Plan } from '../../contract/plan';
import type { Shared } from '../../contract/shared';
import type { ArticleTree } from '../../policy/article-tree';
import type { CommitmentIndex } from '../../policy/commitments';
import type { Evidence } from '../../policy/evidence';
import type { TermMark } from '../../policy/glossary';
import type { StatementName } from '../../state/url';
import type { Reading, SharedNear } from '../../state/view-state';
import type { Texts } from '../../text/zh';

/** The layer files by name. */
export type DrawnData = Partial<Record<DrawnFileName, DrawnFile>>;

/** What visitors can do, in their words. Every change of the view goes through here. */
export interface Actions {
  /** `start` is the offset of the word in the document that was followed. */
  selectPlace: (id: string, start?: number) => void;
  /** Closes the card that is open: a place's, or that of the spot asked about. */
  closeCard: () => void;
  /** Brings an article, or one sentence of it, into the reading pane. */
  readArticle: (article: number, divisionId?: string) => void;
  /** The article that scrolling has brought under the eyes. */
  noteArticle: (article: number | null) => void;
  showArticleOnMap: (article: number) => void;
  ask: (at: LngLat) => void;
  toggle: (layer: string) => void;
  /** Switches all themes off but one; all on with `null`. The background stays as it is. */
  showOnly: (theme: string | null) => void;
  /** Answers questions of the filter of commitments; the map shows what is left. */
  filter: (change: Partial<CommitmentFilter>) => void;
  /** Goes to the next or previous word of the document that names a place. */
  stepPlace: (step: 1 | -1) => void;
}

/** The loaded plan with its indexes, and the actions: what every component of the desk may use. */
export interface Desk {
  t: Texts;
  lang: Lang;
  /** Tag of the language of the document itself. */
  textLang: 'zh-CN' | 'en';
  plan: Plan;
  tree: ArticleTree;
  mentions: ReadonlyMap<string, readonly Mention[]>;
  places: ReadonlyMap<string, Place>;
  themes: ReadonlyMap<string, Theme>;
  sources: Readonly<Record<string, Source>>;
  evidence: ReadonlyMap<string, Evidence[]>;
  /** Commitments and what was reported of them; `null` until, or unless, they are loaded. */
  commitments: CommitmentIndex | null;
  /** In which words the document is read. */
  reading: Reading;
  /** Our translation by division; `null` unless the reader wants it and it is there. */
  translation: Readonly<Record<string, string>> | null;
  /** What other plans say of the places of this one; `null` until, or unless, it is loaded. */
  shared: Shared | null;
  /** All plans of the site, this one among them. */
  plans: PlanIndex['plans'];
  glossary: readonly Term[];
  /** Words of the trade by the division they stand in. */
  terms: ReadonlyMap<string, readonly TermMark[]>;
  /** What the map draws, as far as it is here when asked: the text is not to be drawn anew when it comes. */
  drawn: () => DrawnData;
  /** `YYYY-MM-DD` */
  today: string;
  placesOf: (article: number) => readonly string[];
  say: (text: Localized) => string;
  /** `第十一条`, `Article 11`. */
  articleName: (article: number) => string;
  /** The page whose end the glossary is. */
  hrefOfGlossary: () => string;
  /** A page on which the site speaks of itself. */
  hrefOfStatement: (name: StatementName) => string;
  /** The document of a plan, or a place of it. */
  hrefOfPlan: (plan: string, place?: string) => string;
  hrefOfPlace: (id: string) => string;
  hrefOfArticle: (article: number) => string;
  /** Address of what is on the screen. */
  here: () => string;
  /** The answer of near-me for a spot that its visitor shares. */
  hrefOfNear: (near: SharedNear) => string;
  actions: Actions;
}

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

/** The desk around a component. Throws outside of one, which only a mistake in the composition can cause. */
export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('useDesk is called outside of a DeskProvider');
  return desk;
}
