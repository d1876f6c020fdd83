import type { Subject } from '../style-input';
import { areas, bands, protectionPattern, selectedArea } from './areas.layer';
import { borders, groundLabels, land, railways, roads, towns, water } from './ground.layer';
import { hovered } from './hovered.layer';
import { lines, selectedLine, shields } from './lines.layer';
import { near, nearNumbers } from './near.layer';
import { site, sitePins } from './site.layer';
import { badges, planLabels, points, selectedPoint } from './points.layer';

/** The draw order, from below to above. */
export const DRAW_ORDER: readonly Subject[] = [
  land,
  areas,
  protectionPattern,
  borders,
  water,
  roads,
  railways,
  towns,
  bands,
  selectedArea,
  lines,
  selectedLine,
  points,
  selectedPoint,
  near,
  site,
  hovered,
  groundLabels,
  shields,
  planLabels,
  badges,
  nearNumbers,
  sitePins,
];
