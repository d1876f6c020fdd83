import Papa from 'papaparse';
import * as v from 'valibot';

import { decodeText } from '../importers/decode-text';
import type { Problem } from './problem';

/** A table of a plan as it lies in its folder; `bytes` is `null` where the plan has none. */
export interface TableFile {
  /** As problems name it. */
  name: string;
  bytes: Uint8Array | null;
}

export interface TableRows<T> {
  rows: T[];
  problems: Problem[];
}

/** The rows of a table. One that does not fit becomes a problem that names it; the others stand. */
export function readTable<S extends v.GenericSchema>(
  { name, bytes }: TableFile,
  code: string,
  shape: (row: Record<string, string>) => unknown,
  schema: S,
): TableRows<v.InferOutput<S>> {
  const found: TableRows<v.InferOutput<S>> = { rows: [], problems: [] };
  if (bytes === null) return found;
  const table = Papa.parse<Record<string, string>>(decodeText(bytes).text, { header: true, skipEmptyLines: true });
  const complain = (line: number, message: string): void => {
    found.problems.push({ code, severity: 'error', file: name, id: `row ${line}`, message, fix: 'correct the row' });
  };
  for (const { row, message } of table.errors) complain((row ?? 0) + 2, message);
  table.data.forEach((raw, index) => {
    const parsed = v.safeParse(schema, shape(raw));
    if (parsed.success) found.rows.push(parsed.output);
    else for (const issue of parsed.issues) complain(index + 2, `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  });
  return found;
}

/** What the linter needs of a row of the worksheet. */
const CandidateSchema = v.object({ words: v.string(), decision: v.string() });

/** The candidate places of a worksheet about which nobody has decided. */
export function readWorksheet(file: TableFile): TableRows<string> {
  const { rows, problems } = readTable(file, 'TC029', (row) => row, CandidateSchema);
  return { rows: rows.filter(({ decision }) => decision === '').map(({ words }) => words), problems };
}
