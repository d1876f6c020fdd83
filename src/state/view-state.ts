import type { Lang } from '../contract/localized';
import type { LngLat } from '../contract/place';

export interface Camera {
  center: LngLat;
  zoom: number;
  bearing: number;
}

export const THEME_MODES = ['auto', 'light', 'dark'] as const;
type ThemeMode = (typeof THEME_MODES)[number];

/** What the side pane shows: the document, or every place as a list. */
export const PANES = ['read', 'places'] as const;
type Pane = (typeof PANES)[number];

/** Everything that decides what is on the screen, as one plain object. */
export interface ViewState {
  plan: string | null;
  lang: Lang;
  themeMode: ThemeMode;
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
}

export const INITIAL_STATE: ViewState = {
  plan: null,
  lang: 'zh',
  themeMode: 'auto',
  pane: 'read',
  article: null,
  place: null,
  at: null,
  hidden: [],
  camera: null,
};
