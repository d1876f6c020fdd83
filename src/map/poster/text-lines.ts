/** Width of a text in ems, near enough to keep names apart: a Chinese sign is one, a Latin letter about half. */
export function widthEm(text: string): number {
  let ems = 0;
  for (const sign of text) {
    if (sign === '\u200B') continue;
    if (/[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u3000-\u303F]/u.test(sign)) ems += 1;
    else if (/[A-Z0-9MWmw]/u.test(sign)) ems += 0.64;
    else ems += /[\s.,'’ijlt]/u.test(sign) ? 0.3 : 0.53;
  }
  return ems;
}

/**
 * Breaks a name into lines of about the same width, none much wider than `maxEm`: at spaces and zero-width spaces, and
 * between any two Chinese signs where the name has no such places.
 */
export function linesOf(text: string, maxEm: number): string[] {
  const words = text.split(/(?<=[\s\u200B])|(?<=[\u2E80-\u9FFF])(?=[\u2E80-\u9FFF])/u).filter((word) => word !== '');
  const parts = text.includes('\u200B') ? text.split(/(?<=[\s\u200B])/u) : words;
  const target = widthEm(text) / Math.max(1, Math.ceil(widthEm(text) / maxEm));
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const room = last !== undefined && widthEm(last) + widthEm(part) / 2 <= target;
    if (room) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines.map((line) => line.replaceAll('\u200B', '').trim());
}
