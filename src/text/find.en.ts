import type { findZh } from './find.zh';

/** Words of the search box, English. */
export const findEn: typeof findZh = {
  label: 'Find',
  placeholder: 'Find places, articles, commitments',
  open: 'Find',
  close: 'Close the search',
  clear: 'Clear',
  list: 'What was found',
  getting: 'Getting ready to search…',
  failed: 'The search could not be loaded. Check the network and try again.',
  groups: { places: 'Places', passages: 'Articles', commitments: 'Commitments', terms: 'Terms' },
  count: (count) => String(count),
  firstOf: (shown, total) => `first ${shown} of ${total}`,
  found: (total, groups) => `${total} found: ${groups}`,
  nothing: (query) =>
    `Nothing found for “${query}”. You can look for places, articles, commitments and terms, in Chinese, pinyin, first letters or English. Finding nothing does not mean that the document sets no rule.`,
  unlocated: 'not on the map',
  part: 'Heading',
};
