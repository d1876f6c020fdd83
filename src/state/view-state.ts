import { type CommitmentFilter, OPEN_FILTER } from '../contract/commitment';
import type { Lang } from '../contract/localized';
import type { LngLat } from '../contract/place';

export interface Camera {
  center: LngLat;
  zoom: number;
  bearing: number;
}

export const THEME_MODES = ['auto', 'light', 'dark'] as const;
type ThemeMode = (typeof THEME_MODES)[number];

/** What the side pane shows: the document, every place as a list, or every commitment with its deadline. */
export const PANES = ['read', 'places', 'commitments', 'check'] as const;
type Pane = (typeof PANES)[number];

/** In which words the document is read: its own, our translation, or both. */
export const READINGS = ['original', 'both', 'english'] as const;
export type Reading = (typeof READINGS)[number];

/** Everything that decides what is on the screen, as one plain object. */
export interface ViewState {
  plan: string | null;
  lang: Lang;
  themeMode: ThemeMode;
  /** `null` follows the language: the original alone in Chinese, both in English. */
  reading: Reading | null;
  pane: Pane;
  /** Number of the article being read; `null` before any. */
  article: number | null;
  /** Id of the selected place. */
  place: string | null;
  /** The spot on the map that was asked about. */
  at: LngLat | null;
  /** Ids of the themes and ground layers that are switched off. */
  hidden: readonly string[];
  camera: Camera | null;
  /** Which commitments the list shows. */
  filter: CommitmentFilter;
}

export const INITIAL_STATE: ViewState = {
  plan: null,
  lang: 'zh',
  themeMode: 'auto',
  reading: null,
  pane: 'read',
  article: null,
  place: null,
  at: null,
  hidden: [],
  camera: null,
  filter: OPEN_FILTER,
};

/** In which words the document is read now. */
export function readingOf({ lang, reading }: Pick<ViewState, 'lang' | 'reading'>): Reading {
  return reading ?? (lang === 'zh' ? 'original' : 'both');
}
