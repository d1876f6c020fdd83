/** Reasons that leave it open whether the document was understood; a build stops at them. */
const FAULTS = [
  'no-text',
  'number-out-of-order',
  'article-outside-part',
  'section-outside-chapter',
  'broken-text',
] as const;
/** Reasons after which the text stands whole, but somebody should look at it. */
const DOUBTS = [
  'article-without-heading',
  'no-numbering',
  'table-as-lines',
  'automatic-number',
  'reader-message',
] as const;

export type ParseReason = (typeof FAULTS)[number] | (typeof DOUBTS)[number];

/** Something in the document that the parser could not read as expected. Lines count from 1. */
export interface ParseProblem {
  line: number;
  reason: ParseReason;
  /** The beginning of the line. */
  text: string;
}

/** Whether a problem asks for a look and no more. */
export function isDoubt({ reason }: Pick<ParseProblem, 'reason'>): boolean {
  return DOUBTS.some((doubt) => doubt === reason);
}

/** What the reader of a document said of it before there were any lines. */
export function readerProblems(messages: readonly string[]): ParseProblem[] {
  return messages.map((message) => ({ line: 1, reason: 'reader-message', text: message.slice(0, 200) }));
}
