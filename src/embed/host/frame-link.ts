import type { Ack, Command, EmbedEvent } from '../../contract/embed-message';

/** A command without what every message has. */
export type Wish = Command extends infer One ? (One extends Command ? Omit<One, 'tuce' | 'id'> : never) : never;

let count = 0;

/**
 * Sends a command to an embed: on the line that came with its `ready`, or to its own origin. A frame in a sandbox has no
 * origin, and is spoken to on its line only. Answers the id by which the embed will acknowledge it.
 */
export function send(frame: HTMLIFrameElement, wish: Wish, line?: MessagePort): string {
  count += 1;
  const id = String(count);
  const message = { tuce: 1, id, ...wish };
  if (line) line.postMessage(message, []);
  else if (!frame.hasAttribute('sandbox')) frame.contentWindow?.postMessage(message, new URL(frame.src).origin);
  return id;
}

/** What an embed said, where it is one of ours that said it. */
export function said(frame: HTMLIFrameElement, { source, origin, data }: MessageEvent): EmbedEvent | Ack | null {
  const message = data as EmbedEvent | Ack | null;
  // A frame in a sandbox speaks from no origin; that it is this frame is known by its window.
  const ours = source === frame.contentWindow && (origin === new URL(frame.src).origin || origin === 'null');
  return ours && message?.tuce === 1 ? message : null;
}

/**
 * Gives a frame the height that it asks for, unless that would move what a reader sees: its map stretches to whatever
 * it is given, so that a frame in sight grows only when something would be cut off.
 */
export function fit(frame: HTMLIFrameElement, height: number, least: number): void {
  const { top, bottom, height: now } = frame.getBoundingClientRect();
  const seen = bottom > 0 && top < innerHeight;
  if (seen && now >= least) return;
  if (Math.abs(now - height) >= 1 && height > 0 && height < 1e5) frame.style.height = `${height}px`;
}

/** `place:wujiaba`, `article:11`, `camera:102.7,25.0,12`; `null` for what is none of them. */
export function wishOf(text: string): Wish | null {
  const [kind, value = ''] = text.split(/:(.*)/su);
  if (kind === 'place') return { command: 'goTo', target: { place: value } };
  if (kind === 'article') return { command: 'goTo', target: { article: Number(value) } };
  const [lng = NaN, lat = NaN, zoom = 11] = value.split(',').map(Number);
  return kind === 'camera' && !Number.isNaN(lng + lat + zoom)
    ? { command: 'goTo', target: { camera: [lng, lat, zoom] } }
    : null;
}
