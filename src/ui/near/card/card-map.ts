import { LIGHT } from '../../../map/palette';
import { poster } from '../../../map/poster';
import { squareAround } from '../../../spatial/mercator';
import type { NearRadiusM } from '../../../state/view-state';
import { boxAround, drawingOf } from '../near-drawing';
import { NO_SPOT, type Spot } from '../near-state';
import type { CardDesk } from './card-content';

/** How much farther than the radius the map shows. */
const AROUND = 1.12;
const NOTHING_BEYOND = { top: 0, right: 0, bottom: 0, left: 0 };

/** The map of the card as an SVG: a square around the rounded spot, light whatever the page is. */
export function cardMap(
  { spot, radiusM, focus, widthPx }: { spot: Spot; radiusM: NearRadiusM; focus: readonly string[]; widthPx: number },
  { lang, drawn, t }: Pick<CardDesk, 'lang' | 'drawn' | 't'>,
): string {
  const box = boxAround([spot.at], radiusM * AROUND) ?? [...spot.at, ...spot.at];
  return poster({
    view: {
      lang,
      hidden: [],
      focus,
      selected: null,
      data: drawn(),
      near: drawingOf({ ...NO_SPOT, spot, radiusM }, null),
    },
    palettes: [LIGHT],
    frame: squareAround(box),
    sizes: [{ name: 'card', widthPx }],
    beyond: NOTHING_BEYOND,
    tolerancePx: 0.25,
    label: t.mapLabel,
    standalone: true,
  });
}
