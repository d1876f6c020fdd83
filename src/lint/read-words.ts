import * as v from 'valibot';

import { CommitmentSchema, ProgressSchema, TermSchema } from '../contract/commitment';
import type { Words } from './check';
import { readTable, type TableFile } from './read-table';

const TranslatedSchema = v.strictObject({ division: v.string(), text: v.pipe(v.string(), v.nonEmpty()) });

/**
 * The tables of `seeds/<plan>/` that are ours: each column with the field of a row that it becomes. `null` is for the
 * editors and goes no further.
 */
export const WORD_TABLES = {
  'commitments.csv': {
    schema: CommitmentSchema,
    columns: {
      id: 'id',
      division: 'division',
      quote: 'quote',
      kind: 'kind',
      places: 'places',
      scope: 'scope',
      quantity: 'quantity',
      unit: 'unit',
      deadline: 'deadline',
      deadline_text: 'deadlineText',
      deadline_basis: 'deadlineBasis',
      summary_zh: 'summary.zh',
      summary_en: 'summary.en',
      note: null,
    },
  },
  'progress.csv': {
    schema: ProgressSchema,
    columns: {
      commitment: 'commitment',
      place: 'place',
      as_of: 'asOf',
      statement_zh: 'statement.zh',
      statement_en: 'statement.en',
      publisher: 'publisher',
      url: 'url',
    },
  },
  'translation.en.csv': { schema: TranslatedSchema, columns: { division: 'division', text: 'text' } },
  'glossary.csv': {
    schema: TermSchema,
    columns: { term: 'term', en: 'en', note_zh: 'note.zh', note_en: 'note.en' },
  },
} as const;
type WordTable = keyof typeof WORD_TABLES;

/** Commitments, progress, translation and glossary of a plan, from its tables. */
export function readWords(table: (name: WordTable) => TableFile): Words {
  const commitments = readTable(table('commitments.csv'), 'TC020', commitmentShape, CommitmentSchema);
  const progress = readTable(table('progress.csv'), 'TC023', progressShape, ProgressSchema);
  const translation = readTable(table('translation.en.csv'), 'TC024', translationShape, TranslatedSchema);
  const glossary = readTable(table('glossary.csv'), 'TC025', termShape, TermSchema);
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

function translationShape({ division, text }: Row): unknown {
  return { division, text };
}

function termShape(row: Row): unknown {
  return { term: row['term'], en: row['en'], note: { zh: row['note_zh'], en: row['note_en'] } };
}
