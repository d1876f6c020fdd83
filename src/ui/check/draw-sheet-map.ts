import type { Extract } from '../../contract/extract';
import type { Bbox } from '../../contract/place';
import { PRINT } from '../../map/palette';
import { poster } from '../../map/poster';
import type { Desk } from '../shared/desk';

const NOTHING_BEYOND = { top: 0, right: 0, bottom: 0, left: 0 };

/** The map of a sheet as an SVG: a site among the places it concerns, in the colours of paper. */
export function drawSheetMap(
  { extract, frame, widthPx }: { extract: Extract; frame: Bbox; widthPx: number },
  { lang, drawn, t }: Pick<Desk, 'lang' | 'drawn' | 't'>,
): string {
  return poster({
    view: {
      lang,
      hidden: [],
      focus: [...extract.concerned, ...extract.tooCloseToCall].map(({ placeId }) => placeId),
      selected: null,
      data: drawn(),
      site: { current: extract.subject.geometry, others: [], pins: [] },
    },
    palettes: [PRINT],
    frame,
    sizes: [{ name: 'sheet', widthPx }],
    beyond: NOTHING_BEYOND,
    tolerancePx: 0.25,
    label: t.check.sheet.map,
    standalone: true,
  });
}
