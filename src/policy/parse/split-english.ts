/** Words whose full stop ends no sentence. */
const ABBREVIATED =
  /(?:\b(?:No|Nos|Art|Arts|Sec|Fig|Vol|Mr|Mrs|Ms|Dr|St|Mt|vs|cf|etc|approx|Inc|Ltd|Co|e\.g|i\.e|[A-Z])\.)$/u;
/** And with what stands before the longest of them. */
const LONGEST_ABBREVIATION = 12;
const STOP = /[.!?][)”’"'\]]*(?=\s+[“‘"'([]?[\p{Lu}\d])/gu;

/**
 * Cuts an English paragraph after a full stop, an exclamation or a question mark that a capital or a figure follows.
 * Joined again, the pieces are the paragraph: white space stays with the sentence before it.
 */
export function splitEnglish(paragraph: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const match of paragraph.matchAll(STOP)) {
    const end = match.index + match[0].length;
    if (ABBREVIATED.test(paragraph.slice(Math.max(from, end - LONGEST_ABBREVIATION), end))) continue;
    const space = /^\s+/u.exec(paragraph.slice(end))?.[0].length ?? 0;
    sentences.push(paragraph.slice(from, end + space));
    from = end + space;
  }
  if (from < paragraph.length) sentences.push(paragraph.slice(from));
  return sentences;
}

/** Whether a document is written in English: hardly a Chinese character in it. */
export function isEnglish(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/[a-z]/giu)?.length ?? 0;
  return latin > 0 && han * 8 < latin;
}
