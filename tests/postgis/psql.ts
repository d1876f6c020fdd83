import { execFileSync } from 'node:child_process';

import type { PlanGeometry } from '../../src/contract/features';

/** Runs SQL in the database that PGHOST, PGPORT, PGUSER and PGDATABASE name. */
export function psql(sql: string): string {
  return execFileSync('psql', ['-q', '-X', '-A', '-t', '-F', '\t', '-v', 'ON_ERROR_STOP=1'], {
    input: `SET client_min_messages = warning;\n${sql}`,
    encoding: 'utf8',
    maxBuffer: 2 ** 29,
  });
}

/** The rows of a query, cell by cell. */
export function rowsOf(sql: string): string[][] {
  return psql(sql)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}

/** A point or polygon as text with its reference system. */
export function ewkt(geometry: PlanGeometry): string {
  if (geometry.type === 'Point') return `SRID=4326;POINT(${geometry.coordinates.join(' ')})`;
  if (geometry.type !== 'Polygon') throw new Error(geometry.type);
  const rings = geometry.coordinates.map((ring) => `(${ring.map((at) => at.join(' ')).join(',')})`);
  return `SRID=4326;POLYGON(${rings.join(',')})`;
}
