import type { Lang } from '../contract/localized';
import { ASK_LATER } from './ask-later';
import { FIRST_PAINT } from './first-paint';
import { TAGS } from './tags';

export type Soon = Readonly<Record<'text' | 'map' | 'drawn', readonly string[]>>;

/** What differs between the pages of the site; `head` and `body` are markup. */
interface Filling {
  lang: Lang;
  /** From the page to the root of the site. */
  root: string;
  head: string;
  body: string;
  /**
   * What its scripts will ask for, as paths of the site: `text` beside them, what draws the `map` after them, and what
   * the map draws, `drawn`, behind that.
   */
  soon?: Soon;
  /** It scrolls as a whole, as no desk does. */
  scrolls?: boolean;
}

/** Where in its body a page has what it is to look like and to run, if not in its head. */
export const BEHIND_DRAWING = '<!--assets-->';
/** What the bundler puts into the head. */
const ASSETS = /[ \t]*(?:<script type="module"[^>]*><\/script>|<link rel="(?:modulepreload|stylesheet)"[^>]*>)\n?/gu;

const SHEET = / rel="stylesheet"/u;

/** Thrown when `index.html` has lost a place that the pages are put into. */
export class TemplateError extends Error {
  override name = 'TemplateError';
}

/**
 * A page of the site out of `index.html` as the bundler left it, whose links lead from the root of the site. Behind a
 * drawing comes all that would keep it from being seen; what the text needs is asked for before it.
 */
export function fillTemplate(
  template: string,
  { lang, root, head, body: content, soon, scrolls = false }: Filling,
): string {
  let body = content;
  const put = (page: string, place: RegExp, filling: string): string => {
    if (!place.test(page)) throw new TemplateError(`index.html has no ${String(place)}`);
    return page.replace(place, () => filling);
  };
  let page = template.replaceAll(/(?<=\b(?:href|src)=")\.\//gu, () => root);
  page = put(page, /<html[^>]*>/u, `<html lang="${TAGS[lang]}" data-root="${root}"${scrolls ? ' data-scrolls' : ''}>`);
  if (body.includes(BEHIND_DRAWING)) {
    const assets = (page.match(ASSETS) ?? []).map((one) => one.trim());
    const sheets = assets.filter((one) => SHEET.test(one));
    // Their way here takes two turns of the line, in which the drawing comes; the line is not idle after it. The text
    // waits for its sheet only.
    const first = [
      ...sheets.map((one) => one.replace(SHEET, ' rel="preload" as="style"')),
      ...assets.filter((one) => !SHEET.test(one)),
      ...(soon?.text ?? []).map((path) => preload('rel', root, path)),
    ];
    page = put(page.replaceAll(ASSETS, ''), /(?=<\/head>)/u, `${first.join('')}<style>${FIRST_PAINT}</style>`);
    const behind = [...laterPreloads(root, soon), `<script>${ASK_LATER}</script>`, ...sheets];
    body = put(body, new RegExp(BEHIND_DRAWING, 'u'), behind.join(''));
  }
  page = put(page, /<title>[^<]*<\/title>/u, head);
  return put(page, /(?<=<div id="root">)(?=<\/div>)/u, body);
}

function laterPreloads(root: string, soon: Filling['soon']): string[] {
  return [
    ...(soon?.map ?? []).map((path) => preload('data-later', root, path)),
    ...(soon?.drawn ?? []).map((path) => preload('data-last data-later', root, path)),
  ];
}

function preload(when: 'rel' | 'data-later' | 'data-last data-later', root: string, path: string): string {
  const end = `crossorigin href="${root}${path}">`;
  if (path.endsWith('.js')) return `<link ${when}="modulepreload" ${end}`;
  return `<link ${when}="preload" as="${path.endsWith('.css') ? 'style' : 'fetch'}" ${end}`;
}

/** The template of a page on which nothing needs a script. */
export function withoutScript(template: string): string {
  return template.replaceAll(/<script\b[^>]*><\/script>|<link rel="modulepreload"[^>]*>/gu, '');
}
