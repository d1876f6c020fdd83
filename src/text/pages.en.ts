import type { pagesZh } from './pages.zh';

export const pagesEn: typeof pagesZh = {
  frontTitle: (document, brand) => `${document} · ${brand}`,
  articleTitle: (name, heading, document) => `${name}: ${heading} · ${document}`,
  placeTitle: (name, theme, sentences) =>
    sentences === 0
      ? `${name} (${theme})`
      : `${name} (${theme}): ${sentences === 1 ? '1 sentence' : `${sentences} sentences`} of the document`,
  frontDescription: (title, articles, places, located) =>
    `${title}: ${articles} articles that speak of ${places} places; ${located} are drawn, the rest are listed with the reason.`,
  placeDescription: (name, title, sentences, quote) =>
    sentences === 0
      ? `${name} in “${title}”.`
      : `“${title}” speaks of ${name} in ${sentences === 1 ? '1 sentence' : `${sentences} sentences`}: ${quote}`,
  notice: 'Unofficial translation, ours; only the Chinese is the document.',
  wholeDocument: 'Whole document',
  previous: 'Previous article',
  next: 'Next article',
  articlePlaces: 'Places of this article',
  sentencesOf: 'Articles that speak of it',
  allPlaces: 'All places',
  missing: {
    title: 'There is no such page',
    why: 'The link may be mistyped, or lead to an article or a place that does not exist. The whole text and every place can be found from the front page.',
    home: 'To the front page, with the text and the map',
  },
  mapOf: (name) => `Map: ${name}`,
  leftOut: (pieces) => `this drawing leaves out ${pieces} small pieces; the interactive map has them all`,
};
