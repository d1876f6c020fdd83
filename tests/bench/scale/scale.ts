import { join } from 'node:path';

import { builtPlans, readBuiltPlan } from '../../../geo/ask/plan-files';
import type { PlanGeometry } from '../../../src/contract/features';
import type { Bbox, LngLat } from '../../../src/contract/place';
import { answersNear, extractOf } from '../../../src/extract/extract';
import { type PlanAsker, planAsker, type PlanData } from '../../../src/extract/plan-asker';
import { askHere, type AskIndex, askIndex } from '../../../src/spatial/ask-here';
import { nearMe } from '../../../src/spatial/near';
import { type NearIndex, nearIndex } from '../../../src/spatial/near-index';
import { siteOf } from '../../../src/spatial/site';
import { randomParcel, randomSpot, series } from '../../postgis/random-sites';
import { type Figure, median, type Part, quantile, ratioFigure, timeOf } from '../figures';
import { askPostgis, loadZones, type PostgisQuestion } from './postgis';
import { ZONE_BOX, zonePlan } from './zone-plan';

const RADIUS_M = 1000;
const SIZES = [1000, 10_000, 100_000] as const;
const [FEWEST, , MOST] = SIZES;
/** Sites of one round. */
const POINTS = 1000;
const PARCELS = 400;
/** Extracts with everything that is not concerned, of which there is a line for each zone. */
const WHOLE = 20;

interface Asked {
  asker: PlanAsker;
  near: NearIndex;
  here: AskIndex;
}

function made(data: PlanData): Asked {
  return { asker: planAsker(data), near: nearIndex(data.drawn), here: askIndex(data.drawn) };
}

/** Which zones surely or perhaps hold a site, with the shares of a parcel; how many. */
function zonesOf({ asker }: Asked, geometry: PlanGeometry): number {
  const prepared = siteOf(geometry);
  if (!prepared.ok) throw new Error(prepared.reason);
  let zones = 0;
  for (const { relation } of answersNear(asker, prepared.site).values()) if (relation !== 'outside') zones += 1;
  return zones;
}

function nearOf({ near }: Asked, geometry: PlanGeometry): number {
  const answer = nearMe(spotOf(geometry), RADIUS_M, near);
  return answer.nearby.length + answer.themes.reduce((sum, { hits }) => sum + hits.length, 0);
}

function spotOf(geometry: PlanGeometry): LngLat {
  const [lng = NaN, lat = NaN] = geometry.type === 'Point' ? geometry.coordinates : [];
  return [lng, lat];
}

function extract({ asker }: Asked, geometry: PlanGeometry): void {
  const stamp = { created: new Date(0).toISOString(), dataSha256: '' };
  extractOf(asker, { id: '', name: null, geometry, inputCrs: 'EPSG:4326' }, stamp);
}

const random = series(7);
const point = (at: LngLat): PlanGeometry => ({ type: 'Point', coordinates: at });

function pointIn([west, south, east, north]: Bbox): PlanGeometry {
  return point([west + random() * (east - west), south + random() * (north - south)]);
}

/** Of 20 m to 3 km, as they come. */
function parcelIn(box: Bbox): PlanGeometry {
  return randomParcel(random, spotOf(pointIn(box)));
}

/** Times of many acts, all rounds together, and their figure. */
class Times {
  readonly all: number[] = [];
  figure(what: string, atMost?: number): Figure {
    const of = `${this.all.length} times, median ${median(this.all).toFixed(3)} ms`;
    return { what, value: quantile(this.all, 0.99), unit: 'ms', ...(atMost !== undefined && { goal: { atMost } }), of };
  }
}

/** The plan as it is shipped: half of the sites about as far from a drawn vertex as that is accurate. */
async function shippedPlan(rounds: number): Promise<Figure[]> {
  const folder = join(process.cwd(), 'public', 'data');
  const [id = ''] = (await builtPlans(folder)) ?? [];
  const { data } = await readBuiltPlan(folder, id);
  const plan = made(data);
  const targets = plan.asker.targets.map(({ target }) => target);
  const box = plan.asker.places.get(data.document.plan.coverage)?.bbox ?? data.document.plan.frame;
  const spot = (): LngLat => randomSpot(random, box, targets);
  const [points, near, parcels] = [new Times(), new Times(), new Times()];
  for (let round = -1; round < rounds; round += 1) {
    const keep = (times: Times, timesMs: readonly number[]): void => void (round >= 0 && times.all.push(...timesMs));
    const sites = Array.from({ length: POINTS }, () => point(spot()));
    const areas = Array.from({ length: PARCELS }, () => randomParcel(random, spot()));
    keep(
      points,
      sites.map((site) => timeOf(() => extract(plan, site))),
    );
    keep(
      near,
      sites.map((site) => timeOf(() => void nearOf(plan, site))),
    );
    keep(
      parcels,
      areas.map((site) => timeOf(() => extract(plan, site))),
    );
  }
  return [
    points.figure('extract of a point, shipped plan, p99', 1),
    near.figure('near me within 1 km, shipped plan, p99', 3),
    parcels.figure('extract of a parcel, shipped plan, p99', 10),
  ];
}

/** Ours and theirs about the same sites, round by round. */
class Duel {
  readonly medians: number[] = [];
  readonly p99s: number[] = [];
  constructor(
    readonly question: PostgisQuestion,
    readonly name: string,
    readonly atMost?: number,
  ) {}
  round(oursMs: readonly number[], zones: readonly number[] | null, sites: readonly PlanGeometry[]): void {
    const theirs = askPostgis(this.question, sites);
    const differing = zones?.filter((count, number) => count !== theirs.zones[number]).length ?? 0;
    // Another projection: a zone at the very reach of a site is in one answer and not in the other.
    if (differing > sites.length * 0.02)
      throw new Error(`${this.name}: ${differing} sites answered otherwise by PostGIS`);
    this.medians.push(median(oursMs) / median(theirs.timesMs));
    this.p99s.push(quantile(oursMs, 0.99) / quantile(theirs.timesMs, 0.99));
  }
  figures(): Figure[] {
    if (this.medians.length === 0) return [];
    const goal = this.atMost === undefined ? undefined : { atMost: this.atMost };
    return [
      ratioFigure(`${this.name}, medians`, this.medians, goal),
      ratioFigure(`${this.name}, p99s`, this.p99s, goal),
    ];
  }
}

async function measure({ rounds }: { rounds: number }): Promise<Figure[]> {
  const figures = await shippedPlan(rounds);
  const plans = new Map<number, Asked>();
  for (const size of SIZES) plans.set(size, made(zonePlan(size)));
  const most = plans.get(MOST);
  if (!most) throw new Error('no zones');
  const there = loadZones(most.asker.data);
  if (!there) console.log('No PostGIS (see tests/postgis/README.md): nothing is compared with it.');

  const names = ['point', 'click', 'near', 'parcel'] as const;
  const times = new Map(SIZES.flatMap((size) => names.map((name) => [`${name} ${size}`, new Times()])));
  const duels = [
    new Duel('point', 'zones of a point, beside PostGIS', 1),
    new Duel('near', 'near me within 1 km, beside PostGIS', 1),
    new Duel('overlay', 'shares of a parcel with bounds, beside PostGIS', 2),
    new Duel('share', 'shares of a parcel with bounds, beside PostGIS without bounds'),
  ] as const;
  const growth: Record<'point' | 'click', number[]> = { point: [], click: [] };
  for (let round = -1; round < rounds; round += 1) {
    const points = Array.from({ length: POINTS }, () => pointIn(ZONE_BOX));
    const parcels = Array.from({ length: PARCELS }, () => parcelIn(ZONE_BOX));
    const medians = new Map<string, number>();
    for (const [size, plan] of plans) {
      const counts = { point: [] as number[], near: [] as number[], parcel: [] as number[] };
      const taken = {
        point: points.map((site) => timeOf(() => void counts.point.push(zonesOf(plan, site)))),
        click: points.map((site) => timeOf(() => void askHere(spotOf(site), 0, plan.here))),
        near: points.map((site) => timeOf(() => void counts.near.push(nearOf(plan, site)))),
        parcel: parcels.map((site) => timeOf(() => void counts.parcel.push(zonesOf(plan, site)))),
      };
      // The first round is for warming up.
      if (round < 0) continue;
      for (const name of names) {
        times.get(`${name} ${size}`)?.all.push(...taken[name]);
        medians.set(`${name} ${size}`, median(taken[name]));
      }
      if (size !== MOST || !there) continue;
      duels[0].round(taken.point, counts.point, points);
      duels[1].round(taken.near, null, points);
      duels[2].round(taken.parcel, counts.parcel, parcels);
      duels[3].round(taken.parcel, null, parcels);
    }
    if (round < 0) continue;
    for (const name of ['point', 'click'] as const)
      growth[name].push((medians.get(`${name} ${MOST}`) ?? NaN) / (medians.get(`${name} ${FEWEST}`) ?? NaN));
  }
  const goals = { point: 0.5, click: 0.5, near: 10, parcel: 100 };
  const said = {
    point: 'zones of a point',
    click: 'what a click is on',
    near: 'near me within 1 km',
    parcel: 'shares of a parcel with bounds',
  };
  for (const size of SIZES) {
    for (const name of names) {
      const goal = size === MOST ? goals[name] : undefined;
      const figure = times
        .get(`${name} ${size}`)
        ?.figure(`${said[name]}, ${size.toLocaleString('en')} zones, p99`, goal);
      if (figure) figures.push(figure);
    }
  }
  const whole = new Times();
  for (let count = 0; count < WHOLE; count += 1) {
    const site = pointIn(ZONE_BOX);
    whole.all.push(timeOf(() => extract(most, site)));
  }
  figures.push(
    whole.figure(`whole extract of a point with its ${MOST.toLocaleString('en')} lines of what it misses, p99`),
    ratioFigure('zones of a point, from 1,000 to 100,000 zones', growth.point, { atMost: 5 }),
    ratioFigure('what a click is on, from 1,000 to 100,000 zones', growth.click, { atMost: 5 }),
    ...duels.flatMap((duel) => duel.figures()),
  );
  return figures;
}

/** Questions about the shipped plan and about made-up zones, here and beside a PostGIS on the same machine. */
export const SCALE: Part = { name: 'scale', measure };
