import type { Fetcher } from './load';

/**
 * SHA-256 of a file, hex; `null` where it cannot be had: the file does not come, or the page is not on a secure
 * connection, where browsers do not hash.
 */
export async function hashOfFile(fetcher: Fetcher, url: string): Promise<string | null> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const bytes = await fetcher(url)
    .then((response) => (response.ok ? response.arrayBuffer() : null))
    .catch(() => null);
  if (!bytes) return null;
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
