import type { ParseProblem } from './parse-problem';

/** Text of the source that is not the document: what a site or an office program has put around it. */
export interface LeftOut {
  text: string;
  reason: 'front-matter' | 'site-frame' | 'empty-paragraph' | 'page-number' | 'markup';
}

/** What every reader of a form gives to the next step. */
export interface Paragraphs {
  /** Text of each paragraph with its tags gone, white space untouched. */
  paragraphs: string[];
  leftOut: LeftOut[];
  /** What the reader had to guess or could not carry over. */
  problems: ParseProblem[];
}
