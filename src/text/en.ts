import { articleNameEn } from './article-name';
import { accessEn } from './access.en';
import { promisesEn } from './promises.en';
import { readingEn } from './reading.en';
import { designEn } from './design.en';
import { embedEn } from './embed.en';
import { pagesEn } from './pages.en';
import { findEn } from './find.en';
import { checkEn } from './check.en';
import { extractEn } from './extract.en';
import { nearEn } from './near.en';
import { plansEn } from './plans.en';
import { offlineEn } from './offline.en';
import type { Texts } from './zh';

/** Interface strings, English. */
export const en: Texts = {
  check: checkEn,
  access: accessEn,
  offline: offlineEn,
  extract: extractEn,
  brand: 'Tuce',
  skipToText: 'Skip to the text',
  skipToMap: 'Skip to the map',
  language: '中文',
  languageCode: 'zh-CN',
  themeMode: { auto: 'Appearance: system', light: 'Appearance: light', dark: 'Appearance: dark' },
  panes: { read: 'Text', places: 'Places', commitments: 'Commitments', near: 'Near me', check: 'Site' },
  paneLabel: 'Document and places',
  near: nearEn,
  plans: plansEn,
  mapLabel: 'Map',
  article: articleNameEn,
  preamble: 'Preamble',
  placesInArticle: (count) => (count === 1 ? '1 place' : `${count} places`),
  showOnMap: 'Show on the map',
  unofficial: 'The Chinese is the document itself. The English below it is an unofficial translation of ours.',
  sourceLink: 'Official gazette',
  close: 'Close',
  here: 'Here',
  hereNothing: (unlocated) =>
    `Nothing that could be drawn is at this spot. The document speaks of ${unlocated} more places that are not on the map, and what it says of the whole city applies here too; other rules may apply as well.`,
  hereLoading: 'The data are still on their way…',
  hereIncomplete: 'A data file could not be fetched, so the answer here is incomplete.',
  touchedHits: 'Close by',
  touchedWhy: (distance) => `about ${distance} away`,
  hereOutside: 'This spot is outside the area that the document covers.',
  tooCloseWhy: (distance, accuracy) => `about ${distance} away; the map is only good to ±${accuracy}`,
  insideWhy: (distance) => `about ${distance} from the edge`,
  sureHits: 'At this spot',
  unsureHits: 'Too close to call',
  saysOfIt: 'What the document says',
  impliedBy: (name) => `Not named by itself; it belongs to “${name}”:`,
  howWeKnow: 'How we know',
  accuracy: (value) => `Position good to about ±${value}`,
  method: {
    'published-coordinates': 'Published coordinates',
    converted: 'Converted coordinates',
    digitised: 'Drawn from references',
    derived: 'Derived from other shapes',
    estimated: 'Estimated',
  },
  idealisation: { exact: 'exact', indicative: 'approximate', schematic: 'schematic' },
  commitments: (count) => (count === 1 ? '1 commitment' : `${count} commitments`),
  commitmentKind: { target: 'target', project: 'project', prohibition: 'limit', support: 'support', reform: 'reform' },
  plainly: (summary) => `In plain words: ${summary}`,
  ourSummary: '(our summary)',
  deadline: (day, words) => `Due ${day} (“${words}”)`,
  noDate: (words) => `Due “${words}”, no date given`,
  countedFromDate: 'counted from the date of the document',
  deadlinePassed: 'The date has passed.',
  reported: (day, publisher) => `${day}, ${publisher}:`,
  translationNote: 'Unofficial translation, ours',
  sources: 'Sources',
  report: 'Report an error',
  reportSubject: (place) => `Tuce: an error about “${place}”`,
  reportBody: (place, articles, link) =>
    `Place: ${place}\nArticles: ${articles}\nView: ${link}\n\nWhat is wrong, and how you know:\n`,
  licence: 'Licence',
  definition: 'Definition (quoted)',
  unofficialTranslation: 'our translation',
  reports: 'What was reported',
  size: { area: (km2) => `about ${km2} km² as drawn`, length: (km) => `about ${km} km as drawn` },
  unlocatedBecause: (reason) => `Not on the map: ${reason}.`,
  unlocatedReason: {
    'site-not-published': 'its site was not published',
    generic: 'a general term, no single site',
    programme: 'a programme, not a place',
    'outside-plan': 'outside the area of this document',
    'not-mappable': 'cannot be put on a map',
  },
  locatedCount: (located, all) =>
    `The document speaks of ${all}; ${located} are drawn, the rest are listed with the reason`,
  legend: 'Legend',
  legendNote:
    'Dashes are schematic courses. The width of a soft edge is how uncertain the position is; hollow dots and sketches without one may be off by kilometres, see their cards.',
  solo: 'only',
  soloOf: (theme) => `Show only ${theme}`,
  allThemes: 'all',
  zoomInToSee: 'zoom in to see',
  legendGround: 'Background',
  ground: {
    'ground-rail': 'Running metro and railways',
    'ground-road': 'Existing roads',
    'ground-river': 'Rivers',
    'ground-town': 'Towns',
  },
  onlineBase: 'Online base map (asks another server)',
  baseFailed: 'The online base map cannot be reached. The map of the document works as usual.',
  mapNotice: (approval) => (approval ? `Map approval no. ${approval}` : '示意图 Sketch map · approval number pending'),
  attribution: (names) => `Data ${names}`,
  copyLink: 'Copy link',
  copied: 'Link copied',
  copyFailed: 'The browser does not allow copying; take the link from the address bar',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  resetNorth: 'Turn north up',
  km: (value) => `${value} km`,
  m: (value) => `${value} m`,
  loading: 'Opening the document…',
  unknown: {
    article: (value) => `There is no article ${value}; the document opens at its start.`,
    place: (value) => `There is no place “${value}”; it was left out.`,
    layer: (value) => `There is no layer “${value}”; it was left out.`,
    parameter: (value) => `“${value}” in the link could not be read; the default is used.`,
    plan: (value) => `There is no document “${value}”; the default one is open.`,
  },
  fault: {
    unreachable: (file) => `${file} could not be fetched. Check the connection and try again.`,
    'not-found': (file) => `${file} is not on the server. Try again later.`,
    'not-json': (file) => `${file} is incomplete and cannot be read.`,
    schema: (file) => `${file} does not have the expected form and is not used.`,
    changed: (file) =>
      `${file} is of another version than this page and is not used. The site may just have been updated.`,
  },
  faultDetail: 'Detail',
  retry: 'Try again',
  mapMissing:
    'The map could not be loaded. The document and the list of places work as usual; reload the page to try again.',
  listComma: ', ',
  noWebgl:
    'This device cannot draw the interactive map (no WebGL 2). The document and the list of places work as usual.',
  sheetHandle: 'Drag, or use the arrow keys, to resize the document',
  dismiss: 'OK',
  promises: promisesEn,
  reading: readingEn,
  mapHint: 'Touch anything on the map to read what the document says of it',
  pages: pagesEn,
  design: designEn,
  embed: embedEn,
  find: findEn,
};
