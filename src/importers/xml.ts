import { MAX_DEPTH } from './limits';

/** An element without its prefix; `text` is its own text, not that of its children. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  text: string;
}

export type XmlResult =
  | { ok: true; root: XmlElement }
  | { ok: false; reason: 'unreadable' | 'too-deep' | 'document-type-refused'; detail: string };

const ATTRIBUTE = /(?<name>[^\s=/"'<>]{1,200})\s{0,20}=\s{0,20}(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/gu;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00A0'],
]);

/**
 * Reads XML the same way in the page and on the command line, where there is no DOMParser. Nothing is fetched and
 * nothing is expanded but numbers and the entities of XML: a document type declaration is refused. Time grows with
 * the length of the text, not faster: what is opened and never closed ends the reading at once.
 */
export function readXml(text: string): XmlResult {
  const top: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open: XmlElement[] = [top];
  let offset = 0;
  while (offset < text.length) {
    const current = open.at(-1) ?? top;
    const start = text.indexOf('<', offset);
    current.text += unescaped(text.slice(offset, start < 0 ? text.length : start));
    if (start < 0) break;
    if (/^<!DOCTYPE/iu.test(text.slice(start, start + 9))) {
      return { ok: false, reason: 'document-type-refused', detail: '' };
    }
    const section = SECTIONS.find(([head]) => text.startsWith(head, start));
    const end = section ? text.indexOf(section[1], start + section[0].length) : endOfTag(text, start);
    if (end < 0) return { ok: false, reason: 'unreadable', detail: text.slice(start, start + 40) };
    offset = end + (section ? section[1].length : 1);
    if (section) {
      if (section[0] === CDATA) current.text += text.slice(start + CDATA.length, end);
      continue;
    }
    const tag = text.slice(start + 1, end);
    const name = localName(/^\/?(?<name>[^\s/>"'=<]{1,200})/u.exec(tag)?.groups?.['name'] ?? '');
    if (name === '') return { ok: false, reason: 'unreadable', detail: tag.slice(0, 40) };
    if (tag.startsWith('/')) {
      if (current === top || current.name !== name) return { ok: false, reason: 'unreadable', detail: `</${name}>` };
      open.pop();
    } else {
      const element: XmlElement = { name, attributes: attributesOf(tag), children: [], text: '' };
      current.children.push(element);
      if (!tag.endsWith('/')) open.push(element);
      if (open.length > MAX_DEPTH) return { ok: false, reason: 'too-deep', detail: '' };
    }
  }
  const [root] = top.children;
  if (!root || open.length > 1) return { ok: false, reason: 'unreadable', detail: open.at(-1)?.name ?? '' };
  return { ok: true, root };
}

const CDATA = '<![CDATA[';
const SECTIONS: readonly (readonly [head: string, tail: string])[] = [
  ['<!--', '-->'],
  [CDATA, ']]>'],
  ['<?', '?>'],
];

/** Where the `>` of a tag stands, outside of quotes; -1 if it has none. */
function endOfTag(text: string, start: number): number {
  let quote = '';
  for (let index = start + 1; index < text.length; index += 1) {
    const letter = text[index] ?? '';
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '>') return index;
    else if (letter === '<') return -1;
    else if (letter === '"' || letter === "'") quote = letter;
  }
  return -1;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(({ groups = {} }) => [
      localName(groups['name'] ?? ''),
      unescaped(groups['double'] ?? groups['single'] ?? ''),
    ]),
  );
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,5}));/giu,
    (whole: string, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES.get(name) ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : '';
    },
  );
}

/** All elements of some names below an element, itself excluded, in the order of the document. */
export function elementsBelow(element: XmlElement, names: ReadonlySet<string>): XmlElement[] {
  const found: XmlElement[] = [];
  const look = (one: XmlElement): void => {
    for (const child of one.children) {
      if (names.has(child.name)) found.push(child);
      look(child);
    }
  };
  look(element);
  return found;
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}
