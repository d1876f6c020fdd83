import type { Division, Mention } from '../contract/plan';
import type { NameForm } from '../contract/place';
import { articleNumberOf } from './article-tree';

/** A place with the forms by which the text may name it. */
export interface NamedPlace {
  id: string;
  names: readonly NameForm[];
}

/** Two places claim the same words. */
export interface AmbiguousMention {
  divisionId: string;
  exact: string;
  placeIds: string[];
}

export interface FoundMentions {
  mentions: Mention[];
  ambiguous: AmbiguousMention[];
}

/**
 * Finds every place where the text names a thing.
 *
 * The longest form wins where two overlap (安宁线 is not 安宁); a form bound to articles or to neighbouring
 * characters counts only there. Headings of parts and articles are searched, head lines are not. Offsets are those of
 * the normalised document.
 */
export function findMentions(
  text: string,
  divisions: readonly Division[],
  places: readonly NamedPlace[],
): FoundMentions {
  const mentions: Mention[] = [];
  const ambiguous: AmbiguousMention[] = [];
  for (const division of divisions) {
    if (division.kind === 'head') continue;
    const article = articleNumberOf(division.id);
    const candidates = places
      .flatMap((place) => place.names.flatMap((form) => occurrences(text, division, article, place.id, form)))
      .toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    const taken: Mention[] = [];
    for (const candidate of candidates) {
      const rival = taken.find((other) => candidate.start < other.end && other.start < candidate.end);
      if (!rival) taken.push(candidate);
      else if (rival.exact.length === candidate.exact.length && rival.placeId !== candidate.placeId) {
        ambiguous.push({
          divisionId: division.id,
          exact: candidate.exact,
          placeIds: [rival.placeId, candidate.placeId],
        });
      }
    }
    mentions.push(...taken.toSorted((a, b) => a.start - b.start));
  }
  return { mentions, ambiguous };
}

function occurrences(
  text: string,
  division: Division,
  article: number | null,
  placeId: string,
  form: NameForm,
): Mention[] {
  if (form.articles && (article === null || !form.articles.includes(article))) return [];
  const found: Mention[] = [];
  for (let at = division.text.indexOf(form.text); at >= 0; at = division.text.indexOf(form.text, at + 1)) {
    const start = division.start + at;
    const end = start + form.text.length;
    if (form.before && !text.slice(0, start).endsWith(form.before)) continue;
    if (form.after && !text.startsWith(form.after, end)) continue;
    found.push({ placeId, divisionId: division.id, exact: form.text, start, end });
  }
  return found;
}
