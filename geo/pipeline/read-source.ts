import { type DocumentFault, readDocumentFile } from '../../src/importers/document-file';
import { type DocumentForm, formOf } from '../../src/policy/parse/parse-document';
import { type ParseProblem, readerProblems } from '../../src/policy/parse/parse-problem';

/** A document as text, and how it is written down. */
export interface Source {
  source: string;
  form: DocumentForm;
  /** What was lost on the way from bytes to text. */
  problems: ParseProblem[];
}

/** Thrown for bytes that are no document of a kind that can be read. */
export class UnreadableDocumentError extends Error {
  override name = 'UnreadableDocumentError';
}

const FAULTS: Readonly<Record<DocumentFault, string>> = {
  'old-word': 'is an old Word document: save it as .docx, .html or .txt first',
  pdf: 'is a PDF: save it as .docx, .html or .txt first',
  'broken-word': 'cannot be read as a Word document',
  'no-text': 'is no text',
  'reader-missing': 'cannot be read without mammoth: npm ci',
};

/** A document of any kind as text. Throws {@link UnreadableDocumentError} for what is none, such as a PDF. */
export async function sourceOf(bytes: Uint8Array, fileName: string): Promise<Source> {
  const file = await readDocumentFile(bytes);
  if (!file.ok) throw new UnreadableDocumentError(`${fileName} ${FAULTS[file.reason]}`, { cause: file.cause });
  const { source, form, messages } = file.read;
  return { source, form: form ?? formOf(source, fileName), problems: readerProblems(messages) };
}
