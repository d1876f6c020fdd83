import { type Extract, EXTRACT_FORMAT, type SiteHit, type SiteMiss, type SiteWarning } from '../contract/extract';
import type { PlanGeometry } from '../contract/features';
import { byCharacters } from '../contract/order';
import { OverlayError } from '../spatial/overlay';
import { type Answer, distanceToEdgeM, relate, type Target } from '../spatial/relate';
import { type Site, type SiteFault, siteOf } from '../spatial/site';
import { widened } from '../spatial/spatial-index';
import { type DeclaredArea, declaredAreaWarnings } from './declared-area';
import type { PlanAsker } from './plan-asker';
import { silences } from './silences';
import { siteHit, withMembers } from './site-hit';

/** A site as it comes in, already in WGS-84. */
export interface SiteRequest {
  id: string;
  name: string | null;
  geometry: PlanGeometry;
  /** Metres, 95 %, of the site's own position; 0 if it is taken as exact. */
  accuracyM?: number;
  /** Coordinate system that it was handed in. */
  inputCrs: string;
  declared?: DeclaredArea;
}

/** What is written on an extract and does not come from the site. */
export interface Stamp {
  /** ISO time. */
  created: string;
  /** SHA-256 of the plan's `manifest.json`, hex. */
  dataSha256: string;
}

export type ExtractResult = { ok: true; extract: Extract } | { ok: false; id: string; reason: SiteFault };

/**
 * The reasoned answer for one site: each drawn place of the plan stands in one of the lists. The same request, plan and
 * stamp give the same extract.
 */
export function extractOf(asker: PlanAsker, request: SiteRequest, stamp: Stamp): ExtractResult {
  const prepared = siteOf(request.geometry, request.accuracyM);
  if (!prepared.ok) return { ok: false, id: request.id, reason: prepared.reason };
  try {
    return { ok: true, extract: answerFor(asker, request, prepared.site, stamp) };
  } catch (error) {
    if (error instanceof OverlayError) return { ok: false, id: request.id, reason: 'rings' };
    throw error;
  }
}

/**
 * How a site stands to the places that it may concern, by their number among `asker.targets`; all others lie surely
 * apart. Throws an `OverlayError` as `overlay` does.
 */
export function answersNear(asker: PlanAsker, site: Site): Map<number, Answer> {
  const answers = new Map<number, Answer>();
  for (const number of asker.index.search(widened(site.box, site.accuracyM))) {
    const found = asker.targets[number];
    if (found) answers.set(number, relate(site, found.target));
  }
  return answers;
}

function answerFor(asker: PlanAsker, request: SiteRequest, site: Site, stamp: Stamp): Extract {
  const { plan } = asker.data.document;
  const answers = answersNear(asker, site);
  const hits: SiteHit[] = [];
  const misses: SiteMiss[] = [];
  const tooCoarse = new Set<string>();
  let covering: Answer | null = null;
  for (const [number, { place, target, carried }] of asker.targets.entries()) {
    const answer = answers.get(number) ?? null;
    if (place.id === plan.coverage) covering = answer;
    if (answer && answer.relation !== 'outside') {
      hits.push(siteHit(place, target, carried, answer));
      if (answer.relation === 'too-close' && isTooCoarse(site, target)) tooCoarse.add(place.id);
    } else {
      misses.push({
        placeId: place.id,
        name: place.name,
        theme: place.theme,
        distanceToEdgeM: answer?.distanceToEdgeM ?? distanceToEdgeM(site, target),
        accuracyM: target.accuracyM,
      });
    }
  }
  const coverage = covering && covering.relation !== 'holds' ? covering.relation : 'outside';
  const sorted = withMembers(hits, asker.places).toSorted(inOrder(asker));
  return {
    format: EXTRACT_FORMAT,
    plan: plan.id,
    planVersion: plan.published,
    ...stamp,
    inputCrs: request.inputCrs,
    subject: {
      id: request.id,
      name: request.name,
      kind: site.kind,
      geometry: request.geometry,
      areaM2: site.kind === 'parcel' ? site.areaM2 : null,
      lengthM: site.kind === 'line' ? site.lengthM : null,
      accuracyM: site.accuracyM,
    },
    warnings: warningsOf(site, request.declared),
    coverage,
    concerned: sorted.filter((hit) => hit.relation !== 'too-close'),
    tooCloseToCall: sorted.filter((hit) => hit.relation === 'too-close' && !tooCoarse.has(hit.placeId)),
    notConcerned: coverage === 'outside' ? [] : misses,
    planDoesNotSay: silences({
      standing: asker.silences,
      coverage,
      covered: covering?.percent ?? null,
      siteM: site.kind === 'point' ? 0 : site.sizeM,
      tooCoarse: sorted.filter((hit) => tooCoarse.has(hit.placeId)),
      missed: misses,
    }),
  };
}

/**
 * Whether what is drawn cannot decide anything about a site of this size: it is known less exactly than the site is
 * large, or, an area, than it is wide itself. A point has no size, so only the second holds for it.
 */
function isTooCoarse(site: Site, target: Target): boolean {
  const coarserThanSite = site.kind !== 'point' && target.accuracyM > site.sizeM;
  return coarserThanSite || (target.widthM > 0 && target.accuracyM > target.widthM);
}

function warningsOf(site: Site, declared: DeclaredArea | undefined): SiteWarning[] {
  if (site.kind !== 'parcel') return [];
  const crossed: SiteWarning[] =
    site.asDrawnM2 === site.areaM2
      ? []
      : [{ code: 'rings-cross', asDrawnM2: Math.max(0, site.asDrawnM2), countedM2: site.areaM2 }];
  return [...crossed, ...declaredAreaWarnings(declared, site.areaM2)];
}

const RANK = { inside: 0, part: 1, holds: 2, 'too-close': 3, outside: 4 } as const;

/** By theme, the surest first; then places before what is made of them, the larger share, the nearer, the name. */
function inOrder(asker: PlanAsker): (a: SiteHit, b: SiteHit) => number {
  const amount = (hit: SiteHit): number => hit.areaM2?.value ?? hit.lengthM?.value ?? 0;
  const made = (hit: SiteHit): number => (asker.places.get(hit.placeId)?.members ? 1 : 0);
  return (a, b) =>
    (asker.themes.get(a.theme) ?? Infinity) - (asker.themes.get(b.theme) ?? Infinity) ||
    RANK[a.relation] - RANK[b.relation] ||
    made(a) - made(b) ||
    amount(b) - amount(a) ||
    a.distanceToEdgeM - b.distanceToEdgeM ||
    byCharacters(a.placeId, b.placeId);
}
