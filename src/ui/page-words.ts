import type { Place } from '../contract/place';
import type { Article } from '../policy/article-tree';
import { evidenceOf } from '../policy/evidence';
import type { Desk } from './shared/desk';

/** What a page is about: the whole document, one article of it, or one place. */
export type Subject = { kind: 'document' } | { kind: 'article'; article: Article } | { kind: 'place'; place: Place };

/** What a view is about, as far as the plan has it. */
export function subjectOf({ tree, places }: Desk, article: number | null, place: string | null): Subject {
  const chosen = place === null ? undefined : places.get(place);
  if (chosen) return { kind: 'place', place: chosen };
  const read = article === null ? undefined : tree.articles.get(article);
  return read ? { kind: 'article', article: read } : { kind: 'document' };
}

/** Longest description that search engines show, about. */
const LONGEST = 150;

/** Title of a page, the same in its tab, in a search and in a bookmark. */
export function titleOf(desk: Desk, subject: Subject): string {
  const { t, plan, themes, say } = desk;
  if (subject.kind === 'document') return t.pages.frontTitle(say(plan.shortTitle), t.brand);
  if (subject.kind === 'article') {
    const name = articleName(desk, subject.article);
    const heading = headingOf(desk, subject.article);
    return heading === ''
      ? `${name} · ${say(plan.shortTitle)}`
      : t.pages.articleTitle(name, heading, say(plan.shortTitle));
  }
  const { place } = subject;
  const theme = themes.get(place.theme);
  return t.pages.placeTitle(
    nameOf(desk, place),
    theme ? say(theme.name) : place.theme,
    sentencesOf(desk, place).length,
  );
}

/** What a page holds, in one or two sentences of the plan's own data. */
export function descriptionOf(desk: Desk, subject: Subject): string {
  const { t, plan, tree, places, say } = desk;
  const notice = (text: string): string =>
    [shortened(text), desk.textLang !== 'en' && t.pages.notice].filter(Boolean).join(' ');
  if (subject.kind === 'document') {
    const all = [...places.values()].filter((place) => place.role === 'place');
    const articles = [...tree.articles.keys()].filter((number) => number > 0).length;
    return t.pages.frontDescription(say(plan.title), articles, all.length, all.filter((one) => one.bbox).length);
  }
  if (subject.kind === 'article') {
    const [first] = subject.article.sentences;
    return notice(first ? (desk.translation?.[first.id] ?? first.text) : '');
  }
  const found = sentencesOf(desk, subject.place);
  const [first] = found;
  const quote = first ? (desk.translation?.[first.division.id] ?? first.division.text) : '';
  return notice(t.pages.placeDescription(nameOf(desk, subject.place), say(plan.shortTitle), found.length, quote));
}

/** How an article is called: `第十一条`, `Article 11`, or the preamble. */
export function articleName({ t }: Desk, { division, number }: Article): string {
  return number === 0 ? t.preamble : t.article(division.label, number);
}

/** The heading of an article without its number; empty for the preamble, which has none. */
export function headingOf({ translation }: Desk, { division }: Article): string {
  return trimmed(translation?.[division.id] ?? withoutLabel(division.text, division.label));
}

/** A name without the marks that tell the map where it may be broken. */
export function nameOf({ say }: Desk, { name }: Place): string {
  return say(name).replaceAll('\u200B', '');
}

/** Sentences (and headings) that speak of a place, or of what covers it. */
export function sentencesOf({ places, evidence }: Desk, place: Place): ReturnType<typeof evidenceOf>['evidence'] {
  return evidenceOf(place, places, evidence).evidence;
}

function withoutLabel(text: string, label: string | null): string {
  return label !== null && text.startsWith(label) ? text.slice(label.length) : text;
}

function trimmed(heading: string): string {
  return heading.trim().replace(/[。.：:]$/u, '');
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
