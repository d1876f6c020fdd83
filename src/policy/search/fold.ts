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
  let same = true;
  for (const point of shown) {
    const plain = foldPoint(point);
    same &&= plain.length === point.length;
    text += plain;
  }
  return { text, shown: same ? (start, end) => [start, end] : wayBack(shown) };
}

function wayBack(shown: string): Folded['shown'] {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const point of shown) {
    const { length } = foldPoint(point);
    const aligned = length === point.length;
    for (let i = 0; i < length; i += 1) {
      starts.push(aligned ? at + i : at);
      ends.push(aligned ? at + i + 1 : at + point.length);
    }
    at += point.length;
  }
  // Up to what follows, so that an accent stays with its letter.
  return (start, end) => [starts[start] ?? at, Math.max(starts[end] ?? at, ends[end - 1] ?? 0)];
}

function foldPoint(point: string): string {
  const code = point.charCodeAt(0);
  // Most of a document: Chinese characters, digits and small letters, which no folding changes.
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x20 && code < 0x41) || (code > 0x60 && code < 0x7b)) return point;
  return point.normalize('NFKD').replace(ACCENTS, '').toLowerCase().replace(QUOTES, "'");
}
