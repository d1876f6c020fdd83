import { join } from 'node:path';

import * as v from 'valibot';

import { CommitmentSchema, ProgressSchema, TermSchema } from '../../../src/contract/commitment';
import type { Words } from '../draft';
import { readCsv } from './read-csv';

const TranslatedSchema = v.strictObject({ division: v.string(), text: v.pipe(v.string(), v.nonEmpty()) });

/** The tables of `seeds/<plan>/` that are ours: commitments, progress, translation, glossary. */
export async function readWords(folder: string, name: (path: string) => string): Promise<Words> {
  const table = <S extends v.GenericSchema>(
    file: string,
    code: string,
    shape: (row: Record<string, string>) => unknown,
    schema: S,
  ): ReturnType<typeof readCsv<S>> => readCsv(join(folder, file), name(join(folder, file)), code, shape, schema);

  const [commitments, progress, translation, glossary] = await Promise.all([
    table('commitments.csv', 'TC020', commitmentShape, CommitmentSchema),
    table('progress.csv', 'TC023', progressShape, ProgressSchema),
    table('translation.en.csv', 'TC024', ({ division, text }) => ({ division, text }), TranslatedSchema),
    table('glossary.csv', 'TC025', termShape, TermSchema),
  ]);
  return {
    commitments: commitments.rows,
    progress: progress.rows,
    translation: translation.rows,
    glossary: glossary.rows,
    problems: [commitments, progress, translation, glossary].flatMap(({ problems }) => problems),
  };
}

type Row = Record<string, string>;
const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);
const list = (text: string | undefined): string[] => (text ?? '').split(';').filter((id) => id !== '');

function commitmentShape(row: Row): unknown {
  const quantity = orNull(row['quantity']);
  return {
    id: row['id'],
    division: row['division'],
    quote: row['quote'],
    kind: row['kind'],
    places: list(row['places']),
    scope: row['scope'],
    quantity: quantity === null ? null : Number(quantity),
    unit: orNull(row['unit']),
    deadline: orNull(row['deadline']),
    deadlineText: orNull(row['deadline_text']),
    deadlineBasis: orNull(row['deadline_basis']) ?? 'none',
    summary: { zh: row['summary_zh'], en: row['summary_en'] },
  };
}

function progressShape(row: Row): unknown {
  return {
    commitment: orNull(row['commitment']),
    place: orNull(row['place']),
    asOf: row['as_of'],
    statement: { zh: row['statement_zh'], en: row['statement_en'] },
    publisher: row['publisher'],
    url: orNull(row['url']),
  };
}

function termShape(row: Row): unknown {
  return { term: row['term'], en: row['en'], note: { zh: row['note_zh'], en: row['note_en'] } };
}
