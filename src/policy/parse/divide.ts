import type { Division } from '../../contract/plan';
import { chineseNumber } from './chinese-number';
import { splitSentences } from './split-sentences';

/** Something in the document that the parser could not read as expected. Lines count from 1. */
export interface ParseProblem {
  line: number;
  reason: 'number-out-of-order' | 'article-outside-part' | 'article-without-heading' | 'text-before-any-article';
  text: string;
}

export interface Divided {
  /** The normalised document: one paragraph a line, no indentation. */
  text: string;
  divisions: Division[];
  problems: ParseProblem[];
}

const PART = /^([一二三四五六七八九十]+)、/u;
const ARTICLE = /^（([一二三四五六七八九十]+)）/u;

/**
 * Second step of the parser: paragraphs → the tree part → article → sentence.
 *
 * Lines before the first part are the head (title, date, source); those among them that end in a full stop are the
 * preamble. An article's heading is its first sentence, `（十一）优化城市空间布局。`
 */
export function divide(paragraphs: string[]): Divided {
  const lines = paragraphs.map((paragraph) => paragraph.trim());
  const text = lines.join('\n');
  const divisions: Division[] = [];
  const problems: ParseProblem[] = [];
  const firstPart = lines.findIndex((line) => PART.test(line));

  let offset = 0;
  let part: Division | null = null;
  let article: Division | null = null;
  let lastArticle = 0;
  let sentenceCount = 0;

  const add = (division: Omit<Division, 'start' | 'end'>, start: number): Division => {
    const placed = { ...division, start, end: start + division.text.length };
    divisions.push(placed);
    return placed;
  };
  const addSentences = (parent: Division, body: string, start: number): void => {
    let at = start;
    for (const sentence of splitSentences(body)) {
      sentenceCount += 1;
      const id = `${parent.id}.s${sentenceCount}`;
      add({ id, kind: 'sentence', parent: parent.id, label: null, ordinal: sentenceCount, text: sentence }, at);
      at += sentence.length;
    }
  };

  lines.forEach((line, index) => {
    const problem = (reason: ParseProblem['reason']): void => {
      problems.push({ line: index + 1, reason, text: line.slice(0, 40) });
    };
    const partLabel = PART.exec(line)?.[1];
    const articleLabel = ARTICLE.exec(line)?.[1];

    if (partLabel) {
      const ordinal = chineseNumber(partLabel);
      if (ordinal !== (part?.ordinal ?? 0) + 1) problem('number-out-of-order');
      part = add(
        { id: `p${ordinal ?? 'x'}`, kind: 'part', parent: null, label: partLabel, ordinal, text: line },
        offset,
      );
      article = null;
    } else if (articleLabel) {
      const ordinal = chineseNumber(articleLabel);
      if (ordinal !== lastArticle + 1) problem('number-out-of-order');
      if (!part) problem('article-outside-part');
      lastArticle = ordinal ?? lastArticle + 1;
      const [heading = line, ...rest] = splitSentences(line);
      if (rest.length === 0) problem('article-without-heading');
      const partId = part?.id ?? 'p0';
      article = add(
        {
          id: `${partId}.a${lastArticle}`,
          kind: 'article',
          parent: partId,
          label: `（${articleLabel}）`,
          ordinal,
          text: heading,
        },
        offset,
      );
      sentenceCount = 0;
      addSentences(article, rest.join(''), offset + heading.length);
    } else if (article) {
      addSentences(article, line, offset);
    } else if (index < firstPart && /[。！？]$/u.test(line)) {
      let preamble = divisions.find((division) => division.kind === 'preamble');
      if (!preamble) {
        preamble = add({ id: 'p0', kind: 'preamble', parent: null, label: null, ordinal: 0, text: '' }, offset);
        sentenceCount = 0;
      }
      addSentences(preamble, line, offset);
    } else {
      if (part) problem('text-before-any-article');
      const ordinal = divisions.filter((division) => division.kind === 'head').length + 1;
      add({ id: `h${ordinal}`, kind: 'head', parent: null, label: null, ordinal, text: line }, offset);
    }
    offset += line.length + 1;
  });

  return { text, divisions, problems };
}
