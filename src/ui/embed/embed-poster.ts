import { DARK, LIGHT } from '../../map/palette';
import { poster } from '../../map/poster';
import type { Desk } from '../shared/desk';
import { embedFocus, embedFrame, type EmbedLook, STAGE_PX } from './embed-frame';

/** The stage of a map is wide and not high; that of a card is a square; a sketch stands until another takes its place. */
const MAP = {
  tolerancePx: 1.2,
  sizes: [
    { name: 'wide', widthPx: STAGE_PX },
    { name: 'narrow', widthPx: 200 },
  ],
  beyond: { top: 0.12, right: 0.75, bottom: 0.12, left: 0.75 },
} as const;
const CARD = {
  tolerancePx: 1.2,
  sizes: [{ name: 'wide', widthPx: 190 }],
  beyond: { top: 0.2, right: 0.6, bottom: 0.2, left: 0.6 },
} as const;
const LOOKS = { map: MAP, card: CARD, sketch: { ...CARD, tolerancePx: 3 } } as const;

interface How {
  look: keyof typeof LOOKS;
  label: string;
  /** Places to bring out instead of those of the article. */
  highlight: readonly string[];
}

/** The map of an embed as an SVG in light and dark, coarser than that of a page, as it has to be light. */
export function embedPoster(desk: Desk, view: EmbedLook, { look, label, highlight }: How): string {
  return poster({
    view: {
      lang: desk.lang,
      hidden: view.hidden,
      focus: embedFocus(view, desk, highlight),
      selected: view.place,
      data: desk.drawn(),
    },
    palettes: [LIGHT, DARK],
    frame: embedFrame(view, desk),
    ...LOOKS[look],
    label,
    idPrefix: 'e',
  });
}
