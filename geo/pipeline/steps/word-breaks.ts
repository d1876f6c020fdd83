const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
/** A shorter name stands on one line anyway. */
const LONG = 7;

/**
 * A Chinese name with zero-width spaces where the map may break it: between two words of at least two signs, so that a
 * single sign (区, 路, 河) is never parted from what it belongs to. A name that has such spaces keeps its own.
 */
export function withWordBreaks(name: string): string {
  if (name.length < LONG || name.includes('\u200B')) return name;
  const words = [...WORDS.segment(name)].map(({ segment }) => segment);
  return words
    .map((word, index) => (word.length > 1 && (words[index - 1]?.length ?? 0) > 1 ? `\u200B${word}` : word))
    .join('');
}
