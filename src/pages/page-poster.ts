import type { DrawnFile, DrawnFileName } from '../contract/features';
import { DARK, LIGHT } from '../map/palette';
import { poster } from '../map/poster';
import { openingView } from '../ui/opening-view';
import { articleName, nameOf, type Subject } from '../ui/page-words';
import type { Desk } from '../ui/shared/desk';

/** Sizes of the frame on a desk and on a phone, and how far the windows that people have show beyond it. */
const ALONE = {
  sizes: [
    { name: 'desk', widthPx: 620 },
    { name: 'phone', widthPx: 290 },
  ],
  beyond: { top: 0.45, right: 0.35, bottom: 0.45, left: 0.35 },
} as const;
/** A card covers the right of the map, so the frame is smaller and more of the map lies beyond it. */
const WITH_CARD = {
  sizes: [
    { name: 'desk', widthPx: 340 },
    { name: 'phone', widthPx: 250 },
  ],
  beyond: { top: 0.85, right: 1.3, bottom: 0.85, left: 0.3 },
} as const;

/** The map of a page as the app will open it; `null` for a place that is on no map. */
export function pagePoster(
  desk: Desk,
  subject: Subject,
  /** The article that the reader of the page has before them. */
  article: number | null,
  data: Partial<Record<DrawnFileName, DrawnFile>>,
): string | null {
  const place = subject.kind === 'place' ? subject.place : null;
  if (place && !place.bbox) return null;
  const opened = { camera: null, at: null, near: null, place: place?.id ?? null, article: place ? null : article };
  const frame = openingView(opened, desk);
  if (!Array.isArray(frame)) return null;
  const named =
    subject.kind === 'place'
      ? nameOf(desk, subject.place)
      : subject.kind === 'article'
        ? articleName(desk, subject.article)
        : desk.say(desk.plan.shortTitle);
  return poster({
    view: {
      lang: desk.lang,
      hidden: [],
      focus: article === null ? [] : desk.placesOf(article),
      selected: place?.id ?? null,
      data,
    },
    palettes: [LIGHT, DARK],
    frame,
    ...(place ? WITH_CARD : ALONE),
    // The whole document is read longer than a page of it, and may weigh more.
    tolerancePx: subject.kind === 'document' ? 0.5 : 1,
    label: desk.t.pages.mapOf(named),
  });
}
