/** A stretch of a text, in UTF-16 code units, end exclusive. */
export type Mark = readonly [start: number, end: number];

/** A text as it is compared, with the way back to the text as it is shown. */
export interface Folded {
  text: string;
  /** The stretch of the shown text that a stretch of the folded one stands for. */
  shown: (start: number, end: number) => Mark;
}

const ACCENTS = /\p{M}+/gu;
const QUOTES = /[‘’ʼ]/gu;

/**
 * Folds what people do not tell apart when they search: case, full and half width, accents, kinds of apostrophe.
 * Works on any string, ill-formed ones too.
 */
export function fold(shown: string): Folded {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  let same = true;
  for (const point of shown) {
    const plain = foldPoint(point);
    const aligned = plain.length === point.length;
    same &&= aligned;
    for (let i = 0; i < plain.length; i += 1) {
      starts.push(aligned ? at + i : at);
      ends.push(aligned ? at + i + 1 : at + point.length);
    }
    text += plain;
    at += point.length;
  }
  if (same) return { text, shown: (start, end) => [start, end] };
  return {
    text,
    // Up to what follows, so that an accent stays with its letter.
    shown: (start, end) => [starts[start] ?? at, Math.max(starts[end] ?? at, ends[end - 1] ?? 0)],
  };
}

function foldPoint(point: string): string {
  // Most of a document: characters that no folding changes.
  if (/^[\u4e00-\u9fff0-9a-z]$/u.test(point)) return point;
  return point.normalize('NFKD').replace(ACCENTS, '').toLowerCase().replace(QUOTES, "'");
}
