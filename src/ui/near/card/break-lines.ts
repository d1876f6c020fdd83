/** Width of a text in pixels, in whatever type it is set. */
export type Measure = (text: string) => number;

/** What closes or goes on: never at the start of a line (as GB/T 15834—2011, 5.1, has it). */
const NO_START = /^[、，。；：？！）》〉」』】〕”’·…—,.;:?!)\]%°‰′″]/u;
/** What opens: never at the end of a line. */
const NO_END = /[（《〈「『【〔“‘([]$/u;
/** A Chinese sign stands alone; between spaces the letters of other scripts stay together. */
const UNIT = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]|[^\s\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]+/gu;

/**
 * Breaks a text into lines no wider than `widthPx`: at spaces, between any two Chinese signs, and inside what is wider
 * than a line by itself, such as an address. Punctuation stays with the word that it belongs to, a number with its
 * unit. A break in the text begins a new line.
 */
export function breakLines(text: string, widthPx: number, measure: Measure): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const piece of piecesOf(paragraph)) {
      if (measure((line + piece).trimEnd()) <= widthPx) {
        line += piece;
        continue;
      }
      if (line !== '') lines.push(line.trimEnd());
      const cut = cutToFit(piece, widthPx, measure);
      lines.push(...cut.slice(0, -1).map((one) => one.trimEnd()));
      line = cut.at(-1) ?? '';
    }
    return line === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()];
  });
}

/** Parts of a text that no line may end in the middle of, each with the space after it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const { 0: unit, index } of text.matchAll(UNIT)) {
    const space = /^\s*/u.exec(text.slice(index + unit.length))?.[0] ?? '';
    const last = pieces.at(-1);
    const joined = last !== undefined && (NO_START.test(unit) || NO_END.test(last) || /\d\s+$/u.test(last));
    if (joined) pieces[pieces.length - 1] = last + unit + space;
    else pieces.push(unit + space);
  }
  return pieces;
}

function cutToFit(piece: string, widthPx: number, measure: Measure): string[] {
  const lines = [''];
  for (const sign of piece) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && measure((line + sign).trimEnd()) > widthPx) lines.push(sign);
    else lines[lines.length - 1] = line + sign;
  }
  return lines;
}
