import { fit, said, send, wishOf } from './frame-link';

/*
 * `embed.js`: for pages of others that have frames of ours. It gives frames their height, tells stories how far the
 * reader has scrolled, and lets words of the page move the map: `<a data-tuce="place:wujiaba" href="…">`.
 */
const script = document.currentScript as HTMLScriptElement | null;
const base = script ? new URL('./', script.src).href : '';
/** Frames that have said something; only they are spoken to. */
const heard = new Set<HTMLIFrameElement>();

const frames = (): HTMLIFrameElement[] =>
  [...document.querySelectorAll('iframe')].filter(({ src }) => src.startsWith(base) && /\/embed\//u.test(src));

addEventListener('message', (event) => {
  for (const frame of frames()) {
    const message = said(frame, event);
    if (!message || !('event' in message)) continue;
    if (!heard.has(frame) && !frame.hasAttribute('sandbox')) {
      heard.add(frame);
      send(frame, { command: 'hello' });
      tellProgress();
    }
    if (message.event === 'height') fit(frame, message.height, message.least);
  }
});

let waiting = false;
function tellProgress(): void {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    for (const frame of heard) {
      if (!frame.isConnected) heard.delete(frame);
      else send(frame, { command: 'progress', top: -frame.getBoundingClientRect().top, height: innerHeight });
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
  const frame = [...heard].find((one) => one === named || (!named && one.isConnected));
  // Without a map to move, a link leads where it leads.
  if (!frame) return;
  event.preventDefault();
  send(frame, wish);
  frame.scrollIntoView({ block: 'nearest' });
});
