const STOPS = '。！？';
const OPENING = '（“‘《「『';
const CLOSING = '）”’》」』';
/** Closing marks that a sentence takes along when it stops inside them. */
const QUOTES = '”’」』';

/**
 * Cuts a paragraph after 。！？ together with the closing quotes that follow. A stop inside brackets, or inside quotes
 * that go on, does not end a sentence, unless the brackets hold
 * all of it. Joined again, the pieces are the paragraph.
 */
export function splitSentences(paragraph: string): string[] {
  const sentences: string[] = [];
  let depth = 0;
  let from = 0;
  let stopped = false;
  for (let i = 0; i < paragraph.length; i += 1) {
    const char = paragraph.charAt(i);
    if (OPENING.includes(char)) depth += 1;
    if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    const wholeInBrackets = depth === 0 && OPENING.includes(paragraph.charAt(from));
    stopped =
      STOPS.includes(char) || (stopped && (QUOTES.includes(char) || (CLOSING.includes(char) && wholeInBrackets)));
    const closingFollows = CLOSING.includes(paragraph.charAt(i + 1)) && i + 1 < paragraph.length;
    if (!stopped || depth > 0 || closingFollows) continue;
    sentences.push(paragraph.slice(from, i + 1));
    from = i + 1;
  }
  if (from < paragraph.length) sentences.push(paragraph.slice(from));
  return sentences;
}
