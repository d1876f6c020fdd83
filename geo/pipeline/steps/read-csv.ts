import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import Papa from 'papaparse';
import * as v from 'valibot';

import type { Problem } from '../../../src/lint/problem';

export interface CsvRows<T> {
  rows: T[];
  problems: Problem[];
}

/**
 * Reads a table of a plan. A row that does not fit becomes a problem that names it; the others stand. A plan without
 * the table has no rows.
 */
export async function readCsv<S extends v.GenericSchema>(
  path: string,
  file: string,
  code: string,
  shape: (row: Record<string, string>) => unknown,
  schema: S,
): Promise<CsvRows<v.InferOutput<S>>> {
  const found: CsvRows<v.InferOutput<S>> = { rows: [], problems: [] };
  if (!existsSync(path)) return found;
  const table = Papa.parse<Record<string, string>>(await readFile(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const complain = (line: number, message: string): void => {
    found.problems.push({ code, severity: 'error', file, id: `row ${line}`, message, fix: 'correct the row' });
  };
  for (const { row, message } of table.errors) complain((row ?? 0) + 2, message);
  table.data.forEach((raw, index) => {
    const parsed = v.safeParse(schema, shape(raw));
    if (parsed.success) found.rows.push(parsed.output);
    else for (const issue of parsed.issues) complain(index + 2, `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  });
  return found;
}
