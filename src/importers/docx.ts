import mammoth from 'mammoth';

/** What is said of styles that are not known or not there, which carry no words. */
const ABOUT_STYLES =
  /^Unrecognised (?:paragraph|run|table) style|^(?:Paragraph|Run|Table) style with ID .* was referenced but not defined/u;

/** A Word document as HTML, without its pictures, and what its reader had to say. Throws for what is none. */
export async function readDocx(bytes: Uint8Array): Promise<{ source: string; messages: string[] }> {
  const arrayBuffer = bytes.slice().buffer;
  // In a browser it asks for an `arrayBuffer`, elsewhere for a `buffer`.
  const file = { arrayBuffer, buffer: arrayBuffer };
  const { value, messages } = await mammoth.convertToHtml(file, {
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
  });
  const told = messages.map(({ message }) => message).filter((message) => !ABOUT_STYLES.test(message));
  return { source: `<article>${value}</article>`, messages: told };
}
