import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import geodesic from 'geographiclib-geodesic';

import { builtPlans, readBuiltPlan } from '../../geo/ask/plan-files';
import { postgisSql } from '../../geo/ask/postgis-sql';
import { samplesOf } from '../../src/spatial/edges';
import type { PlanGeometry } from '../../src/contract/features';
import { planAsker } from '../../src/extract/plan-asker';
import { bboxOf } from '../../src/spatial/bbox';
import { degreeLengthsAt } from '../../src/spatial/ellipsoid';
import { distanceToEdgeM, relate } from '../../src/spatial/relate';
import { type Site, siteOf } from '../../src/spatial/site';
import { ewkt, psql, rowsOf } from './psql';
import { randomParcel, randomSpot, series } from './random-sites';

/**
 * `npm run test:postgis`: the shipped plan and the spatial code against PostGIS. See README.md beside this file. `psql`
 * takes the database from PGHOST, PGPORT, PGUSER, PGDATABASE; the schema `tuce` in it is replaced.
 */
const [POINTS, PARCELS, MEASURED] = [10_000, 1_000, 500];

interface Asked {
  id: number;
  geometry: PlanGeometry;
  site: Site;
}

const folder = join(process.cwd(), 'public', 'data');
const [planId = ''] = (await builtPlans(folder)) ?? [];
const { data, dataSha256 } = await readBuiltPlan(folder, planId);
const asker = planAsker(data);
const targets = asker.targets.map(({ target }) => target);
const coverage = asker.targets.find(({ place }) => place.id === data.document.plan.coverage)?.target;
const box = coverage?.box ?? bboxOf({ type: 'MultiPoint', coordinates: [data.document.plan.frame.slice(0, 2)] });

function prepare(id: number, geometry: PlanGeometry): Asked {
  const prepared = siteOf(geometry);
  if (!prepared.ok) throw new Error(`site ${id}: ${prepared.reason}`);
  return { id, geometry, site: prepared.site };
}

const random = series(20_211_123);
const spot = (): [number, number] => randomSpot(random, box, targets);
const points = Array.from({ length: POINTS }, (_, id) => prepare(id, { type: 'Point', coordinates: spot() }));
const parcels = Array.from({ length: PARCELS }, (_, id) => prepare(POINTS + id, randomParcel(random, spot())));

psql(postgisSql(asker, dataSha256));
psql(
  `CREATE TABLE tuce.sites (id int PRIMARY KEY, geom geometry(Geometry, 4326));
   COPY tuce.sites FROM STDIN;
${[...points, ...parcels].map(({ id, geometry }) => `${id}\t${ewkt(geometry)}`).join('\n')}
\\.
`,
);

/** The greatest of some shares, in percent, and the figures it came from. */
class Worst {
  count = 0;
  percent = 0;
  where = '';
  add(ours: number, theirs: number, where: string): void {
    this.count += 1;
    const percent = theirs === 0 ? 0 : Math.abs(ours / theirs - 1) * 100;
    if (percent <= this.percent) return;
    this.percent = percent;
    this.where = `${where}: ${ours.toFixed(3)} here, ${theirs.toFixed(3)} there`;
  }
}

const report: string[] = [];
const say = (line: string): void => {
  console.log(line);
  report.push(line);
};
const [[version = ''] = []] = rowsOf('SELECT postgis_full_version()');
say(`PostGIS: ${version.match(/POSTGIS="[^"]+"|GEOS="[^"]+"|PROJ="[^"]+"/gu)?.join(', ') ?? version}`);
say('');
say('| compared | pairs | greatest difference | at |');
say('|---|---|---|---|');

const areas = new Worst();
for (const [id, area] of rowsOf(
  `SELECT id, ST_Area(geom::geography) FROM tuce.sites WHERE id >= ${POINTS} AND id < ${POINTS + MEASURED}`,
)) {
  areas.add(parcels[Number(id) - POINTS]?.site.areaM2 ?? NaN, Number(area), `parcel ${id}`);
}
say(`| area of a parcel | ${areas.count} | ${areas.percent.toFixed(5)} % | ${areas.where} |`);

const byId = new Map(asker.targets.map(({ place, target }) => [place.id, target]));
const common = new Worst();
for (const [id, place = '', area] of rowsOf(
  `SELECT s.id, p.place_id, ST_Area(ST_Intersection(s.geom, p.geom)::geography) FROM tuce.sites s JOIN tuce.places p
     ON ST_Dimension(p.geom) = 2 AND p.geom && s.geom AND ST_Intersects(p.geom, s.geom)
   WHERE s.id >= ${POINTS} AND s.id < ${POINTS + MEASURED}`,
)) {
  const [site, target] = [parcels[Number(id) - POINTS]?.site, byId.get(place)];
  if (!site || !target || Number(area) < 1) continue;
  common.add(relate(site, target).areaM2?.value ?? NaN, Number(area), `parcel ${id}, ${place}`);
}
say(
  `| area common to a parcel and a place (from 1 m²) | ${common.count} | ${common.percent.toFixed(5)} % | ${common.where} |`,
);

/** Metres between two geometries by GeographicLib, from samples that are taken closer around the nearest pair. */
function geodesicM(site: PlanGeometry, place: PlanGeometry): number {
  let [spots, edge] = [samplesOf(site, 10), samplesOf(place, 10)];
  let metres = NaN;
  for (let round = 0; round < 3; round += 1) {
    let [least, here, there] = [Infinity, 0, 0];
    spots.forEach(([lng1, lat1], i) => {
      const { lngM, latM } = degreeLengthsAt(lat1);
      edge.forEach(([lng2, lat2], j) => {
        const squared = ((lng1 - lng2) * lngM) ** 2 + ((lat1 - lat2) * latM) ** 2;
        if (squared < least) [least, here, there] = [squared, i, j];
      });
    });
    const [[lng1 = NaN, lat1 = NaN] = [], [lng2 = NaN, lat2 = NaN] = []] = [spots[here], edge[there]];
    metres = geodesic.Geodesic.WGS84.Inverse(lat1, lng1, lat2, lng2).s12 ?? NaN;
    const around = (list: typeof spots, index: number, stepM: number): typeof spots =>
      samplesOf({ type: 'LineString', coordinates: list.slice(Math.max(0, index - 1), index + 2) }, stepM);
    const stepM = 0.3 / 30 ** round;
    [spots, edge] = [around(spots, here, stepM), around(edge, there, stepM)];
  }
  return metres;
}

const distances = new Worst();
const arbitrated = new Worst();
let closeM = 0;
for (const [id, place = '', distance] of rowsOf(
  `SELECT s.id, p.place_id, ST_Distance(p.edge, tuce.fine(s.geom)::geography)
   FROM tuce.sites s JOIN (SELECT *, row_number() OVER (ORDER BY place_id) AS n FROM tuce.places) p ON p.n % 7 = s.id % 7
   WHERE s.id >= ${POINTS} AND s.id < ${POINTS + MEASURED}`,
)) {
  const [site, target] = [parcels[Number(id) - POINTS]?.site, byId.get(place)];
  if (!site || !target) continue;
  const ours = distanceToEdgeM(site, target);
  if (Number(distance) < 10) closeM = Math.max(closeM, Math.abs(ours - Number(distance)));
  else {
    distances.add(ours, Number(distance), `parcel ${id}, ${place}`);
    if (Math.abs(ours / Number(distance) - 1) > 5e-4)
      arbitrated.add(ours, geodesicM(site.geometry, target.geometry), `parcel ${id}, ${place}`);
  }
}
say(
  `| distance from a parcel to the edge of a place (from 10 m) | ${distances.count} | ${distances.percent.toFixed(5)} % | ${distances.where} |`,
);
say(
  `| the same where PostGIS is more than 0.05 % off, against GeographicLib | ${arbitrated.count} | ` +
    `${arbitrated.percent.toFixed(5)} % | ${arbitrated.where} |`,
);
say(`| the same below 10 m | | ${(closeM * 100).toFixed(2)} cm | |`);

/** Relations here, without `outside`. */
function relations(asked: Asked): Map<string, string> {
  return new Map(
    asker.targets.flatMap(({ place, target }): [string, string][] => {
      const { relation } = relate(asked.site, target);
      return relation === 'outside' ? [] : [[place.id, relation]];
    }),
  );
}

say('');
say('| relation of | pairs that either reports | agree | disagree |');
say('|---|---|---|---|');
const differing: string[] = [];
for (const [what, list] of [
  ['points', points],
  ['parcels', parcels],
] as const) {
  const [from = 0, to = 0] = [list[0]?.id, list.at(-1)?.id];
  const theirs = new Map<string, { relation: string; distance: string; min: string; area: string }>();
  for (const [id, place, relation = '', distance = '', min = '', area = ''] of rowsOf(
    `SELECT s.id, x.place_id, x.relation, x.distance_to_edge_m, coalesce(x.area_min_m2, x.length_min_m),
       coalesce(x.area_m2, x.length_m)
     FROM tuce.sites s, tuce_extract(s.geom) x WHERE s.id BETWEEN ${from} AND ${to}`,
  )) {
    theirs.set(`${id} ${place}`, { relation, distance, min, area });
  }
  let agree = 0;
  let disagree = 0;
  for (const asked of list) {
    const ours = relations(asked);
    for (const place of byId.keys()) {
      const there = theirs.get(`${asked.id} ${place}`);
      const here = ours.get(place);
      if (!there && !here) continue;
      if (there?.relation === here) {
        agree += 1;
        continue;
      }
      disagree += 1;
      const target = byId.get(place);
      const answer = target && relate(asked.site, target);
      differing.push(
        `| ${asked.id} | ${place} | ${here ?? 'outside'} | ${there?.relation ?? 'outside'} | ` +
          `${answer?.distanceToEdgeM.toFixed(3) ?? ''} / ${there?.distance ?? ''} | ${target?.accuracyM ?? ''} | ` +
          `${(answer?.areaM2 ?? answer?.lengthM)?.min.toFixed(2) ?? ''} / ${there?.min ?? ''} |`,
      );
    }
  }
  say(`| ${list.length} ${what} | ${agree + disagree} | ${agree} | ${disagree} |`);
}
if (differing.length > 0) {
  say('');
  say('| site | place | here | there | distance here / there, m | accuracy, m | least common here / there |');
  say('|---|---|---|---|---|---|---|');
  differing.forEach(say);
}
writeFileSync(new URL('report.md', import.meta.url), `# Figures of the last run\n\n${report.join('\n')}\n`);
