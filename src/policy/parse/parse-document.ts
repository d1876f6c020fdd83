import { type Divided, divide } from './divide';
import type { LeftOut, Paragraphs } from './paragraphs';
import { readMarkdown } from './read-markdown';
import { readParagraphs } from './read-paragraphs';
import { readPlain } from './read-plain';

export interface ParsedDocument extends Divided {
  leftOut: LeftOut[];
}

/** How a document is written down. */
export type DocumentForm = 'html' | 'markdown' | 'plain';

const READERS: Readonly<Record<DocumentForm, (source: string) => Paragraphs>> = {
  html: readParagraphs,
  markdown: readMarkdown,
  plain: readPlain,
};
/** The number of a page, between dashes, that came along from a print. */
const PAGE_NUMBER = /^[\s　]*[—–-]\s*\d{1,4}\s*[—–-][\s　]*$/u;

/** The parser as a list: source → paragraphs → tree. */
export function parseDocument(source: string, form: DocumentForm = 'html'): ParsedDocument {
  const read = READERS[form](source.replace(/^\uFEFF/u, ''));
  const leftOut = [...read.leftOut];
  const kept = read.paragraphs.flatMap((text, index) => {
    const printed = PAGE_NUMBER.test(text);
    if (printed) leftOut.push({ text: text.trim(), reason: 'page-number' });
    return printed ? [] : [{ text, line: index + 1 }];
  });
  const divided = divide(kept.map(({ text }) => text));
  const found = divided.problems.map((one) => ({ ...one, line: kept[one.line - 1]?.line ?? one.line }));
  const problems = [...read.problems, ...found].toSorted((a, b) => a.line - b.line);
  return { ...divided, problems, leftOut };
}

/** How a document is written down: what it looks like first, its name second, since saved pages are called anything. */
export function formOf(source: string, fileName: string): DocumentForm {
  if (/<(?:p|div|br|td|article|body|html)\b[^<>]*>/iu.test(source)) return 'html';
  return /\.(?:md|markdown)$/iu.test(fileName) ? 'markdown' : 'plain';
}
