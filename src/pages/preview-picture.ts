import { viewPicture } from '../ui/embed/embed-picture';
import type { Desk } from '../ui/shared/desk';
import { type PageId, pathOf } from './addresses';
import { articlesOf } from './page-content';

/** Where the pictures for previews of links are. */
const PICTURES = 'pictures/';

/** Pages with a picture of their own: the front page, every article, and every place that is drawn. */
export function hasPicture({ subject }: PageId): boolean {
  return subject.kind !== 'place' || (subject.place.bbox !== null && subject.place.role === 'place');
}

/** The picture of a page, or that of the front page in its language. */
export function pictureFor(id: PageId): string {
  const own = hasPicture(id) ? id : { ...id, subject: { kind: 'document' } as const };
  return picturePath(own).replace(/svg$/u, 'png');
}

/** Path of the drawing that a picture is painted from. */
export function picturePath(id: PageId): string {
  return `${PICTURES}${pathOf(id).replace(/\/$/u, '') || 'front'}.svg`;
}

export function pictureOf(desk: Desk, { subject }: PageId): string {
  const place = subject.kind === 'place' ? subject.place.id : null;
  const [article] = articlesOf(desk, subject);
  return viewPicture(desk, subject, { camera: null, hidden: [], place, article: article?.number ?? null }, 'beside');
}
