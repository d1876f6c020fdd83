import { type Lang, LANGS } from '../contract/localized';
import { printUrl } from '../state/url';
import { INITIAL_STATE } from '../state/view-state';
import type { Subject } from '../ui/page-words';

/** Which page of which plan in which language. */
export interface PageId {
  /** `null` for the first plan, which lives at the root of the site. */
  plan: string | null;
  lang: Lang;
  subject: Subject;
}

/** Address of a page relative to the root of the site: empty, or ending with a slash. */
export function pathOf({ plan, lang, subject }: PageId): string {
  return printUrl({
    ...INITIAL_STATE,
    plan,
    lang,
    article: subject.kind === 'article' ? subject.article.number : null,
    place: subject.kind === 'place' ? subject.place.id : null,
  });
}

/** What leads from a page back to the root of the site: `./`, `../../` … */
export function rootFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 1) || './';
}

/** The same page in every language, `zh` and `en`. */
export function inEveryLang(id: PageId): { lang: Lang; path: string }[] {
  return LANGS.map((lang) => ({ lang, path: pathOf({ ...id, lang }) }));
}

/** An address for the head of a page: absolute where the site knows its own, else relative to the page. */
export function linkTo(path: string, from: string, site: string | null): string {
  if (site !== null) return `${site}${path}`;
  return path === from ? './' : `${rootFrom(from)}${path}`;
}
