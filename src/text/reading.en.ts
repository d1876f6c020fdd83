import type { readingZh } from './reading.zh';

/** Strings of the reading pane: languages, the words of the trade, citations, moving about; English. */
export const readingEn: typeof readingZh = {
  label: 'Language of the document',
  languages: { original: '中文', both: 'Both', english: 'English' },
  glossary: 'Terms',
  glossaryNote: 'The explanations are ours and no part of the document.',
  termOurs: 'our explanation',
  unlocated: 'not on the map',
  inView: 'In view',
  inViewLabel: 'Articles that speak of what the map shows',
  nextPlace: 'Next place (n)',
  previousPlace: 'Previous place (p)',
  cite: 'Copy quotation',
  citeArticle: 'Cite',
  cited: 'Quotation copied',
  citation: (quote, title, article, day, link) => `“${quote}” (${title}, ${article}, ${day})\n${link}`,
};
