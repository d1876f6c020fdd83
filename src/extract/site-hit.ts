import type { SiteHit } from '../contract/extract';
import type { Place } from '../contract/place';
import { type CommitmentIndex, progressOf } from '../policy/commitments';
import { type Evidence, evidenceOf } from '../policy/evidence';
import type { Answer, Target } from '../spatial/relate';

/** The text that carries a place, the same for every site. */
export type Carried = Pick<SiteHit, 'provisions' | 'impliedBy' | 'definition' | 'progress'>;

/** What the document says of a place, and what was said later. */
export function carriedBy(
  place: Place,
  places: ReadonlyMap<string, Place>,
  index: ReadonlyMap<string, Evidence[]>,
  commitments: CommitmentIndex,
): Carried {
  const { evidence, impliedBy } = evidenceOf(place, places, index);
  return {
    provisions: evidence.map(({ division, article, mentions }) => ({
      divisionId: division.id,
      article,
      quote: division.text,
      named: mentions.map((mention) => mention.exact),
    })),
    impliedBy: impliedBy?.id ?? null,
    definition: place.definition ?? null,
    progress: [
      ...(commitments.byPlace.get(place.id) ?? []).flatMap(({ id }) => progressOf(commitments, id, place.id)),
      ...(commitments.reports.get(place.id) ?? []),
    ],
  };
}

/** What is measured of a place at a site, with the text that speaks of it. */
export function siteHit(place: Place, target: Target, carried: Carried, answer: Answer): SiteHit {
  return {
    placeId: place.id,
    name: place.name,
    theme: place.theme,
    kind: place.kind,
    ...answer,
    accuracyM: target.accuracyM,
    idealisation: place.idealisation,
    throughMembers: [],
    ...carried,
  };
}

/** Says of each place made of others by which of them it is hit. */
export function withMembers(hits: readonly SiteHit[], places: ReadonlyMap<string, Place>): SiteHit[] {
  const hit = new Set(hits.map(({ placeId }) => placeId));
  return hits.map((one) => ({
    ...one,
    throughMembers: (places.get(one.placeId)?.members ?? []).filter((id) => hit.has(id)),
  }));
}
