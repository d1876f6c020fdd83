import {
  type Ack,
  type Command,
  type EmbedEvent,
  PROTOCOL,
  type Refusal,
  type Target,
} from '../contract/embed-message';
import { DARK, LIGHT } from '../map/palette';
import { type EmbedView, printEmbedUrl, readEmbedUrl } from '../state/embed-url';
import { withinSite } from '../state/url';
import type { ViewState } from '../state/view-state';
import { readableAccent } from './appearance';
import { heightsOf } from './frame-height';
import type { EmbedMapModule, LiveMap, Shown } from './live-map';
import { ackOf, openPort, type Port } from './protocol';
import { runStory, type StepView } from './story/run-story';

/** Everything that an embed does once its page stands. */
export function runEmbed(page: Window & typeof globalThis): void {
  const { document } = page;
  const root = new URL(document.documentElement.dataset['root'] ?? './', page.location.href).href;
  const site = new URL(root).pathname;
  const { embed, rejected } = readEmbedUrl(withinSite(site, page.location));
  const port = openPort(embed.hosts, parentOrigin(page));
  const tell = (message: EmbedEvent | Ack): void => {
    const to = port.audience(message);
    if (to !== null && page.parent !== page) page.parent.postMessage(message, to);
  };
  const frame = new Frame(page, embed, root, tell);
  frame.dress();
  frame.offerMap();
  const story = runStory(document, (step) => frame.follow(step));
  const sayHeight = keepHeight(page, tell);
  page.addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
    const heard = port.hear({ data, origin, fromParent: source === page.parent && page.parent !== page });
    sayIgnored(document, port);
    if (heard.kind === 'ignored') return;
    const { command } = heard;
    if (command.command === 'progress') {
      story?.progress(command.top, command.height);
      // Out of sight the browser watches no sizes.
      sayHeight();
    }
    if (command.command === 'hello') tellAll();
    void frame.obey(command).then((refusal) => tell(ackOf(command, refusal)));
  });
  const tellAll = (): void => {
    const { plan = '', kind = '' } = document.documentElement.dataset;
    tell({ tuce: PROTOCOL, event: 'ready', plan, kind, lang: embed.view.lang });
    tell({ tuce: PROTOCOL, event: 'height', ...heightsNow(page) });
  };
  tellAll();
  for (const key of rejected) tell({ tuce: PROTOCOL, event: 'error', reason: 'bad-address', detail: key });
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

/** A view that shows another thing. */
function towards(view: ViewState, target: Target): ViewState {
  if ('place' in target) return { ...view, place: target.place, camera: null };
  if ('article' in target) return { ...view, article: target.article, place: null, camera: null };
  const [lng, lat, zoom] = target.camera;
  return { ...view, camera: { center: [lng, lat], zoom, bearing: 0 } };
}

/** The picture, the map that can take its place, and what is shown of it. */
class Frame {
  private readonly document: Document;
  private shown: Shown;
  private opening: Promise<LiveMap | null> | null = null;

  constructor(
    private readonly page: Window & typeof globalThis,
    private readonly embed: EmbedView,
    private readonly root: string,
    private readonly tell: (message: EmbedEvent) => void,
  ) {
    this.document = page.document;
    this.shown = { view: embed.view, highlight: [], dark: false };
  }

  /** Theme and accent; again whenever the system changes between light and dark. */
  dress(): void {
    const { documentElement: html } = this.document;
    const system = this.page.matchMedia('(prefers-color-scheme: dark)');
    const paint = (): void => {
      const { themeMode } = this.shown.view;
      html.dataset['theme'] = themeMode;
      const dark = themeMode === 'auto' ? system.matches : themeMode === 'dark';
      const { paper, ink } = dark ? DARK : LIGHT;
      if (this.embed.accent !== null)
        html.style.setProperty('--accent', readableAccent(`#${this.embed.accent}`, paper, ink));
      if (dark !== this.shown.dark) void this.change({ dark });
    };
    this.paint = paint;
    system.addEventListener('change', paint);
    paint();
    const stock = readEmbedUrl(
      printEmbedUrl({ ...this.embed, view: { ...this.embed.view, camera: null, hidden: [] } }),
    );
    const own = this.embed.view;
    if (own.camera !== null || own.hidden.length > 0 || own.place !== stock.embed.view.place) void this.redraw();
  }
  private paint = (): void => {};

  /** Turns the picture into a button, or opens the map once it is seen. */
  offerMap(): void {
    const [start, stage] = [this.document.getElementById('start'), this.document.getElementById('stage')];
    if (!start || !stage) return;
    start.hidden = false;
    start.addEventListener('click', () => void this.open(true));
    if (this.embed.start !== 'visible') return;
    const watch = new IntersectionObserver((seen) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      watch.disconnect();
      void this.open(false);
    });
    watch.observe(stage);
  }

  /** Does what a command asks for; answers why not. */
  async obey(command: Command): Promise<Refusal | null> {
    const { view } = this.shown;
    switch (command.command) {
      case 'hello':
      case 'progress':
        return null;
      case 'setTheme':
        this.shown = { ...this.shown, view: { ...view, themeMode: command.theme } };
        this.paint();
        return null;
      case 'setLanguage':
        if (command.lang !== view.lang) {
          const address = printEmbedUrl({ ...this.embed, view: { ...view, lang: command.lang } });
          // After the answer has been sent.
          this.page.setTimeout(() => this.page.location.replace(`${this.root}${address}`));
        }
        return null;
      case 'highlight':
        return this.drive({ highlight: command.places });
      case 'setLayers':
        return this.drive({ view: { ...view, hidden: command.hidden } });
      case 'goTo':
        return this.drive({ view: towards(view, command.target) });
    }
  }

  /** A step of a story. */
  follow({ places, hidden, target }: StepView): void {
    const view = { ...this.shown.view, place: null, article: null, camera: null, hidden };
    void this.drive({ view: target ? towards(view, target) : view, highlight: places });
  }

  private async drive(change: Partial<Shown>): Promise<Refusal | null> {
    const live = await this.open(false);
    if (!live) return 'no-map';
    const wanted = { ...this.shown, ...change };
    const refusal = live.show(wanted);
    if (refusal === null) this.shown = wanted;
    return refusal;
  }

  private async change(change: Partial<Shown>): Promise<void> {
    this.shown = { ...this.shown, ...change };
    const live = await this.opening;
    live?.show(this.shown);
  }

  private module(): Promise<EmbedMapModule> {
    const address = new URL(this.document.documentElement.dataset['map'] ?? '', this.page.location.href).href;
    return import(/* @vite-ignore */ address) as Promise<EmbedMapModule>;
  }

  /** A view that the build has not drawn is drawn now, and takes the place of the nearest one that it has. */
  private async redraw(): Promise<void> {
    const place = this.document.getElementById('drawing');
    if (!place) return;
    try {
      const { drawMap } = await this.module();
      const svg = await drawMap({ root: this.root, plan: this.plan, shown: this.shown });
      const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
      if (drawing.localName === 'svg') place.replaceChildren(this.document.importNode(drawing, true));
    } catch (error) {
      this.fail(error);
    }
  }

  private get plan(): string {
    return this.document.documentElement.dataset['plan'] ?? '';
  }

  /** Opens the map once; `null` where it cannot be had, which is said and leaves the picture where it is. */
  private open(byHand: boolean): Promise<LiveMap | null> {
    this.opening ??= this.load(byHand);
    return this.opening;
  }

  private async load(byHand: boolean): Promise<LiveMap | null> {
    const [stage, start, said] = ['stage', 'start', 'said'].map((id) => this.document.getElementById(id));
    if (!stage) return null;
    const container = this.document.createElement('div');
    container.id = 'live';
    container.dataset['waiting'] = '';
    stage.insertBefore(container, start ?? null);
    if (said) said.textContent = start?.dataset['loading'] ?? '';
    if (start) start.hidden = true;
    try {
      const { openMap } = await this.module();
      const live = await openMap({
        container,
        root: this.root,
        plan: this.plan,
        shown: this.shown,
        onReady: () => {
          delete container.dataset['waiting'];
          stage.dataset['live'] = '';
          this.document.getElementById('drawing')?.replaceChildren();
          if (said) said.textContent = '';
          if (byHand) container.querySelector<HTMLElement>('canvas')?.focus({ preventScroll: true });
        },
        onView: (camera) => this.tell({ tuce: PROTOCOL, event: 'view', camera }),
        onSelect: (place) => this.tell({ tuce: PROTOCOL, event: 'select', place }),
        onFailure: (detail) => {
          container.remove();
          this.fail(detail);
        },
      });
      return live;
    } catch (error) {
      container.remove();
      this.fail(error);
      return null;
    }
  }

  private fail(error: unknown): void {
    const said = this.document.getElementById('said');
    const start = this.document.getElementById('start');
    console.warn(error);
    if (said) said.textContent = start?.dataset['failed'] ?? '';
    this.tell({ tuce: PROTOCOL, event: 'error', reason: 'no-map', detail: String(error).slice(0, 200) });
  }
}

function heightsNow({ document, innerWidth }: Window): { height: number; least: number } {
  const [main, stage] = [document.querySelector('main'), document.getElementById('stage')];
  if (!main) return { height: 0, least: 0 };
  if (!stage) return heightsOf({ restPx: main.scrollHeight, widthPx: innerWidth, beside: true });
  const beside = getComputedStyle(main).display === 'grid';
  const others = [...main.children].filter((one) => one !== stage);
  const restPx = beside
    ? Math.max(236, main.firstElementChild?.scrollHeight ?? 0) + (main.lastElementChild?.scrollHeight ?? 0) + 1
    : others.reduce((sum, one) => sum + one.getBoundingClientRect().height, 0);
  return heightsOf({ restPx, widthPx: innerWidth, beside });
}

/** Tells the height whenever it is another one; what it answers looks at once. */
function keepHeight(page: Window & typeof globalThis, tell: (message: EmbedEvent) => void): () => void {
  let last = '';
  const say = (): void => {
    const heights = heightsNow(page);
    if (last === JSON.stringify(heights)) return;
    last = JSON.stringify(heights);
    tell({ tuce: PROTOCOL, event: 'height', ...heights });
  };
  const main = page.document.querySelector('main');
  if (!main) return say;
  const watch = new ResizeObserver(say);
  for (const one of [main, ...main.children]) watch.observe(one);
  return say;
}
