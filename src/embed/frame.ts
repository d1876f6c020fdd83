import { type Command, type EmbedEvent, PROTOCOL, type Refusal, type Target } from '../contract/embed-message';
import { DARK, LIGHT } from '../map/palette';
import { type EmbedView, INITIAL_EMBED, printEmbedUrl, readEmbedUrl } from '../state/embed-url';
import { INITIAL_STATE, type ViewState } from '../state/view-state';
import { readableAccent } from './appearance';
import type { EmbedMapModule, LiveMap, Shown } from './live-map';
import type { StepView } from './story/run-story';

/** A view that shows another thing. */
function towards(view: ViewState, target: Target): ViewState {
  if ('place' in target) return { ...view, place: target.place, camera: null };
  if ('article' in target) return { ...view, article: target.article, place: null, camera: null };
  const [lng, lat, zoom] = target.camera;
  return { ...view, camera: { center: [lng, lat], zoom, bearing: 0 } };
}

/** The picture, the map that can take its place, and what is shown of it. */
export class Frame {
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
          const address = `${this.root}${printEmbedUrl(this.inLanguage(command.lang))}`;
          // After the answer has been sent.
          this.page.setTimeout(() => this.page.location.replace(address));
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

  /** What is shown, for the page in another language; what a card or a story is about stays what it is. */
  private inLanguage(lang: ViewState['lang']): EmbedView {
    const { view, subject } = this.embed;
    const now = this.shown.view;
    const shown = subject.kind === 'map' ? now : { ...view, hidden: now.hidden, themeMode: now.themeMode };
    return { ...this.embed, view: { ...shown, lang } };
  }

  /** The first step of a story, which wants a map no sooner than any other embed does. */
  begin(step: StepView, drawn: boolean): void {
    void this.change(this.ofStep(step));
    if (!drawn) void this.redraw();
  }

  /** A further step of a story. */
  follow(step: StepView): void {
    void this.drive(this.ofStep(step));
  }

  private ofStep({ places, hidden, target }: StepView): Pick<Shown, 'view' | 'highlight'> {
    const view = { ...this.shown.view, place: null, article: null, camera: null, hidden };
    return { view: target ? towards(view, target) : view, highlight: places };
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

  /** The picture of what is shown takes the place of the nearest one that the page has. */
  private async redraw(): Promise<void> {
    const place = this.document.getElementById('drawing');
    if (!place) return;
    try {
      const drawing = (await this.drawnByBuild()) ?? (await this.drawnNow());
      if (drawing?.localName === 'svg') place.replaceChildren(this.document.importNode(drawing, true));
    } catch (error) {
      this.fail(error);
    }
  }

  /** The picture on the page of what is shown, where the build has made one: far lighter than drawing it again. */
  private async drawnByBuild(): Promise<Element | null> {
    const { view, highlight } = this.shown;
    const { plan, lang, place, article, camera, hidden } = view;
    if (camera !== null || hidden.length + highlight.length > 0) return null;
    const address = printEmbedUrl({ ...INITIAL_EMBED, view: { ...INITIAL_STATE, plan, lang, place, article } });
    const answer = await fetch(`${this.root}${address}`, { credentials: 'omit' });
    // A place that is on no map has no page of this kind.
    if (!answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return page.querySelector('#drawing > svg');
  }

  private async drawnNow(): Promise<Element> {
    const { drawMap } = await this.module();
    const svg = await drawMap({ root: this.root, plan: this.plan, shown: this.shown });
    return new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
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
