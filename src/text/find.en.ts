import type { findZh } from './find.zh';

/** Words of the search box, English. */
export const findEn: typeof findZh = {
  label: 'Find',
  placeholder: 'Find places, articles, coordinates',
  open: 'Find',
  close: 'Close the search',
  clear: 'Clear',
  list: 'What was found',
  getting: 'Getting ready to search…',
  failed: 'The search could not be loaded. Check the network and try again.',
  groups: { spots: 'Coordinate', places: 'Places', passages: 'Articles', commitments: 'Commitments', terms: 'Terms' },
  count: (count) => String(count),
  firstOf: (shown, total) => `first ${shown} of ${total}`,
  found: (total, groups) => `${total} found: ${groups}`,
  nothing: (query) =>
    `Nothing found for “${query}”. You can look for places, articles, commitments, terms and coordinates, in Chinese, pinyin, first letters or English. Finding nothing does not mean that the document sets no rule.`,
  takenFor: {
    wgs84: (system) => (system === 'EPSG:4326' ? 'Taken as WGS-84 (GPS)' : `Taken as WGS-84, ${system}`),
    cgcs2000: (system) => `Taken as CGCS2000, ${system}`,
    gcj02: () => 'Taken as GCJ-02 (Amap, Tencent)',
    bd09: () => 'Taken as BD-09 (Baidu)',
    unrelated: (system) => `Taken as an older datum, computed in ${system}`,
  },
  position: (lat, lng) => `latitude ${lat}°, longitude ${lng}° (WGS-84)`,
  coordinateNote: {
    'datum-not-stated': 'the numbers do not name their datum',
    'order-not-stated': 'it is not said which is latitude',
    'axes-swapped': 'in the order opposite to what is written',
    'zone-not-stated': 'no zone given; the one that fits the document',
    'shifted-map': 'this maker’s map is shifted in mainland China, and the link does not say',
    'view-centre': 'the link names no place; the middle of its view',
    'read-as-minutes': 'read as degrees, minutes and seconds',
    'third-number-ignored': 'the third number is left out',
    'datum-unrelated': 'no public conversion for this datum; it may be off by a hundred metres or more',
  },
  coordinateFault: {
    empty: '',
    'too-long': 'That is too long. Paste one coordinate or one link.',
    nonsense: '',
    'one-number': 'That is one number; a coordinate has a longitude and a latitude.',
    'too-many-numbers': 'Too many numbers. Look for one coordinate at a time.',
    'same-axis': 'Both numbers are written as the same axis. Make one a longitude and one a latitude.',
    'out-of-range':
      'Nothing found. If this is a coordinate, it is beyond what degrees or metres can be; please check it.',
    'no-zone-fits':
      'Nothing found. If these are metres, no central meridian puts them into the area of the document; please name the zone.',
    'short-link':
      'Only its maker’s server knows where a short link leads, and Tuce does not ask it. Paste the full link or the coordinate.',
    'link-without-position': 'This map link names no position. Paste one that does, or the coordinate itself.',
    'unknown-link': 'This link is not known here. Paste the coordinate itself.',
  },
  unlocated: 'not on the map',
  part: 'Heading',
};
