import type { PlanDocument } from '../contract/plan';
import type { Gazetteer, Place } from '../contract/place';
import type { OtherWord, Shared } from '../contract/shared';
import { articleTree } from './article-tree';
import { evidenceIndex, evidenceOf } from './evidence';

/** A plan as far as places can be shared with it. */
export interface SharingPlan {
  document: Pick<PlanDocument, 'plan' | 'divisions' | 'mentions'>;
  gazetteer: Pick<Gazetteer, 'places'>;
}

/**
 * What other plans say of the places of one. Two places are one thing if either says so by `sameAs`, if both are said to
 * be the same third, or if they have the same id and the same Chinese name; an id alone may mean two lakes.
 */
export function sharedPlaces(own: SharingPlan, others: readonly SharingPlan[]): Shared {
  const words = others.map(({ document, gazetteer }) => {
    const tree = articleTree(document.divisions);
    const places = new Map(gazetteer.places.map((place) => [place.id, place]));
    const evidence = evidenceIndex(tree, document.mentions);
    return { plan: document.plan, places, evidence, tree };
  });
  const places: Shared['places'] = {};
  for (const place of own.gazetteer.places) {
    const found = words.flatMap(({ plan, places: theirs, evidence, tree }): OtherWord[] =>
      [...theirs.values()]
        .filter((other) => isSame(own.document.plan.id, place, plan.id, other))
        .map((other) => ({
          plan: plan.id,
          title: plan.shortTitle,
          language: plan.language ?? 'zh',
          place: other.id,
          name: other.name,
          said: evidenceOf(other, theirs, evidence).evidence.map(({ division, article }) => ({
            article,
            label: tree.articles.get(article)?.division.label ?? null,
            division: division.id,
            quote: division.text,
          })),
        })),
    );
    if (found.length > 0) places[place.id] = found;
  }
  return { places };
}

function isSame(ownPlan: string, own: Place, otherPlan: string, other: Place): boolean {
  if (own.sameAs === `${otherPlan}/${other.id}` || other.sameAs === `${ownPlan}/${own.id}`) return true;
  if (own.sameAs !== undefined && own.sameAs === other.sameAs) return true;
  return own.id === other.id && own.name.zh === other.name.zh;
}
