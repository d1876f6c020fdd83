import type { ComponentType } from 'react';

import type { BaseMapConfig } from '../contract/config';
import type { DrawnFile, DrawnFileName } from '../contract/features';
import type { Lang } from '../contract/localized';
import type { MapSurface, NearDrawing, PlanTiles, SiteMarks } from '../state/map-surface';
import type { Texts } from '../text/zh';

/** The map as the desk sees it. The composition root fills it with MapLibre. */
export interface MapPaneProps extends MapSurface {
  dark: boolean;
  lang: Lang;
  hidden: readonly string[];
  focus: readonly string[];
  selected: string | null;
  /** The plan that is drawn, if it has been published: while its data are awaited, some of them may be here. */
  plan: string | null;
  data: Partial<Record<DrawnFileName, DrawnFile>>;
  /** What the plan is drawn from instead of `data`, where there is too much of it. */
  tiles: PlanTiles | null;
  /** What near-me draws. */
  near: NearDrawing | null;
  /** The online base map, while the visitor has it on. */
  base: BaseMapConfig | null;
  site: SiteMarks | null;
  texts: Texts;
}
export type MapPane = ComponentType<MapPaneProps>;
