import type { Place } from '../../src/contract/place';
import type { PlanAsker } from '../../src/extract/plan-asker';
import type { Carried } from '../../src/extract/site-hit';
import { SLIVER_M } from '../../src/spatial/relate';

/**
 * A plan as a script for PostGIS 3: schema `tuce` with tables `plan`, `places`, `provisions` and the function
 * `tuce_extract(site geometry)`, which gives the relation, the amounts with their bounds and the provisions of every
 * place that a site in EPSG:4326 may concern. Running it again replaces the schema.
 */
export function postgisSql(asker: PlanAsker, dataSha256: string): string {
  const { plan } = asker.data.document;
  const [west, , east] = plan.frame;
  return [
    `-- ${plan.title.zh}`,
    `-- ${plan.id}, published ${plan.published}; data ${dataSha256}`,
    'BEGIN;',
    'CREATE EXTENSION IF NOT EXISTS postgis;',
    'DROP FUNCTION IF EXISTS tuce_extract(geometry);',
    'DROP SCHEMA IF EXISTS tuce CASCADE;',
    'CREATE SCHEMA tuce;',
    TABLES,
    insert('plan', [
      [plan.id, plan.title.zh, plan.published, dataSha256, projection((west + east) / 2)].map(literal).join(', '),
    ]),
    METRIC,
    insert(
      'places (place_id, theme, kind, name_zh, name_en, accuracy_m, idealisation, members, geom)',
      asker.targets.map(({ place, target }) =>
        [
          ...[place.id, place.theme, place.kind, place.name.zh, place.name.en].map(literal),
          String(target.accuracyM),
          literal(place.idealisation),
          texts(place.members ?? []),
          `ST_SetSRID(ST_GeomFromGeoJSON(${literal(JSON.stringify(target.geometry))}), 4326)`,
        ].join(', '),
      ),
    ),
    PREPARE,
    insert(
      'provisions',
      asker.targets.flatMap(({ place, carried }) => provisionRows(place, carried)),
    ),
    FUNCTION,
    'COMMIT;',
    '',
  ].join('\n\n');
}

/** A transverse Mercator projection through the middle of the plan; distances are right to 0.01 % within 100 km of it. */
function projection(lng: number): string {
  return `+proj=tmerc +lat_0=0 +lon_0=${lng.toFixed(4)} +k=1 +x_0=500000 +y_0=0 +ellps=WGS84 +units=m +no_defs`;
}

function provisionRows(place: Place, { provisions, impliedBy }: Carried): string[] {
  return provisions.map(({ divisionId, article, quote, named }, number) =>
    [
      literal(place.id),
      String(number),
      literal(divisionId),
      String(article),
      literal(quote),
      texts(named),
      impliedBy === null ? 'NULL' : literal(impliedBy),
    ].join(', '),
  );
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function texts(list: readonly string[]): string {
  return `ARRAY[${list.map(literal).join(', ')}]::text[]`;
}

function insert(into: string, rows: readonly string[]): string {
  return rows.length === 0 ? '' : `INSERT INTO tuce.${into} VALUES\n${rows.map((row) => `  (${row})`).join(',\n')};`;
}

const TABLES = `CREATE TABLE tuce.plan (
  plan_id text PRIMARY KEY, title text NOT NULL, published date NOT NULL, data_sha256 text NOT NULL,
  projection text NOT NULL  -- metres, for widths; areas and lengths that are given out are ellipsoidal
);
CREATE TABLE tuce.places (
  place_id text PRIMARY KEY, theme text NOT NULL, kind text NOT NULL, name_zh text NOT NULL, name_en text NOT NULL,
  accuracy_m double precision NOT NULL,  -- the true position lies within this distance with 95 % confidence
  idealisation text NOT NULL, members text[] NOT NULL,
  geom geometry(Geometry, 4326) NOT NULL,
  edge geography,       -- boundary of an area, or the line or point; edges straight in longitude and latitude
  edge_m geometry,      -- the same in metres of the plan's projection
  geom_m geometry,      -- the place in the same
  soft_m geometry,      -- within accuracy_m of the boundary of an area, in the same
  reach geometry(Polygon, 4326)  -- box that no site can leave and still be in question
);
CREATE TABLE tuce.provisions (
  place_id text REFERENCES tuce.places, number int, division_id text NOT NULL, article int NOT NULL,
  quote text NOT NULL, named text[] NOT NULL, implied_by text,
  PRIMARY KEY (place_id, number)
);`;

/** Edges are cut short before a change of geometry type, because each type draws them straight in another sense. */
const METRIC = `CREATE FUNCTION tuce.fine(g geometry) RETURNS geometry LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT CASE WHEN ST_Dimension(g) = 0 THEN g ELSE ST_Segmentize(g, 0.01) END $$;
CREATE FUNCTION tuce.metric(g geometry) RETURNS geometry LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT ST_Transform(tuce.fine(g), projection) FROM tuce.plan $$;
-- Within some metres of the boundary of an area. Not ST_Buffer(ST_Boundary(g)): GEOS 3.11 leaves a hole in it where the
-- distance is greater than the area is wide.
CREATE FUNCTION tuce.soft(g geometry, by_m double precision) RETURNS geometry LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT ST_Difference(ST_Buffer(g, by_m, 'quad_segs=64'), ST_Buffer(g, -by_m, 'quad_segs=64')) $$;`;

const PREPARE = `UPDATE tuce.places SET
  edge = tuce.fine(CASE WHEN ST_Dimension(geom) = 2 THEN ST_Boundary(geom) ELSE geom END)::geography,
  edge_m = tuce.metric(CASE WHEN ST_Dimension(geom) = 2 THEN ST_Boundary(geom) ELSE geom END),
  geom_m = tuce.metric(geom),
  reach = ST_Envelope(ST_Expand(geom, accuracy_m / 90000.0));
UPDATE tuce.places SET soft_m = tuce.soft(geom_m, accuracy_m) WHERE ST_Dimension(geom) = 2;
UPDATE tuce.places SET reach = ST_Expand(ST_Envelope(geom), 1e-6) WHERE ST_GeometryType(reach) <> 'ST_Polygon';
CREATE INDEX ON tuce.places USING gist (reach);`;

const FUNCTION = `-- inside: all of the site; part: some of it surely; holds: the site surely contains some of the line or the point;
-- too-close: the position is not known well enough to tell. A place that is not returned lies surely apart.
CREATE FUNCTION tuce_extract(site geometry) RETURNS TABLE (
  place_id text, theme text, name text, relation text,
  area_m2 double precision, area_min_m2 double precision, area_max_m2 double precision,
  length_m double precision, length_min_m double precision, length_max_m double precision,
  distance_to_edge_m double precision, accuracy_m double precision, provisions jsonb
) LANGUAGE sql STABLE PARALLEL SAFE AS $$
WITH asked AS MATERIALIZED (SELECT tuce.fine(site)::geography AS site_g, tuce.metric(site) AS site_m),
near AS MATERIALIZED (
  SELECT p.*, ST_Dimension(site) AS ds, ST_Dimension(p.geom) AS dp, site_g, site_m, ST_Distance(p.edge_m, site_m) AS d_m
  FROM tuce.places p, asked WHERE p.reach && site
),
-- The projection is right to 0.02 %: where that decides, the distance on the ellipsoid does.
far AS MATERIALIZED (
  SELECT near.*, CASE WHEN abs(d_m - near.accuracy_m) <= 0.001 * near.accuracy_m + 0.1
    THEN ST_Distance(edge, site_g) ELSE d_m END AS d
  FROM near
),
-- What is common to both, as drawn and with the edge moved in and out by the accuracy.
common AS MATERIALIZED (
  SELECT far.*, ST_Covers(geom, site) AS covered,
    CASE WHEN dp = 2 AND ds > 0 THEN ST_Intersection(geom_m, site_m)
         WHEN dp < 2 AND ds = 2 THEN ST_Intersection(geom_m, site_m) END AS both_m,
    CASE WHEN dp = 2 AND ds > 0 THEN soft_m
         WHEN dp < 2 AND ds = 2 THEN tuce.soft(site_m, far.accuracy_m) END AS soft
  FROM far WHERE d <= far.accuracy_m OR (dp = 2 AND ST_Intersects(geom, site)) OR (ds = 2 AND ST_Intersects(geom, site))
),
measured AS MATERIALIZED (
  SELECT common.*, ST_Difference(both_m, soft) AS sure_m,
    ST_Intersection(CASE WHEN dp = 2 THEN ST_Difference(site_m, geom_m) ELSE ST_Difference(geom_m, site_m) END, soft)
      AS more_m
  FROM common
),
amounts AS MATERIALIZED (
  SELECT measured.*,
    -- Shares in the plane, amounts on the ellipsoid.
    CASE WHEN ds = 2 AND dp = 2 THEN ST_Area(site_g) / ST_Area(site_m) END AS per_area,
    ST_Area(both_m) AS a, ST_Area(sure_m) AS a_min, ST_Area(both_m) + ST_Area(more_m) AS a_max,
    ST_Length(both_m) AS l, ST_Length(sure_m) AS l_min, ST_Length(both_m) + ST_Length(more_m) AS l_max
  FROM measured
)
SELECT place_id, theme, name_zh,
  CASE
    WHEN ds = 0 THEN CASE WHEN d <= accuracy_m THEN 'too-close' ELSE 'inside' END
    WHEN dp = 2 AND d > accuracy_m AND covered THEN 'inside'
    WHEN dp = 2 AND ds = 2 AND a_min >= ${SLIVER_M ** 2} AND 2 * a / ST_Perimeter(both_m) >= ${SLIVER_M} THEN 'part'
    WHEN dp = 2 AND ds = 1 AND l_min >= ${SLIVER_M} THEN 'part'
    WHEN dp = 1 AND ds = 2 AND l_min >= ${SLIVER_M} THEN 'holds'
    WHEN dp = 0 AND ds = 2 AND NOT ST_IsEmpty(sure_m) THEN 'holds'
    ELSE 'too-close'
  END,
  a * per_area, a_min * per_area, a_max * per_area,
  CASE WHEN ds + dp = 3 THEN l END, CASE WHEN ds + dp = 3 THEN l_min END, CASE WHEN ds + dp = 3 THEN l_max END,
  d, accuracy_m,
  (SELECT jsonb_agg(jsonb_build_object('division', v.division_id, 'article', v.article, 'quote', v.quote) ORDER BY v.number)
     FROM tuce.provisions v WHERE v.place_id = amounts.place_id)
FROM amounts ORDER BY theme, place_id
$$;`;
