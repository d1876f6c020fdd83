import type { Subject } from '../style-input';
import { areas, bands, protectionPattern, selectedArea } from './areas.layer';
import { borders, groundLabels, land, railways, roads, water } from './ground.layer';
import { lines, selectedLine, shields } from './lines.layer';
import { near, nearNumbers } from './near.layer';
import { site, sitePins } from './site.layer';
import { badges, planLabels, points, selectedPoint } from './points.layer';

/** The draw order, from below to above. */
export const DRAW_ORDER: readonly Subject[] = [
  land,
  areas,
  protectionPattern,
  water,
  borders,
  roads,
  railways,
  bands,
  selectedArea,
  lines,
  selectedLine,
  points,
  selectedPoint,
  near,
  site,
  groundLabels,
  shields,
  badges,
  planLabels,
  nearNumbers,
  sitePins,
];
