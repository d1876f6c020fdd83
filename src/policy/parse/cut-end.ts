/**
 * A text without the letters of one kind that it ends with. A pattern for that would be tried at every letter of the text,
 * each time up to the end: what is dropped into the page may be long.
 */
export function cutEnd(text: string, kind: RegExp): string {
  let end = text.length;
  while (end > 0 && kind.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
