import type { Ack, EmbedEvent } from '../../contract/embed-message';
import { fit, said, send, type Wish } from './frame-link';

/*
 * `tuce-map.js`: `<tuce-map view="p/wujiaba">`, a frame of ours as an element of the page.
 */
const script = document.currentScript as HTMLScriptElement | null;
const SITE = script ? new URL('./', script.src).href : '';

/** Attributes, and how they stand in the address of the frame. */
const PARAMETERS = {
  theme: 'theme',
  accent: 'accent',
  start: 'start',
  off: 'off',
  steps: 'steps',
  camera: 'c',
} as const;
/** What a frame is high before it can say so. */
const RESERVED_PX = 480;
const PATIENCE_MS = 20_000;

class TuceMap extends HTMLElement {
  static observedAttributes = ['view', 'lang', 'name', 'height', 'told', ...Object.keys(PARAMETERS)];
  private readonly frame = document.createElement('iframe');
  private readonly waiting = new Map<string, (ack: Ack) => void>();
  private ready = false;

  constructor() {
    super();
    const { frame } = this;
    frame.loading = 'lazy';
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.allow = 'fullscreen; clipboard-write';
    for (const [key, value] of Object.entries({ display: 'block', width: '100%', border: '0' }))
      frame.style.setProperty(key, value);
  }

  connectedCallback(): void {
    // Room is kept before anything has loaded, so that nothing below moves.
    if (this.style.display === '') this.style.display = 'block';
    this.frame.style.height = `${Number(this.getAttribute('height')) || RESERVED_PX}px`;
    this.dress();
    const inside = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    inside.replaceChildren(this.frame);
    addEventListener('message', this.hear);
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.hear);
    this.ready = false;
    for (const answer of this.waiting.values()) answer({ tuce: 1, ack: '', ok: false, reason: 'no-map' });
    this.waiting.clear();
  }

  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    if (!this.isConnected) return;
    const theme = (['auto', 'light', 'dark'] as const).find((one) => one === value);
    // What the map can change by itself needs no new page.
    if (name === 'theme' && this.ready) void this.ask({ command: 'setTheme', theme: theme ?? 'auto' });
    else this.dress();
  }

  /** `goTo({ place })`, `goTo({ article })` or `goTo({ camera: [lng, lat, zoom] })`; answers whether it could. */
  goTo(target: Extract<Wish, { command: 'goTo' }>['target']): Promise<Ack> {
    return this.ask({ command: 'goTo', target });
  }
  setLayers(hidden: string[]): Promise<Ack> {
    return this.ask({ command: 'setLayers', hidden });
  }
  highlight(places: string[]): Promise<Ack> {
    return this.ask({ command: 'highlight', places });
  }

  private ask(wish: Wish): Promise<Ack> {
    return new Promise((answer) => {
      const id = this.ready ? send(this.frame, wish) : '';
      const refuse = (): void => answer({ tuce: 1, ack: id, ok: false, reason: 'no-map' });
      if (id === '') return refuse();
      this.waiting.set(id, answer);
      setTimeout(() => {
        if (this.waiting.delete(id)) refuse();
      }, PATIENCE_MS);
    });
  }

  /** Address and name of the frame from the attributes. */
  private dress(): void {
    const view = (this.getAttribute('view') ?? '').replaceAll(/^\/+|\/+$/gu, '');
    const address = new URL(`${this.lang === 'en' ? 'en/' : ''}embed/${view === '' ? '' : `${view}/`}`, SITE);
    for (const [name, key] of Object.entries(PARAMETERS)) {
      const value = this.getAttribute(name);
      if (value !== null) address.searchParams.set(key, value);
    }
    address.searchParams.set('host', location.origin);
    // A story of the page's own, as the studio has packed it.
    address.hash = this.getAttribute('told') ?? '';
    const theme = this.getAttribute('theme');
    // Else a dark frame on a light page stands on an opaque ground.
    this.frame.style.colorScheme = theme === 'dark' || theme === 'light' ? theme : 'light dark';
    this.frame.title = this.getAttribute('name') ?? 'Tuce';
    if (this.frame.src === address.href) return;
    this.ready = false;
    this.frame.src = address.href;
  }

  private readonly hear = (event: MessageEvent): void => {
    const message = said(this.frame, event);
    if (!message) return;
    if ('ack' in message) {
      this.waiting.get(message.ack)?.(message);
      this.waiting.delete(message.ack);
      return;
    }
    this.take(message);
  };

  private take(message: EmbedEvent): void {
    if (message.event === 'height') fit(this.frame, message.height, message.least);
    if (message.event === 'ready') this.ready = true;
    this.dispatchEvent(new CustomEvent(`tuce-${message.event}`, { detail: message, bubbles: true, composed: true }));
  }
}

if (!customElements.get('tuce-map')) customElements.define('tuce-map', TuceMap);
