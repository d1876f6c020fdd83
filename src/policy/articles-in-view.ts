import type { Bbox, Place } from '../contract/place';

/** An article and how much of what it names lies in view; greater is more. */
export interface ArticleInView {
  article: number;
  score: number;
}

/**
 * Ranks articles by how much of what they name lies in a box. A place counts once for each article that names it: in
 * full when it is no larger than the box, less the more it reaches beyond, so that a site in view weighs more than
 * the district around it. Articles with nothing in view are left out.
 */
export function articlesInView(
  view: Bbox,
  articles: Iterable<number>,
  placesOf: (article: number) => readonly string[],
  places: ReadonlyMap<string, Place>,
): ArticleInView[] {
  const ranked: ArticleInView[] = [];
  for (const article of articles) {
    let score = 0;
    for (const id of placesOf(article)) {
      const box = places.get(id)?.bbox;
      if (box) score += shareInView(view, box);
    }
    if (score > 0) ranked.push({ article, score });
  }
  return ranked.toSorted((a, b) => b.score - a.score || a.article - b.article);
}

/** How much of a box that touches the view counts, 0–1. */
function shareInView(view: Bbox, box: Bbox): number {
  const across = Math.min(view[2], box[2]) - Math.max(view[0], box[0]);
  const down = Math.min(view[3], box[3]) - Math.max(view[1], box[1]);
  if (across < 0 || down < 0) return 0;
  const part = (size: number, whole: number): number => (whole === 0 ? 1 : size / whole);
  const seen = part(across, box[2] - box[0]) * part(down, box[3] - box[1]);
  const filled = part(across, view[2] - view[0]) * part(down, view[3] - view[1]);
  const larger = (box[2] - box[0]) * (box[3] - box[1]) > (view[2] - view[0]) * (view[3] - view[1]);
  return larger ? seen * filled : seen;
}
