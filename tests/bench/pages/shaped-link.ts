import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Link {
  bytesPerSecond: number;
  roundTripMs: number;
}

/** What a segment of TCP carries over most links, bytes. */
const SEGMENT = 1460;
/** What waits for a connection at most before its server has to wait too, bytes. */
const WINDOW = 65_536;

interface Line {
  socket: Socket;
  upstream: Socket;
  waiting: Buffer[];
  bytes: number;
}

/**
 * A slow link in front of a server on this machine. All connections share its rate, segment by segment in turns, and a
 * connection costs a round trip before its first byte. The tools of a browser slow the page down but not its workers,
 * so the link itself has to be slow.
 */
export async function shapedLink(port: number, { bytesPerSecond, roundTripMs }: Link): Promise<Server> {
  const half = roundTripMs / 2;
  const lines: Line[] = [];
  let pumping = false;
  let freeAt = 0;

  const pump = (): void => {
    const line = lines.shift();
    const [chunk, ...rest] = line?.waiting ?? [];
    if (!line || !chunk) {
      pumping = false;
      return;
    }
    const segment = chunk.subarray(0, SEGMENT);
    line.waiting = chunk.length > SEGMENT ? [chunk.subarray(SEGMENT), ...rest] : rest;
    line.bytes -= segment.length;
    if (line.waiting.length > 0) lines.push(line);
    if (line.bytes < WINDOW && line.upstream.isPaused()) line.upstream.resume();
    const now = performance.now();
    freeAt = Math.max(freeAt, now) + (segment.length / bytesPerSecond) * 1000;
    setTimeout(() => line.socket.write(segment), freeAt - now + half);
    setTimeout(pump, freeAt - now);
  };

  const server = createServer((socket) => {
    const upstream = connect(port, '127.0.0.1').setNoDelay();
    const line: Line = { socket: socket.setNoDelay(), upstream, waiting: [], bytes: 0 };
    const opened = performance.now() + roundTripMs;
    socket.on('data', (data) => setTimeout(() => upstream.write(data), Math.max(0, opened - performance.now()) + half));
    upstream.on('data', (data: Buffer) => {
      if (line.waiting.length === 0) lines.push(line);
      line.waiting.push(data);
      line.bytes += data.length;
      if (line.bytes >= WINDOW) upstream.pause();
      if (!pumping) {
        pumping = true;
        pump();
      }
    });
    // A page that is closed hangs up in the middle of things.
    for (const one of [socket, upstream]) one.on('error', () => {});
    socket.on('close', () => upstream.destroy());
    upstream.on('close', () => socket.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Where a server on this machine listens. */
export function addressOf(server: Server): string {
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('the server does not listen');
  return `http://127.0.0.1:${at.port}`;
}
