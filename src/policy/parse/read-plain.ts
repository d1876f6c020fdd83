import { labelOf } from './labels';
import type { Paragraphs } from './paragraphs';
import { isEnglish } from './split-english';

/**
 * The paragraphs of a plain text: its lines. Where an English text is broken into short lines and parted by blank ones,
 * the lines between two blank ones are one paragraph.
 */
export function readPlain(source: string): Paragraphs {
  const lines = source.replaceAll(/\r\n?|\f/gu, '\n').split('\n');
  return {
    paragraphs: wrapped(lines) ? joined(lines) : lines.filter((line) => line.trim() !== ''),
    leftOut: [],
    problems: [],
  };
}

function wrapped(lines: readonly string[]): boolean {
  const full = lines.filter((line) => line.trim() !== '');
  const blocks = lines.filter((line, index) => line.trim() !== '' && (lines[index - 1] ?? '').trim() === '').length;
  return isEnglish(full.join('\n')) && blocks > 1 && blocks < full.length && full.every((line) => line.length < 120);
}

/** Lines of one block as one paragraph; a line that begins with a number begins one too. */
export function joined(lines: readonly string[]): string[] {
  const paragraphs: string[][] = [];
  let fresh = true;
  let last = '';
  for (const line of lines) {
    const text = line.trim();
    const words = paragraphs.at(-1);
    if (text === '') fresh = true;
    else if (fresh || !words || labelOf(text) || last.includes('\t') || text.includes('\t')) {
      paragraphs.push([line]);
      fresh = false;
      last = line;
    } else {
      if (!/[\p{Script=Han}。，、；：！？）”]$/u.test(last.slice(-2))) words.push(' ');
      words.push(text);
      last = text;
    }
  }
  return paragraphs.map((words) => words.join(''));
}
