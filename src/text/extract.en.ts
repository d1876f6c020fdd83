import type { extractZh } from './extract.zh';

/** Words of an extract, English. */
export const extractEn: typeof extractZh = {
  title: (plan) => `Check a site: ${plan}`,
  subject: { point: 'point', line: 'line', parcel: 'parcel' },
  record: (number, name) => (name === null ? `No. ${number}` : `No. ${number}: ${name}`),
  size: (text) => `Size: ${text}`,
  inputCrs: (crs) => `Coordinate system as handed in: ${crs}`,
  coverage: {
    inside: 'Inside the area that the document speaks of.',
    part: 'Only partly inside the area that the document speaks of.',
    'too-close': 'Too near the border of the area that the document speaks of to say on which side.',
    outside: 'Outside the area that the document speaks of: it says nothing about this site.',
  },
  lists: {
    concerned: 'Concerned',
    tooCloseToCall: 'Too close to call',
    notConcerned: 'Not concerned',
    planDoesNotSay: 'The plan does not say',
  },
  none: 'None.',
  noneIsNotFree: 'No hit does not mean no restriction. See “The plan does not say”.',
  relation: {
    inside: 'wholly inside',
    part: 'partly inside',
    holds: 'runs through, or lies in, the site',
    'too-close': 'cannot be told',
    outside: 'not concerned',
  },
  range: (value, min, max) => `${value} (${min} to ${max})`,
  share: (value) => `${value} of the site`,
  atEdge: 'the edge runs through the site',
  distance: (text) => `${text} from the edge`,
  accuracy: (text) => `position known to ±${text}`,
  throughMembers: (names) => `through ${names}, which it is made of; do not add the two up`,
  impliedBy: (name) => `not named itself; it belongs to “${name}”`,
  definition: 'Definition (quoted)',
  reported: (day, publisher) => `${day}, ${publisher}: `,
  silence: {
    'not-mapped': 'named by the document, position not published',
    'text-only': 'words only, no single place',
    'too-coarse': (site) => `what is drawn is too coarse to decide about a site of ${site}`,
    'too-coarse-point': 'what is drawn is too coarse to decide about a point',
    'outside-coverage': 'outside the area that the document speaks of',
  },
  warning: {
    ringsCross: (drawn, counted) => `Rings cross or overlap: ${drawn} as drawn, ${counted} with land counted once.`,
    areaOther: (declared, unit, computed) =>
      `The declared area ${declared} fits the computed ${computed} if it is in ${unit}; check the unit.`,
    areaOff: (declared, computed, percent) =>
      `The declared area ${declared} is not the computed ${computed}; it is ${percent} off.`,
  },
  unit: { m2: 'm²', ha: 'ha', mu: 'mu (亩)' },
  amount: {
    m2: (value) => `${value} m²`,
    ha: (value) => `${value} ha`,
    mu: (value) => `${value} mu`,
    m: (value) => `${value} m`,
    km: (value) => `${value} km`,
    both: (first, second) => `${first}, ${second}`,
  },
  fault: {
    'no-position': 'no coordinates',
    'not-lng-lat': 'the coordinates are no longitudes and latitudes, or out of range',
    'several-points': 'several points in one record; split them',
    'no-length': 'the line has no length',
    'no-area': 'the shape has no area',
    rings: 'the rings cannot be sorted out',
  },
  made: (day, version, sha256) => `Made on ${day}; document ${version}; data SHA-256 ${sha256}`,
  rejected: 'Records without an answer',
};
