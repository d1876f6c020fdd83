import type { DrawnFile, DrawnFileName } from '../contract/features';
import { DARK, LIGHT } from '../map/palette';
import { poster } from '../map/poster';
import { openingView } from '../ui/opening-view';
import type { Subject } from '../ui/page-words';
import type { Desk } from '../ui/shared/desk';

/** The stage of a map is wide and not high; that of a card is a square. */
const MAP = {
  sizes: [
    { name: 'wide', widthPx: 380 },
    { name: 'narrow', widthPx: 200 },
  ],
  beyond: { top: 0.12, right: 0.75, bottom: 0.12, left: 0.75 },
} as const;
const CARD = {
  sizes: [{ name: 'wide', widthPx: 190 }],
  beyond: { top: 0.1, right: 0.3, bottom: 0.1, left: 0.3 },
} as const;

interface How {
  small: boolean;
  label: string;
  /** Places to bring out instead of those of the article. */
  focus: readonly string[] | null;
}

/** The map of an embed, coarser than that of a page, as it has to be light; `null` for what is on no map. */
export function embedPoster(
  desk: Desk,
  subject: Subject,
  article: number | null,
  data: Partial<Record<DrawnFileName, DrawnFile>>,
  { small, focus, label }: How,
): string | null {
  const place = subject.kind === 'place' ? subject.place : null;
  const opened = { camera: null, at: null, near: null, place: place?.id ?? null, article: place ? null : article };
  const frame = openingView(opened, desk);
  if (!Array.isArray(frame)) return null;
  return poster({
    view: {
      lang: desk.lang,
      hidden: [],
      focus: focus ?? (article === null ? [] : desk.placesOf(article)),
      selected: place?.id ?? null,
      data,
    },
    palettes: [LIGHT, DARK],
    frame,
    ...(small ? CARD : MAP),
    tolerancePx: 1.2,
    label,
    idPrefix: 'e',
  });
}
