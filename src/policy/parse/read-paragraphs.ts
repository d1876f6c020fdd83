import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

import type { LeftOut, Paragraphs } from './paragraphs';
import {
  attributeOf,
  isDeep,
  isElement,
  isHidden,
  isText,
  largestContentOf,
  namedContentOf,
  type Node,
  textLength,
} from './page-content';

const FRONT_MATTER = /^\s*---\r?\n[\s\S]*?\r?\n---\r?\n/u;
const NOT_TEXT = new Set(['script', 'style', 'template', 'noscript', 'head']);
/** Elements of a page that are never part of a document. */
const FRAME = new Set(['nav', 'header', 'footer', 'aside', 'form', 'button', 'select', 'title']);
/** Characters outside of paragraphs that decide nothing. */
const LITTLE = 200;
const INLINE = new Set(
  'a abbr b big code del em font i ins label mark o:p q s small span strike strong sub sup tt u var wbr'.split(' '),
);

/**
 * First step of the parser: the paragraphs of a page saved from a news or government site.
 *
 * Where a publishing system names the element that holds the document, its blocks and lines are the paragraphs. Where
 * most of the text is in `<p>` without a class, those are; sites mark their own lines (editor, slogan) with one.
 * Otherwise it is what the largest element holds. A row of a table is one paragraph, its cells parted by tabs. Everything else that a reader of the page
 * would see is returned in `leftOut`, so that nothing disappears in silence.
 */
export function readParagraphs(source: string): Paragraphs {
  const leftOut: LeftOut[] = [];
  const problems: Paragraphs['problems'] = [];
  const frontMatter = FRONT_MATTER.exec(source)?.[0] ?? '';
  if (frontMatter) leftOut.push({ text: frontMatter.trim(), reason: 'front-matter' });
  const page = parseFragment(source.slice(frontMatter.length));
  if (isDeep(page)) return { paragraphs: [], leftOut: [...leftOut, { text: source, reason: 'markup' }], problems };
  const named = namedContentOf(page);
  const plain = named === null && plainShare(page) > 0.5;
  const content = named ?? (plain ? page : largestContentOf(page));

  const paragraphs: string[] = [];
  const take = (text: string): void => {
    for (const line of text.split('\n')) {
      if (line.trim() === '') {
        if (text.trim() === '') leftOut.push({ text: '', reason: 'empty-paragraph' });
      } else paragraphs.push(line);
    }
  };
  const leave = (text: string): void => {
    if (text.trim() !== '') leftOut.push({ text: text.trim(), reason: 'site-frame' });
  };
  /** Text that stands in a block beside other blocks, up to the next of them. */
  let loose = '';
  const flush = (): void => {
    if (loose.trim() !== '') take(loose);
    loose = '';
  };
  const visit = (node: Node, inside: boolean): void => {
    if (isText(node)) {
      if (!plain && inside) loose += spaced(node.value);
      else leave(node.value);
      return;
    }
    if (!isElement(node)) {
      if ('childNodes' in node) node.childNodes.forEach((child) => visit(child, inside || node === content));
      return;
    }
    const { tagName } = node;
    if (NOT_TEXT.has(tagName)) return;
    const within = inside || node === content;
    if (FRAME.has(tagName) || isHidden(node)) {
      flush();
      leave(textOf(node));
    } else if (within && tagName === 'table' && isData(node)) {
      flush();
      rowsOf(node).forEach(take);
    } else if (tagName === 'p' && plain) {
      const text = textOf(node);
      if (attributeOf(node, 'class') !== null) leave(text);
      else take(text);
    } else if (!plain && within && tagName === 'br') flush();
    else if (!plain && within && INLINE.has(tagName)) node.childNodes.forEach((child) => visit(child, within));
    else {
      flush();
      if (
        within &&
        tagName === 'li' &&
        node.parentNode &&
        isElement(node.parentNode) &&
        node.parentNode.tagName === 'ol'
      ) {
        problems.push({
          line: paragraphs.length + 1,
          reason: 'automatic-number',
          text: textOf(node).trim().slice(0, 40),
        });
      }
      node.childNodes.forEach((child) => visit(child, within));
      flush();
    }
  };
  visit(page, content === page);
  flush();
  return { paragraphs, leftOut, problems };
}

/** Share of the text in `<p>` that stands in those without a class. */
function plainShare(page: Node): number {
  let [plain, all] = [0, 0];
  const visit = (node: Node): void => {
    if (isElement(node) && NOT_TEXT.has(node.tagName)) return;
    if (isElement(node) && node.tagName === 'p') {
      const length = textLength(node);
      all += length;
      if (attributeOf(node, 'class') === null) plain += length;
    } else if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(page);
  // Paragraphs that are only the frame's own, while the document stands in `<div>`s, are not what is looked for.
  const outside = textLength(page) - all;
  if (all < LITTLE) return plain > 0 && outside <= LITTLE ? 1 : 0;
  return outside > LITTLE && outside > plain * 3 ? 0 : plain / all;
}

/** Whether a table has cells beside each other; sites lay pages out in tables of one cell. */
function isData(table: DefaultTreeAdapterTypes.Element): boolean {
  return rowsOf(table).some((row) => row.includes('\t')) && !hasTable(table);
}

function hasTable(node: Node): boolean {
  return (
    'childNodes' in node &&
    node.childNodes.some((child) => (isElement(child) && child.tagName === 'table') || hasTable(child))
  );
}

function rowsOf(node: Node): string[] {
  if (isElement(node) && node.tagName === 'tr') {
    const cells = node.childNodes.filter((cell) => isElement(cell) && (cell.tagName === 'td' || cell.tagName === 'th'));
    return [
      cells
        .map((cell) =>
          textOf(cell)
            .trim()
            .replaceAll(/[\s　]+/gu, ' '),
        )
        .join('\t'),
    ];
  }
  return 'childNodes' in node ? node.childNodes.flatMap(rowsOf) : [];
}

/** Line ends in the markup are no line ends of the text. */
function spaced(text: string): string {
  return text.replaceAll(/(?<![ \t])[ \t]*[\r\n]+[ \t]*|[\r\n]+[ \t]*/gu, (gap, at: number) =>
    at === 0 || at + gap.length === text.length ? '' : ' ',
  );
}

function textOf(node: Node): string {
  if (isText(node)) return spaced(node.value);
  if (isElement(node) && node.tagName === 'br') return '\n';
  if (isElement(node) && NOT_TEXT.has(node.tagName)) return '';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
