/** What a story may be when it is unpacked, in bytes; a few letters can claim to be gigabytes. */
const LARGEST_BYTES = 60_000;

/** The text that is packed in the address of a story (deflate, base64url); `null` for what is no such thing. */
export async function unpackStory(packed: string): Promise<string | null> {
  try {
    const letters = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let text = '';
    for (let read = await reader.read(), size = 0; !read.done; read = await reader.read()) {
      size += read.value.length;
      if (size > LARGEST_BYTES) {
        await reader.cancel();
        return null;
      }
      text += decoder.decode(read.value, { stream: true });
    }
    return text + decoder.decode();
  } catch {
    // Letters, stream or text are broken, as after a link was cut off; who asked says so.
    return null;
  }
}
