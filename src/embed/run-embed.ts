import { type Ack, type EmbedEvent, PROTOCOL } from '../contract/embed-message';
import { readEmbedUrl } from '../state/embed-url';
import { withinSite } from '../state/url';
import { Frame } from './frame';
import { heightsNow, keepHeight } from './keep-height';
import { ackOf, type Incoming, openPort, type Port } from './protocol';
import { arrangeSteps } from './story/arrange-steps';
import { type RunningStory, runStory } from './story/run-story';

/** When an embed says that it is there, in milliseconds, until a command shows that it was heard: hosts load late. */
const ANNOUNCED_MS = [0, 700, 2500, 8000, 20_000, 60_000];

/** Everything that an embed does once its page stands. */
export function runEmbed(page: Window & typeof globalThis): void {
  const { document, parent } = page;
  const root = new URL(document.documentElement.dataset['root'] ?? './', page.location.href).href;
  const site = new URL(root).pathname;
  const { embed, rejected } = readEmbedUrl(`${withinSite(site, page.location)}${page.location.hash}`);
  const port = openPort(embed.hosts, parentOrigin(page));
  const tell = (message: EmbedEvent | Ack): void => {
    const to = port.audience(message);
    if (to !== null && parent !== page) parent.postMessage(message, to);
  };
  const frame = new Frame(page, embed, root, tell);
  frame.dress();
  frame.offerMap();
  let story: RunningStory | null = null;
  const beginStory = async (): Promise<void> => {
    const unusable = await arrangeSteps(document, embed.subject);
    story = runStory(document, (step) => frame.follow(step));
    if (story) frame.begin(story.first, embed.subject.kind === 'story');
    for (const key of [...rejected, ...unusable])
      tell({ tuce: PROTOCOL, event: 'error', reason: 'bad-address', detail: key });
  };
  void beginStory();
  // Another story in the same frame is another page.
  page.addEventListener('hashchange', () => page.location.reload());
  const sayHeight = keepHeight(page, tell);
  const sayAll = (): void => {
    if (parent === page) return;
    const { plan = '', kind = '' } = document.documentElement.dataset;
    const ready: EmbedEvent = { tuce: PROTOCOL, event: 'ready', plan, kind, lang: embed.view.lang };
    for (const origin of port.invited()) parent.postMessage(ready, origin, [lineTo(origin)]);
    tell({ tuce: PROTOCOL, event: 'height', ...heightsNow(page) });
  };
  /** The end of a line of its own for an origin that may speak: a frame without an origin can be told by no other. */
  const lineTo = (origin: string): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear({ data, origin, fromParent: true }));
    port1.start();
    return port2;
  };
  const timers = ANNOUNCED_MS.map((afterMs) => page.setTimeout(sayAll, afterMs));
  const hear = (incoming: Incoming): void => {
    const heard = port.hear(incoming);
    sayIgnored(document, port);
    if (heard.kind === 'ignored') return;
    for (const timer of timers) page.clearTimeout(timer);
    const { command } = heard;
    if (command.command === 'progress') {
      story?.progress(command.top, command.height);
      // Out of sight the browser watches no sizes.
      sayHeight();
    }
    if (command.command === 'hello') sayAll();
    void frame.obey(command).then((refusal) => tell(ackOf(command, refusal)));
  };
  page.addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) =>
    hear({ data, origin, fromParent: source === parent && parent !== page }),
  );
}

/** Origin of the page around the frame, as far as the browser tells it. */
function parentOrigin({ location, document }: Window): string | null {
  const { ancestorOrigins } = location as { ancestorOrigins?: DOMStringList };
  const [nearest] = ancestorOrigins ?? [];
  if (nearest !== undefined) return nearest;
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : null;
}

/** For who writes a host and wonders why nothing happens. */
function sayIgnored({ documentElement: html }: Document, port: Port): void {
  const { foreign, malformed, version } = port.ignored();
  if (foreign + malformed + version > 0) html.dataset['ignored'] = `${foreign} ${malformed} ${version}`;
}
