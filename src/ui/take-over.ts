import { layOutAround } from './read/lay-out';

/** What the page without script leaves to the app. */
export interface Handover {
  /** The drawing of the map. */
  poster: Element | null;
  /** The line of the text that the reader has before them, and how far below the top of the window it stands. */
  line: { id: string; topPx: number } | null;
}

/**
 * Takes down what the page shows before the app replaces it. When the address asks for an article that the page has
 * out of sight, or not at all, the app goes there, and nothing is to be kept in place.
 */
export function takeStock(
  page: HTMLElement,
  { article, place }: { article: number | null; place: string | null },
): Handover {
  const poster = page.querySelector('[data-poster]');
  const text = page.querySelector('[data-scroller]');
  // A text that nobody is sent into, or has scrolled, begins where it did; to look for lines has many laid out.
  if (!text || (article === null && place === null && text.scrollTop === 0)) return { poster, line: null };
  const within = text.getBoundingClientRect();
  const end = Math.min(within.bottom, window.innerHeight);
  const found = (inside: Element, selector: string): Element[] => [...inside.querySelectorAll(selector)];
  // Only where lines are before the reader are they looked at: to ask others has the browser lay them out for nothing.
  const near = found(text, '[data-article]').filter((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return bottom > within.top && top < end;
  });
  const seen = near
    .flatMap((one) => found(one, '[id]'))
    .filter((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > within.top && top >= within.top - 4 && top < end;
    });
  const line = article === null ? seen[0] : seen.find((element) => element.closest(`[data-article="${article}"]`));
  return { poster, line: line ? { id: line.id, topPx: line.getBoundingClientRect().top } : null };
}

/**
 * Has the style sheets of the page in its head, where they outlive what the app replaces. The same sheets are on their
 * way already, so this asks for nothing anew; ends when all are there, or are known not to come. They count for nothing
 * until what is returned is called: a page that got its own styles a second time would be laid out once more.
 */
export async function keepStyles(page: HTMLElement): Promise<() => void> {
  const sheets = [...page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  const all = await Promise.all(
    sheets.map((sheet) => {
      const kept = document.createElement('link');
      const settled = linkSettled(kept);
      Object.assign(kept, { rel: 'stylesheet', crossOrigin: sheet.crossOrigin, href: sheet.href, media: 'not all' });
      document.head.append(kept);
      return settled;
    }),
  );
  return () => {
    for (const kept of all) kept.media = 'all';
  };
}

/** Ends, with the link, when what it asks for is here, or is known not to come; to be called before either. */
export async function linkSettled(link: HTMLLinkElement): Promise<HTMLLinkElement> {
  return new Promise((resolve) => {
    for (const kind of ['load', 'error']) link.addEventListener(kind, () => resolve(link), { once: true });
  });
}

/** Scrolls the text until the line stands where the reader had it. */
export function keepInPlace(page: HTMLElement, { line }: Handover): void {
  const scroller = page.querySelector('[data-scroller]');
  const element = line && scroller?.querySelector(`[id="${CSS.escape(line.id)}"]`);
  if (!scroller || !element || !line) return;
  layOutAround(element);
  scroller.scrollTop += element.getBoundingClientRect().top - line.topPx;
  // The reader has been looking at it all the time and needs nobody to point at it.
  element.removeAttribute('data-found');
}
