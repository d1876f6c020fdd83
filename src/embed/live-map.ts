import type { Refusal } from '../contract/embed-message';
import type { ViewState } from '../state/view-state';

/** What an embed shows besides its view. */
export interface Shown {
  view: ViewState;
  /** Places brought out; empty for those of the article. */
  highlight: readonly string[];
  dark: boolean;
}

/** An interactive map in an embed. */
export interface LiveMap {
  /** Changes what is shown, or says what of it the plan does not have and changes nothing. */
  show: (shown: Shown) => Refusal | null;
}

export interface LiveOptions {
  container: HTMLElement;
  /** Address of the site, with a slash at its end. */
  root: string;
  plan: string;
  shown: Shown;
  /** The map shows all it has, so that the drawing can go. */
  onReady: () => void;
  onView: (camera: [lng: number, lat: number, zoom: number]) => void;
  onSelect: (place: string | null) => void;
  onFailure: (detail: string) => void;
}

/** The module that an embed loads once somebody touches its map. */
export interface EmbedMapModule {
  /** Throws where the data or the map library cannot be had. */
  openMap: (options: LiveOptions) => Promise<LiveMap>;
  /** Draws a view that the build has not drawn, as an SVG. */
  drawMap: (options: Pick<LiveOptions, 'root' | 'plan' | 'shown'>) => Promise<string>;
}
