import { fit, said, send, wishOf } from './frame-link';

/*
 * `embed.js`: for pages of others that have frames of ours. It gives frames their height, tells stories how far the
 * reader has scrolled, and lets words of the page move the map: `<a data-tuce="place:wujiaba" href="…">`.
 */
const script = document.currentScript as HTMLScriptElement | null;
const base = script ? new URL('./', script.src).href : '';
/** Frames that have said something, with the line to them; only they are spoken to. */
const heard = new Map<HTMLIFrameElement, MessagePort | undefined>();

const frames = (): HTMLIFrameElement[] =>
  [...document.querySelectorAll('iframe')].filter(({ src }) => src.startsWith(base) && /\/embed\//u.test(src));

addEventListener('message', (event) => {
  for (const frame of frames()) {
    const message = said(frame, event);
    if (!message || !('event' in message)) continue;
    const isNew = !heard.has(frame);
    const [line] = event.ports;
    // A frame that has gone to another page says so by another line.
    if (isNew || line) heard.set(frame, line);
    if (isNew) send(frame, { command: 'hello' }, line);
    if (isNew || line) tellProgress();
    if (message.event === 'height') fit(frame, message.height, message.least);
  }
});

let waiting = false;
function tellProgress(): void {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    for (const [frame, line] of heard) {
      if (!frame.isConnected) heard.delete(frame);
      else send(frame, { command: 'progress', top: -frame.getBoundingClientRect().top, height: innerHeight }, line);
    }
  });
}
addEventListener('scroll', tellProgress, { passive: true });
addEventListener('resize', tellProgress);

addEventListener('click', (event) => {
  const word = (event.target as Element | null)?.closest?.<HTMLElement>('[data-tuce]');
  const wish = word && wishOf(word.dataset['tuce'] ?? '');
  if (!word || !wish || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const named = document.getElementById(word.dataset['tuceFor'] ?? '');
  const frame = [...heard.keys()].find((one) => one === named || (!named && one.isConnected));
  // Without a map to move, a link leads where it leads.
  if (!frame) return;
  event.preventDefault();
  send(frame, wish, heard.get(frame));
  frame.scrollIntoView({ block: 'nearest' });
});
