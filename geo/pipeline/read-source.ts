import mammoth from 'mammoth';

import { decodeText } from '../../src/importers/decode-text';
import { type DocumentForm, formOf } from '../../src/policy/parse/parse-document';
import type { ParseProblem } from '../../src/policy/parse/parse-problem';

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

/**
 * A document of any kind as text: HTML, Markdown and plain text in UTF-8, UTF-16 or GB 18030 (which holds GBK), and
 * Word's `.docx`. Throws {@link UnreadableDocumentError} for what is none of them, such as a PDF or an old `.doc`.
 */
export async function sourceOf(bytes: Buffer, fileName: string): Promise<Source> {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return docxSource(bytes, fileName);
  const old = bytes.subarray(0, 4).toString('hex') === 'd0cf11e0';
  if (old || bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    const what = old ? 'an old Word document' : 'a PDF';
    throw new UnreadableDocumentError(`${fileName} is ${what}: save it as .docx, .html or .txt first`);
  }
  const { text } = decodeText(bytes);
  if (text.includes('\u0000')) throw new UnreadableDocumentError(`${fileName} is no text`);
  return { source: text, form: formOf(text, fileName), problems: [] };
}

async function docxSource(bytes: Buffer, fileName: string): Promise<Source> {
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: bytes },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
    );
    // A style that is not known carries no words.
    const told = messages.filter(({ message }) => !/^Unrecognised (?:paragraph|run|table) style/u.test(message));
    return {
      source: `<article>${value}</article>`,
      form: 'html',
      problems: told.map(({ message }) => ({ line: 1, reason: 'reader-message', text: message.slice(0, 200) })),
    };
  } catch (cause) {
    throw new UnreadableDocumentError(`${fileName} cannot be read as a Word document`, { cause });
  }
}
