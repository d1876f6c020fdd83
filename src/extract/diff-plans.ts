import type { DrawnFile, PlanGeometry } from '../contract/features';
import type { LngLat, Place } from '../contract/place';
import type { Mention, PlanDocument } from '../contract/plan';
import { type ArticleChange, diffText } from '../policy/diff-text';
import { positionsOf } from '../contract/paths';
import { askPoint } from '../spatial/point-query';

/** A plan as far as two versions of it are compared. */
export interface PlanVersion {
  document: Pick<PlanDocument, 'divisions' | 'mentions'>;
  places: readonly Place[];
  /** Whichever hold shapes: areas, lines, points. */
  drawn: readonly DrawnFile[];
}

/** What became of a place; several can be true at once. */
type PlaceChangeKind = 'added' | 'removed' | 'located' | 'no-longer-located' | 'moved' | 'accuracy' | 'renamed';

interface PlaceChange {
  id: string;
  kinds: PlaceChangeKind[];
  before: PlaceVersion | null;
  after: PlaceVersion | null;
  /** Metres that some corner of the one lies from the edge of the other at most; `null` unless it is drawn in both. */
  movedM: number | null;
  /** Whether that is more than both accuracies together explain. */
  sureMove: boolean;
}

interface PlaceVersion {
  name: Place['name'];
  accuracyM: number | null;
  geometry: PlanGeometry | null;
}

export interface PlanDiff {
  articles: ArticleChange[];
  places: PlaceChange[];
}

/** Metres within which positions of five decimals are the same. */
const SAME_M = 2;

/**
 * What is another in a later version of a plan: the text by article and sentence, the places by id. A place has moved
 * if a corner of it lies farther than 2 m from the edge that it had, or the other way round.
 */
export function diffPlans(before: PlanVersion, after: PlanVersion): PlanDiff {
  const [old, fresh] = [versionsOf(before), versionsOf(after)];
  const ids = [...new Set([...old.keys(), ...fresh.keys()])];
  const places = ids.flatMap((id): PlaceChange[] => {
    const [was = null, is = null] = [old.get(id), fresh.get(id)];
    const movedM = was?.geometry && is?.geometry ? farthestM(was.geometry, is.geometry) : null;
    const kinds = kindsOf(was, is, movedM);
    const knownM = (was?.accuracyM ?? 0) + (is?.accuracyM ?? 0);
    return kinds.length === 0
      ? []
      : [{ id, kinds, before: was, after: is, movedM, sureMove: movedM !== null && movedM > knownM }];
  });
  return { articles: diffText(before.document.divisions, after.document.divisions), places };
}

/** A change near a spot: of a place, or of sentences that name a place there. */
export interface NearChange {
  place: PlaceChange | null;
  placeId: string;
  name: Place['name'];
  /** Metres to the nearer of both versions as drawn, 0 inside of an area; how far off that may be. */
  distanceM: number;
  accuracyM: number;
  /** Sentences that speak of the place and are not the same in both. */
  articles: ArticleChange[];
}

/**
 * What changed near a spot: places that changed, or of which the text says something else, that are or were within
 * `radiusM` metres, their accuracy allowed for; the nearest first. The spot is WGS-84.
 */
export function changedNear(
  diff: PlanDiff,
  before: PlanVersion,
  after: PlanVersion,
  at: LngLat,
  radiusM: number,
): NearChange[] {
  const [old, fresh] = [versionsOf(before), versionsOf(after)];
  const changed = new Map(diff.places.map((place) => [place.id, place]));
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .flatMap((id): NearChange[] => {
      const versions = [fresh.get(id), old.get(id)].filter((one) => one !== undefined);
      const [latest] = versions;
      const near = versions
        .flatMap(({ geometry, accuracyM }) =>
          geometry ? [{ accuracyM: accuracyM ?? 0, distanceM: distanceOf(at, geometry) }] : [],
        )
        .toSorted((a, b) => a.distanceM - b.distanceM)[0];
      if (!latest || !near || near.distanceM > radiusM + near.accuracyM) return [];
      const articles = articlesNaming(diff.articles, id, before.document.mentions, after.document.mentions);
      const place = changed.get(id) ?? null;
      return place || articles.length > 0 ? [{ place, placeId: id, name: latest.name, ...near, articles }] : [];
    })
    .toSorted((a, b) => a.distanceM - b.distanceM);
}

function kindsOf(was: PlaceVersion | null, is: PlaceVersion | null, movedM: number | null): PlaceChangeKind[] {
  if (!was) return ['added'];
  if (!is) return ['removed'];
  const kinds: PlaceChangeKind[] = [];
  if (!was.geometry && is.geometry) kinds.push('located');
  if (was.geometry && !is.geometry) kinds.push('no-longer-located');
  if (movedM !== null && movedM > SAME_M) kinds.push('moved');
  if (was.geometry && is.geometry && was.accuracyM !== is.accuracyM) kinds.push('accuracy');
  if (was.name.zh !== is.name.zh) kinds.push('renamed');
  return kinds;
}

function versionsOf({ places, drawn }: PlanVersion): Map<string, PlaceVersion> {
  const shapes = new Map(
    drawn.flatMap(({ features }) =>
      features
        .filter(({ properties: { mark } }) => mark === 'shape' || mark === 'part')
        .map(({ properties: { id }, geometry }) => [id, geometry] as const),
    ),
  );
  return new Map(places.map(({ id, name, accuracyM }) => [id, { name, accuracyM, geometry: shapes.get(id) ?? null }]));
}

/** The largest distance from a corner of either to the edge of the other, metres. */
function farthestM(a: PlanGeometry, b: PlanGeometry): number {
  const from = (one: PlanGeometry, other: PlanGeometry): number =>
    Math.max(
      0,
      ...positionsOf(one).map(
        ([lng = NaN, lat = NaN]) => askPoint([lng, lat], { geometry: other, accuracyM: 0 }).distanceToEdgeM,
      ),
    );
  return Math.max(from(a, b), from(b, a));
}

function distanceOf(at: LngLat, geometry: PlanGeometry): number {
  const { relation, distanceToEdgeM } = askPoint(at, { geometry, accuracyM: 0 });
  return relation === 'inside' ? 0 : distanceToEdgeM;
}

function articlesNaming(
  articles: readonly ArticleChange[],
  placeId: string,
  ...mentions: readonly (readonly Mention[])[]
): ArticleChange[] {
  const [old = new Set(), fresh = new Set()] = mentions.map(
    (list) => new Set(list.filter((one) => one.placeId === placeId).map(({ divisionId }) => divisionId)),
  );
  return articles.flatMap((article) => {
    const sentences = article.sentences.filter(
      ({ before, after }) => (before && old.has(before.id)) || (after && fresh.has(after.id)),
    );
    return sentences.length > 0 ? [{ ...article, sentences }] : [];
  });
}
