import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

/** Text of the source that is not the document: the site's own frame around it. */
export interface LeftOut {
  text: string;
  reason: 'front-matter' | 'site-frame' | 'empty-paragraph';
}

export interface Paragraphs {
  /** Text of each paragraph with its tags gone, white space untouched. */
  paragraphs: string[];
  leftOut: LeftOut[];
}

type Node = DefaultTreeAdapterTypes.Node;

const FRONT_MATTER = /^\s*---\r?\n[\s\S]*?\r?\n---\r?\n/u;
const NOT_TEXT = new Set(['script', 'style', 'template', 'noscript']);

/**
 * First step of the parser: the paragraphs of a page saved from a news or government site.
 *
 * A paragraph is a `<p>` without a class; sites mark their own lines (editor, slogan) with one. Everything else that
 * a reader of the page would see is returned in `leftOut`, so that nothing disappears in silence.
 */
export function readParagraphs(source: string): Paragraphs {
  const leftOut: LeftOut[] = [];
  const frontMatter = FRONT_MATTER.exec(source)?.[0] ?? '';
  if (frontMatter) leftOut.push({ text: frontMatter.trim(), reason: 'front-matter' });

  const paragraphs: string[] = [];
  const visit = (node: Node): void => {
    if ('tagName' in node && NOT_TEXT.has(node.tagName)) return;
    if ('tagName' in node && node.tagName === 'p') {
      const text = textOf(node);
      if (node.attrs.some((attr) => attr.name === 'class')) leftOut.push({ text: text.trim(), reason: 'site-frame' });
      else if (text.trim() === '') leftOut.push({ text: '', reason: 'empty-paragraph' });
      else paragraphs.push(text);
    } else if (isText(node)) {
      if (node.value.trim() !== '') leftOut.push({ text: node.value.trim(), reason: 'site-frame' });
    } else if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parseFragment(source.slice(frontMatter.length)));
  return { paragraphs, leftOut };
}

function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

function textOf(node: Node): string {
  if (isText(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
