import type { SiteHit } from '../contract/extract';
import type { Place } from '../contract/place';
import { progressOf } from '../policy/commitments';
import { evidenceOf } from '../policy/evidence';
import type { Answer, Target } from '../spatial/relate';
import type { PlanAsker } from './plan-asker';

/** What is measured of a place at a site, with the text that speaks of it. */
export function siteHit(asker: PlanAsker, place: Place, target: Target, answer: Answer): SiteHit {
  const { evidence, impliedBy } = evidenceOf(place, asker.places, asker.evidence);
  const commitments = asker.commitments.byPlace.get(place.id) ?? [];
  return {
    placeId: place.id,
    name: place.name,
    theme: place.theme,
    kind: place.kind,
    ...answer,
    accuracyM: target.accuracyM,
    idealisation: place.idealisation,
    throughMembers: [],
    provisions: evidence.map(({ division, article, mentions }) => ({
      divisionId: division.id,
      article,
      quote: division.text,
      named: mentions.map((mention) => mention.exact),
    })),
    impliedBy: impliedBy?.id ?? null,
    definition: place.definition ?? null,
    status: place.status ?? null,
    progress: commitments.flatMap(({ id }) => progressOf(asker.commitments, id, place.id)),
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
