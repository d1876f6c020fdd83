import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

import { addressOf, type Link, shapedLink } from './shaped-link';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.svg': 'image/svg+xml',
};

/** A phone's link; there is no other that is slow. */
const LINK: Link = { bytesPerSecond: 1_640_000 / 8, roundTripMs: 150 };

export interface Host {
  /** At the full speed of the machine, and behind a slow link. */
  addresses: { fast: string; slow: string };
  /** Bytes of all bodies sent so far, to pages and to their workers. */
  sentBytes: () => number;
  close: () => void;
}

/** Serves folders, the first that has a file, with gzip as any host would; everything is compressed once. */
export async function serve(folders: readonly string[]): Promise<Host> {
  let sent = 0;
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const file = folders
      .map((folder) => join(folder, path.endsWith('/') ? `${path}index.html` : path))
      .find((one) => existsSync(one) && statSync(one).isFile());
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const body = packed.get(file) ?? gzipSync(readFileSync(file), { level: 9 });
    packed.set(file, body);
    response.writeHead(200, {
      // As deployed: what is named by its content is kept, all else asked about.
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Encoding': 'gzip',
      'Content-Length': body.length,
      'Cache-Control': /\/assets\//u.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    sent += body.length;
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fast = addressOf(server);
  const link = await shapedLink(Number(new URL(fast).port), LINK);
  return {
    addresses: { fast, slow: addressOf(link) },
    sentBytes: () => sent,
    close: () => {
      link.close();
      server.close();
    },
  };
}
