import { decodeText } from './decode-text';
import type * as Docx from './docx';

/** A document as text. `form` is `null` where only a look at the text can tell how it is written down. */
interface ReadDocument {
  source: string;
  form: 'html' | null;
  /** What the reader of Word documents had to say. */
  messages: string[];
}

/** Why bytes are no document that can be read. */
export type DocumentFault = 'old-word' | 'pdf' | 'broken-word' | 'no-text' | 'reader-missing';

export type DocumentFile = { ok: true; read: ReadDocument } | { ok: false; reason: DocumentFault; cause?: unknown };

/**
 * A document of any kind as text: HTML, Markdown and plain text in UTF-8, UTF-16 or GB 18030 (which holds GBK), and
 * Word's `.docx`, told apart by their first bytes. The reader of Word is fetched when there is something for it to read.
 */
export async function readDocumentFile(bytes: Uint8Array): Promise<DocumentFile> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readWord(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { ok: false, reason: 'old-word' };
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return { ok: false, reason: 'pdf' };
  const { text } = decodeText(bytes);
  if (text.includes('\u0000')) return { ok: false, reason: 'no-text' };
  return { ok: true, read: { source: text, form: null, messages: [] } };
}

async function readWord(bytes: Uint8Array): Promise<DocumentFile> {
  let reader: typeof Docx;
  try {
    reader = await import('./docx');
  } catch (cause) {
    // The network failed; asked again the browser fetches it again.
    return { ok: false, reason: 'reader-missing', cause };
  }
  try {
    return { ok: true, read: { form: 'html', ...(await reader.readDocx(bytes)) } };
  } catch (cause) {
    return { ok: false, reason: 'broken-word', cause };
  }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
