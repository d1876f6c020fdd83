import type { Place } from '../contract/place';
import type { Desk } from '../ui/shared/desk';
import { articleName, descriptionOf, nameOf, titleOf } from '../ui/page-words';
import { linkTo, type PageId, pathOf } from './addresses';

/** Data as schema.org has it; what is `undefined` is left out. */
type Linked = Record<string, unknown>;

/** What a page is about, for machines: https://schema.org/Legislation and https://schema.org/Place. */
export function dataOf(desk: Desk, id: PageId, site: string | null): Linked {
  const path = pathOf(id);
  const url = (other: PageId): string => linkTo(pathOf(other), path, site);
  const about = { '@context': 'https://schema.org', url: url(id), description: descriptionOf(desk, id.subject) };
  const document = documentData(desk, url({ ...id, subject: { kind: 'document' } }));
  const { subject } = id;
  if (subject.kind === 'document') return { ...about, ...document };
  if (subject.kind === 'article') {
    return {
      ...about,
      '@type': 'Legislation',
      name: titleOf(desk, subject),
      legislationIdentifier: articleName(desk, subject.article),
      inLanguage: desk.textLang,
      isPartOf: document,
      ...translationOf(desk),
    };
  }
  return { ...about, ...placeData(desk, subject.place), subjectOf: document };
}

function documentData(desk: Desk, url: string): Linked {
  const { plan, say } = desk;
  return {
    '@type': 'Legislation',
    name: say(plan.title),
    url,
    inLanguage: desk.textLang,
    legislationDate: plan.adopted,
    datePublished: plan.published,
    legislationPassedBy: plan.issuers.map((issuer) => ({ '@type': 'GovernmentOrganization', name: say(issuer) })),
    sameAs: plan.sourceUrls,
    // Ours is a copy; only what the state published is the document.
    encoding: { '@type': 'LegislationObject', legislationLegalValue: 'https://schema.org/UnofficialLegalValue' },
    ...translationOf(desk),
  };
}

function translationOf({ lang, textLang, t }: Desk): Linked {
  if (lang === 'zh' || textLang === 'en') return {};
  return { workTranslation: { '@type': 'CreativeWork', inLanguage: 'en', abstract: t.pages.notice } };
}

/**
 * A place, as exactly as it is known: a circle of uncertainty for a dot, the box of a shape, and nothing of a position
 * for a sketch or what nobody could locate.
 */
function placeData(desk: Desk, place: Place): Linked {
  const { plan, places, lang } = desk;
  const coverage = places.get(plan.coverage);
  return {
    '@type': 'Place',
    name: nameOf(desk, place),
    alternateName: [...new Set([lang === 'zh' ? place.name.en : place.name.zh, ...place.aliases])],
    ...(coverage &&
      coverage.id !== place.id && { containedInPlace: { '@type': 'Place', name: nameOf(desk, coverage) } }),
    ...geoOf(place),
  };
}

function geoOf({ idealisation, bbox, labelAt, kind, accuracyM }: Place): Linked {
  if (!bbox || idealisation === 'schematic') return {};
  if (kind === 'point') {
    if (!labelAt || accuracyM === null) return {};
    const geoMidpoint = { '@type': 'GeoCoordinates', latitude: labelAt[1], longitude: labelAt[0] };
    return { geo: { '@type': 'GeoCircle', geoMidpoint, geoRadius: accuracyM } };
  }
  const [west, south, east, north] = bbox;
  return { geo: { '@type': 'GeoShape', box: `${south} ${west} ${north} ${east}` } };
}
