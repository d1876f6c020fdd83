import { whenIdle } from '../shared/when-idle';

/**
 * Has the articles of a document laid out one by one, whenever the browser has time: all at once would hold a phone up
 * for half a second. Until its turn an article that is out of sight has the height that its text lets expect (see
 * `read.module.css`). What the reader has before them stays where it is. While the document is hidden nothing is laid
 * out: no browser holds a line that nobody sees. Returns how to end it.
 */
export function layOutInPieces(document: HTMLElement): () => void {
  const scroller = document.closest<HTMLElement>('[data-scroller]');
  const waiting = [...document.querySelectorAll<HTMLElement>('article:not([data-laid])')];
  // Browsers that hold on to what is seen do so themselves.
  const holds = CSS.supports('overflow-anchor', 'auto');
  let callOff = (): void => undefined;
  const step = (): void => {
    const article = waiting.shift();
    if (!article) return;
    if (holds || !scroller) article.dataset['laid'] = '';
    else keepScrolled(scroller, article);
    next();
  };
  const next = (): void => {
    callOff();
    callOff = scroller?.hidden ? () => undefined : whenIdle(step);
  };
  const shown = new MutationObserver(next);
  if (scroller) shown.observe(scroller, { attributeFilter: ['hidden'] });
  next();
  return () => {
    shown.disconnect();
    callOff();
  };
}

/** Has an article laid out; where it stands above what is seen, that stays where it is. */
function keepScrolled(scroller: Element, article: HTMLElement): void {
  const above = article.getBoundingClientRect().bottom <= scroller.getBoundingClientRect().top;
  const before = article.offsetHeight;
  article.dataset['laid'] = '';
  if (above) scroller.scrollTop += article.offsetHeight - before;
}

/** So much of what stands above and below a line is laid out with it, in heights of the window. */
const [ABOVE, BELOW] = [2, 1];

/** Has the text around a line laid out at once, so that the line stays where it is scrolled to, and what follows too. */
export function layOutAround(line: Element): void {
  const articles = [...(line.closest('[data-scroller]')?.querySelectorAll<HTMLElement>('article') ?? [])];
  const after = articles.findIndex(
    (one) => !one.contains(line) && line.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const end = after < 0 ? articles.length : after;
  layOutFor(ABOVE * window.innerHeight, articles.slice(0, end).toReversed());
  layOutFor(BELOW * window.innerHeight, articles.slice(end));
}

function layOutFor(wantedPx: number, articles: readonly HTMLElement[]): void {
  let heightPx = 0;
  for (const article of articles) {
    if (heightPx > wantedPx) return;
    article.dataset['laid'] = '';
    heightPx += article.offsetHeight;
  }
}
