import type { Bbox } from '../../contract/place';
import { squareOfCamera } from '../../spatial/mercator';
import type { ViewState } from '../../state/view-state';
import { openingView } from '../opening-view';
import type { Desk } from '../shared/desk';

/** How wide the square of the picture is in a frame of common size, in pixels. */
export const STAGE_PX = 380;

/** What of a view decides its picture. */
export type EmbedLook = Pick<ViewState, 'camera' | 'place' | 'article' | 'hidden'>;

/** The square that an embed shows. */
export function embedFrame({ camera, place, article }: EmbedLook, desk: Desk): Bbox {
  const frame = openingView({ camera, place, article: place === null ? article : null, at: null, near: null }, desk);
  return Array.isArray(frame) ? frame : squareOfCamera(frame.center, frame.zoom, STAGE_PX);
}

/** Places that an embed brings out. */
export function embedFocus({ article }: EmbedLook, desk: Desk, highlight: readonly string[]): readonly string[] {
  if (highlight.length > 0) return highlight;
  return article === null ? [] : desk.placesOf(article);
}
