const NAME = 'promised';

/**
 * Paints quoted words in a sentence without touching the page's elements (CSS Custom Highlight API); where a browser
 * has none, nothing is painted and nothing is lost. What is ours in the sentence is not counted as text of it.
 */
export function lightQuotes(sentence: Element, quotes: readonly string[]): void {
  if (!('highlights' in CSS)) return;
  const nodes = textNodesOf(sentence);
  const whole = nodes.map((node) => node.data).join('');
  const ranges = quotes.flatMap((quote) => {
    const start = whole.indexOf(quote);
    return start < 0 ? [] : [rangeOf(nodes, start, start + quote.length)];
  });
  CSS.highlights.set(NAME, new Highlight(...ranges));
}

/** Takes the paint away. */
export function clearQuotes(): void {
  if ('highlights' in CSS) CSS.highlights.delete(NAME);
}

function textNodesOf(sentence: Element): Text[] {
  const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('[data-ours]') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) nodes.push(node);
  return nodes;
}

/** The range from one offset of the joined text to another. */
function rangeOf(nodes: readonly Text[], start: number, end: number): Range {
  const range = document.createRange();
  let at = 0;
  for (const node of nodes) {
    const next = at + node.length;
    if (start >= at && start < next) range.setStart(node, start - at);
    if (end > at && end <= next) range.setEnd(node, end - at);
    at = next;
  }
  return range;
}
