import type { PlanGeometry } from '../../../src/contract/features';
import type { PlanData } from '../../../src/extract/plan-asker';
import { ewkt, psql } from '../../postgis/psql';

/**
 * The like questions for PostGIS, in the plane of the zones' Gauss-Krüger strip, with all that can be prepared beforehand
 * prepared: boundaries, soft edges, boxes with their GiST index, statistics, the projection of the sites.
 */
const QUESTIONS = {
  point: `SELECT id, CASE WHEN ST_DWithin(edge_m, $1, accuracy_m) THEN 'too-close' ELSE 'inside' END FROM places
    WHERE reach_m && $1 AND (ST_Intersects(geom_m, $1) OR ST_DWithin(edge_m, $1, accuracy_m))`,
  near: `SELECT id, ST_Distance(geom_m, $1) FROM places WHERE ST_DWithin(geom_m, $1, 1000) ORDER BY 2`,
  // Value, least and most, as an extract has them.
  overlay: `WITH near AS MATERIALIZED (
      SELECT id, geom_m, soft_m, ST_Intersection(geom_m, $1) AS both_m FROM places
      WHERE reach_m && $1 AND ST_DWithin(geom_m, $1, accuracy_m))
    SELECT id, ST_Area(both_m) / ST_Area($1), ST_Area(ST_Difference(both_m, soft_m)) / ST_Area($1),
      (ST_Area(both_m) + ST_Area(ST_Intersection(ST_Difference($1, geom_m), soft_m))) / ST_Area($1) FROM near`,
  // The value alone, as anybody would write it.
  share: `SELECT id, ST_Area(ST_Intersection(geom_m, $1)) / ST_Area($1) FROM places WHERE ST_Intersects(geom_m, $1)`,
} as const;
export type PostgisQuestion = keyof typeof QUESTIONS;

const SESSION = `SET search_path = tuce_bench, public;
SET jit = off; SET max_parallel_workers_per_gather = 0; SET plan_cache_mode = force_generic_plan;
${Object.entries(QUESTIONS)
  .map(([name, sql]) => `PREPARE ${name}(geometry) AS ${sql};`)
  .join('\n')}`;
/** CGCS2000 in the strip around 102° E: metres, true to 0.02 % where the zones are. */
const STRIP = 4543;

/** Loads a plan of areas; `false` where there is no PostGIS to be had. Schema `tuce_bench` is replaced. */
export function loadZones({ drawn, gazetteer: { places } }: PlanData): boolean {
  try {
    psql('SELECT postgis_lib_version()');
  } catch {
    // said by the caller, and shown above by psql itself
    return false;
  }
  const rows = drawn
    .flatMap(({ features }) => features)
    .map(({ geometry }, number) => `${number}\t${ewkt(geometry)}\t${places[number]?.accuracyM ?? 0}`);
  psql(`DROP SCHEMA IF EXISTS tuce_bench CASCADE;
    CREATE SCHEMA tuce_bench;
    SET search_path = tuce_bench, public;
    CREATE UNLOGGED TABLE loaded (id int PRIMARY KEY, geom geometry(Polygon, 4326), accuracy_m float8);
COPY loaded FROM STDIN;
${rows.join('\n')}
\\.
    CREATE UNLOGGED TABLE zones AS SELECT id, accuracy_m, ST_Transform(geom, ${STRIP}) AS geom_m FROM loaded;
    CREATE UNLOGGED TABLE places AS SELECT *, ST_Boundary(geom_m) AS edge_m,
      ST_Difference(ST_Buffer(geom_m, accuracy_m), ST_Buffer(geom_m, -accuracy_m)) AS soft_m,
      ST_Envelope(ST_Expand(geom_m, accuracy_m)) AS reach_m FROM zones;
    CREATE INDEX ON places USING gist (reach_m);
    CREATE INDEX ON places USING gist (geom_m);
    VACUUM ANALYZE places;`);
  return true;
}

/** The number of the zones that each site is answered with, and its time. */
export interface PostgisAnswers {
  zones: number[];
  /** Milliseconds, as PostgreSQL itself takes them. */
  timesMs: number[];
}

/**
 * Asks about sites one by one in one session that has asked about all of them once before. The time is the “Execution
 * Time” of `EXPLAIN (ANALYZE, TIMING OFF)`: without reading the statement, planning, or sending the answer.
 */
export function askPostgis(question: PostgisQuestion, sites: readonly PlanGeometry[]): PostgisAnswers {
  const execute = (before: string): string =>
    `SELECT format('${before} EXECUTE ${question}(%L)', geom_m) FROM sites ORDER BY id \\gexec`;
  const out = psql(`${SESSION}
CREATE TEMP TABLE given (id int, geom geometry);
COPY given FROM STDIN;
${sites.map((site, id) => `${id}\t${ewkt(site)}`).join('\n')}
\\.
CREATE TEMP TABLE sites AS SELECT id, ST_Transform(geom, ${STRIP}) AS geom_m FROM given;
${execute('EXPLAIN (ANALYZE, TIMING OFF)')}
\\echo measured
${execute('EXPLAIN (ANALYZE, TIMING OFF)')}`);
  const [, measured = ''] = out.split('measured\n');
  const numbers = (pattern: RegExp): number[] => [...measured.matchAll(pattern)].map(([, found]) => Number(found));
  const answers = {
    zones: numbers(/^\S.*actual rows=(\d+)/gmu),
    timesMs: numbers(/^ ?Execution Time: ([\d.]+) ms/gmu),
  };
  if (answers.timesMs.length !== sites.length) throw new Error(`${answers.timesMs.length} answers of PostGIS`);
  return answers;
}
