import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * Ids and classes under which the publishing systems of Chinese government and news sites put the text of a page:
 * gov.cn, TRS, 大汉, 拓尔思, Sina, Xinhua, People's Daily, 方正.
 */
const CONTENT_NAMES = new Set(
  (
    'ucap-content zoom artibody articlecontent article-content article_content art_content content_main trs_editor ' +
    'trs_ueditor trs_uedit custom_unionstyle pages_content view_content vsbcontent main-content news_content newscontent ' +
    'detail-content rm_txt_con xl_content ozoom zwcontent contentbox txt_con info_content'
  ).split(' '),
);
const CONTENT_TAGS = new Set(['article', 'main']);
/** Share of a page's text that an element must hold to be taken for the document without a name that says so. */
const MOST = 0.6;

/** Elements in elements; browsers stop at 512, and no page of a document comes near. */
const MAX_DEPTH = 256;

/** Whether a page is nested so deep that going through it would not end well. */
export function isDeep(page: Node): boolean {
  let level: Node[] = [page];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((node) => ('childNodes' in node ? node.childNodes : []));
  }
  return false;
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

export function attributeOf(node: Element, name: string): string | null {
  return node.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

export function isHidden(node: Element): boolean {
  return attributeOf(node, 'hidden') !== null || /display\s*:\s*none/iu.test(attributeOf(node, 'style') ?? '');
}

/** Characters below a node that are no white space and no program. */
export function textLength(node: Node): number {
  if (isText(node)) return node.value.replaceAll(/\s/gu, '').length;
  if (isElement(node) && ['script', 'style', 'template', 'noscript', 'head'].includes(node.tagName)) return 0;
  return 'childNodes' in node ? node.childNodes.reduce((sum, child) => sum + textLength(child), 0) : 0;
}

/** The element of a page that is called as publishing systems call that of the document, and holds a fair part of it. */
export function namedContentOf(page: Node): Node | null {
  const named: { node: Node; length: number }[] = [];
  const look = (node: Node): void => {
    if (!('childNodes' in node)) return;
    if (isElement(node) && isCalledContent(node)) named.push({ node, length: textLength(node) });
    node.childNodes.forEach(look);
  };
  look(page);
  const best = named.toSorted((a, b) => b.length - a.length)[0];
  return best && best.length > textLength(page) / 5 ? best.node : null;
}

/** The deepest element that holds most of a page, else the page. */
export function largestContentOf(page: Node): Node {
  const whole = textLength(page);
  let deepest = page;
  for (;;) {
    const next: Node | undefined =
      'childNodes' in deepest
        ? deepest.childNodes.find(
            (child) =>
              isElement(child) && !['p', 'table', 'tbody'].includes(child.tagName) && textLength(child) > whole * MOST,
          )
        : undefined;
    if (!next) return deepest;
    deepest = next;
  }
}

function isCalledContent(node: Element): boolean {
  if (CONTENT_TAGS.has(node.tagName)) return true;
  const names = `${attributeOf(node, 'id') ?? ''} ${attributeOf(node, 'class') ?? ''}`.toLowerCase().split(/\s+/u);
  return names.some((name) => CONTENT_NAMES.has(name));
}
