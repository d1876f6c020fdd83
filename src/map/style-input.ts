import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';

import type { DrawnFile, DrawnFileName } from '../contract/features';
import type { Lang } from '../contract/localized';
import type { NearDrawing, PlanTiles, SiteMarks } from '../state/map-surface';
import type { BaseMap } from './base-map';
import type { Palette } from './palette';

/** Everything the picture depends on. The same input always gives the same style. */
export interface StyleInput {
  palette: Palette;
  lang: Lang;
  /** Ids of themes and ground groups that are switched off. */
  hidden: readonly string[];
  /** Places that the reader is at: those of the article, or those at the spot asked about. */
  focus: readonly string[];
  selected: string | null;
  /** The place under the pointer, which a click would ask about first. */
  hovered?: string | null;
  data: Partial<Record<DrawnFileName, DrawnFile>>;
  /** Tiles that the plan is drawn from instead of `data`, where it has too much of it. */
  tiles?: PlanTiles | null;
  /** What near-me draws, while there is a spot. */
  near?: NearDrawing | null;
  /** An online base map, while the visitor has it on. */
  base?: BaseMap | null;
  /** What the visitor asks about. */
  site?: SiteMarks | null;
}

/** What a layer may look at: all of the input but what lies in sources. */
export type LayerInput = Omit<StyleInput, 'data' | 'tiles' | 'base' | 'near' | 'site'>;

/** One subject of the map: its layers from below to above, as a function of the view. */
export type Subject = (input: LayerInput) => LayerSpecification[];
