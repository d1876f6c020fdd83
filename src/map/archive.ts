import type { PMTiles } from 'pmtiles';

/** How addresses of tiles within an archive begin. */
const ARCHIVE = 'pmtiles';
const TILE = /^pmtiles:\/\/(?<archive>.+)\/(?<z>\d+)\/(?<x>\d+)\/(?<y>\d+)$/u;

/** Address of the tiles of an archive, as a style wants it. */
export function tilesOf(archive: string): string {
  return `${ARCHIVE}://${archive}/{z}/{x}/{y}`;
}

const open = new Map<string, Promise<PMTiles>>();

/** What reads those addresses, by ranges of the archive; the reader comes with the first plan that has one. */
export const ARCHIVE_PROTOCOL = {
  name: ARCHIVE,
  /** Rejects where a tile cannot be had; the next one tries again. A tile that holds nothing is empty. */
  read: async ({ url }: { url: string }, abort: AbortController): Promise<{ data: ArrayBuffer }> => {
    const { archive = '', z, x, y } = TILE.exec(url)?.groups ?? {};
    const archived = open.get(archive) ?? import('pmtiles').then((reader) => new reader.PMTiles(archive));
    open.set(archive, archived);
    try {
      const tile = await (await archived).getZxy(Number(z), Number(x), Number(y), abort.signal);
      return { data: tile?.data ?? new ArrayBuffer(0) };
    } catch (error) {
      if (!abort.signal.aborted) open.delete(archive);
      throw error;
    }
  },
};
