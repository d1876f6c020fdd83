/** A run of Chinese characters, or a word of other letters and digits, in a folded text. */
export interface Run {
  text: string;
  start: number;
  chinese: boolean;
}

const RUN = /(?<chinese>\p{Script=Han}+)|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

export function runsOf(folded: string): Run[] {
  return [...folded.matchAll(RUN)].map((match) => ({
    text: match[0],
    start: match.index,
    chinese: match.groups?.['chinese'] !== undefined,
  }));
}

/**
 * What a text is filed under: words, and of Chinese every character and every pair of neighbours, because Chinese does
 * not say where a word ends.
 */
export function filedTokens(folded: string): string[] {
  return runsOf(folded).flatMap(({ text, chinese }) => (chinese ? [...text, ...pairs(text)] : [text]));
}

/** Words that every English text has. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'on', 'the', 'to']);

/** The runs of a query that tell something; all of them if none does. */
export function askedRuns(folded: string): Run[] {
  const all = runsOf(folded);
  const telling = all.filter((run) => !EMPTY_WORDS.has(run.text));
  return telling.length > 0 ? telling : all;
}

/** What a query is looked up by: words, pairs of neighbours, and a character where it stands alone. */
export function askedTokens(folded: string): string[] {
  const tokens = askedRuns(folded).flatMap(({ text, chinese }) => {
    const found = chinese ? pairs(text) : [];
    return found.length > 0 ? found : [text];
  });
  return [...new Set(tokens)];
}

/** Letters, digits and Chinese characters only, so that spaces and signs make no difference. */
export function squeeze(folded: string): string {
  return runsOf(folded)
    .map((run) => run.text)
    .join('');
}

function pairs(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}
