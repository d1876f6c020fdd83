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

/** What the side pane shows: the document, every place as a list, every commitment with its deadline,
 * what is near a spot, or what is said of a site. */
export const PANES = ['read', 'places', 'commitments', 'near', 'check'] as const;
type Pane = (typeof PANES)[number];

/** Radii that one can look around a spot, in metres. */
export const NEAR_RADII_M = [500, 1000, 2000, 5000] as const;
export type NearRadiusM = (typeof NEAR_RADII_M)[number];
/** Decimals of a degree that a shared spot may have: about one metre, a hundred metres, a kilometre. */
export const NEAR_DECIMALS = [5, 3, 2] as const;
export type NearDecimals = (typeof NEAR_DECIMALS)[number];

/** A spot whose surroundings a link shows: rounded, and only there because its visitor shared it. */
export interface SharedNear {
  at: LngLat;
  decimals: NearDecimals;
  radiusM: NearRadiusM;
}

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
  /** The near-me spot as far as it was shared; the visitor's own spot is never in the view state. */
  near: SharedNear | null;
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
  near: null,
  hidden: [],
  camera: null,
  filter: OPEN_FILTER,
};

/** In which words the document is read now. */
export function readingOf({ lang, reading }: Pick<ViewState, 'lang' | 'reading'>): Reading {
  return reading ?? (lang === 'zh' ? 'original' : 'both');
}
