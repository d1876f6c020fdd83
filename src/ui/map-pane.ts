import type { ComponentType } from 'react';

import type { BaseMapConfig } from '../contract/config';
import type { DrawnFile, DrawnFileName } from '../contract/features';
import type { Lang } from '../contract/localized';
import type { Bbox, LngLat } from '../contract/place';
import type { Camera } from '../state/view-state';
import type { Texts } from '../text/zh';

/** What the desk tells the map and hears from it. The composition root fills it with MapLibre. */
export interface MapPaneProps {
  dark: boolean;
  lang: Lang;
  hidden: readonly string[];
  focus: readonly string[];
  selected: string | null;
  data: Partial<Record<DrawnFileName, DrawnFile>>;
  /** The online base map, while the visitor has it on. */
  base: BaseMapConfig | null;
  initial: Camera | Bbox;
  padding: { top: number; right: number; bottom: number; left: number };
  frame: Bbox | null;
  at: LngLat | null;
  texts: Texts;
  reducedMotion: boolean;
  onMove: (camera: Camera, view: Bbox) => void;
  onAsk: (at: LngLat, toleranceM: number) => void;
  onBaseFault: () => void;
  onFailure: (message: string) => void;
}
export type MapPane = ComponentType<MapPaneProps>;
