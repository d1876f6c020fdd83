import { type Divided, divide } from './divide';
import { type LeftOut, readParagraphs } from './read-paragraphs';

export interface ParsedDocument extends Divided {
  leftOut: LeftOut[];
}

/** The parser as a list: page → paragraphs → tree. */
export function parseDocument(source: string): ParsedDocument {
  const { paragraphs, leftOut } = readParagraphs(source);
  return { ...divide(paragraphs), leftOut };
}
