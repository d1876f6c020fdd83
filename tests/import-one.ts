import type { Imported, ImportedFile, ImportOptions } from '../src/importers/imported';
import { readFiles } from '../src/importers/read-files';

export const IMPORT_OPTIONS: ImportOptions = { coverage: [102, 24, 104, 27] };

/** The first result of one dropped file. */
export async function importOne(
  name: string,
  content: string | Uint8Array,
  options: ImportOptions = IMPORT_OPTIONS,
): Promise<Imported> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const [first] = await readFiles([{ name, bytes }], options);
  if (!first) throw new Error('nothing was read');
  return first;
}

/** The same, for a file that must be readable. */
export async function importSound(
  name: string,
  content: string | Uint8Array,
  options: ImportOptions = IMPORT_OPTIONS,
): Promise<ImportedFile> {
  const result = await importOne(name, content, options);
  if (!result.ok) throw new Error(`${result.reason} ${result.detail}`);
  return result;
}

export const warningCodes = ({ warnings }: ImportedFile): string[] => warnings.map(({ code }) => code);

/** Number of the record and why it was rejected. */
export const rejections = ({ rejected }: ImportedFile): [number, string][] =>
  rejected.map(({ record, reason }) => [record.number, reason]);
