import { type Heights, risingSpeed, rubberBand, type Stop, STOPS, stopAfter, type Touch } from './sheet-stops';

/** A finger that has moved less than this means a tap. */
const SLOP_PX = 6;
const GLIDE = { duration: 260, easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)' };

interface Drag {
  /** Height of the sheet when the finger came down. */
  fromPx: number;
  start: { x: number; y: number };
  touches: Touch[];
  /** Whether the finger moves the sheet; before it has moved enough, nobody knows. */
  moving: boolean;
}

/**
 * Moves a sheet with the finger: by its grip (`data-grip`), and by its text where that is scrolled to its top. While it
 * moves, the sheet is as high as it gets and only shifted, so that no frame lays the text out again; it takes its own
 * height when it has come to rest. The style sheet says how high the stops are; where it says nothing there is no sheet
 * to move.
 */
export class SheetDrag {
  readonly #sheet: HTMLElement;
  readonly #onStop: (stop: Stop) => void;
  readonly #listening = new AbortController();
  #stop: Stop;
  #drag: Drag | null = null;
  #glide: Animation | null = null;
  /** Height at which the sheet was let go, to glide on from. */
  #letGoPx: number | null = null;
  /** A drag ends with a click that nobody meant. */
  #dragged = false;

  constructor(sheet: HTMLElement, stop: Stop, onStop: (stop: Stop) => void) {
    this.#sheet = sheet;
    this.#stop = stop;
    this.#onStop = onStop;
    const { signal } = this.#listening;
    const byGrip =
      <E extends Event>(react: (event: E) => void) =>
      (event: E): void => {
        if (inGrip(event.target)) react(event);
      };
    sheet.addEventListener('pointerdown', byGrip<PointerEvent>(this.#press), { signal });
    sheet.addEventListener('pointermove', byGrip<PointerEvent>(this.#pull), { signal });
    sheet.addEventListener(
      'pointerup',
      byGrip(() => this.#release(false)),
      { signal },
    );
    sheet.addEventListener(
      'pointercancel',
      byGrip(() => this.#release(true)),
      { signal },
    );
    sheet.addEventListener('click', byGrip<MouseEvent>(this.#click), { signal, capture: true });
    sheet.addEventListener('touchstart', this.#touch, { signal, passive: true });
    // Keeps the browser from scrolling where the sheet moves instead; looks at the first movement of a finger only.
    sheet.addEventListener('touchmove', this.#slide, { signal, passive: false });
    sheet.addEventListener('touchend', this.#lift, { signal });
    sheet.addEventListener('touchcancel', this.#lift, { signal });
  }

  /** The sheet has another stop now, by drag or by whatever else. */
  came(stop: Stop): void {
    // To measure where nothing moves would lay the page out before it is complete.
    if (stop === this.#stop && this.#letGoPx === null) return;
    const heights = heightsOf(this.#sheet);
    const fromPx = this.#letGoPx ?? heights?.[this.#stop];
    this.#letGoPx = null;
    this.#stop = stop;
    if (heights && fromPx !== undefined) this.#glideTo(fromPx, heights[stop], heights);
  }

  detach(): void {
    this.#listening.abort();
    this.#rest();
  }

  readonly #press = (event: PointerEvent): void => {
    this.#dragged = false;
    if (!event.isPrimary || event.button !== 0 || !(event.target instanceof Element)) return;
    // A mouse leaves the grip sooner than it means anything. A click still goes to what was pressed.
    event.target.setPointerCapture(event.pointerId);
    this.#begin(event.clientX, event.clientY, event.timeStamp);
  };

  readonly #pull = (event: PointerEvent): void => {
    if (!this.#drag) return;
    if (!this.#drag.moving) {
      const { x, y } = this.#drag.start;
      const [dx, dy] = [Math.abs(event.clientX - x), Math.abs(event.clientY - y)];
      if (dy < SLOP_PX || dy < dx) return;
      this.#dragged = true;
    }
    this.#move(event.clientY, event.timeStamp);
  };

  readonly #click = (event: MouseEvent): void => {
    // Keys click too, and they drag nothing.
    if (this.#dragged && event.detail > 0) {
      event.preventDefault();
      event.stopPropagation();
    }
    this.#dragged = false;
  };

  readonly #touch = (event: TouchEvent): void => {
    const [touch, second] = event.touches;
    const { target } = event;
    if (!touch || second || !(target instanceof Element) || inGrip(target) || target.closest('input, select')) return;
    if (!isScrolled(target, this.#sheet)) this.#begin(touch.clientX, touch.clientY, event.timeStamp);
  };

  readonly #slide = (event: TouchEvent): void => {
    const [touch] = event.touches;
    if (!this.#drag || !touch || inGrip(event.target)) return;
    if (!this.#drag.moving) {
      const { x, y } = this.#drag.start;
      const [dx, dy] = [touch.clientX - x, touch.clientY - y];
      if (Math.hypot(dx, dy) < SLOP_PX) return;
      if (dy < Math.abs(dx) || !event.cancelable || getSelection()?.isCollapsed === false) {
        this.#drag = null;
        return;
      }
    }
    if (event.cancelable) event.preventDefault();
    this.#move(touch.clientY, event.timeStamp);
  };

  readonly #lift = (event: TouchEvent): void => {
    if (!inGrip(event.target)) this.#release(event.type === 'touchcancel');
  };

  #begin(x: number, y: number, atMs: number): void {
    if (!heightsOf(this.#sheet)) return;
    const fromPx = window.innerHeight - this.#sheet.getBoundingClientRect().top;
    this.#drag = { fromPx, start: { x, y }, touches: [{ yPx: y, atMs }], moving: false };
  }

  #move(yPx: number, atMs: number): void {
    const heights = heightsOf(this.#sheet);
    if (!this.#drag || !heights) return;
    if (!this.#drag.moving) {
      this.#drag.moving = true;
      this.#glide?.cancel();
      this.#sheet.dataset['moving'] = '';
    }
    const { fromPx, start, touches } = this.#drag;
    this.#drag.touches = [...touches.slice(-12), { yPx, atMs }];
    this.#sheet.style.translate = shift(rubberBand(fromPx + start.y - yPx, heights), heights);
  }

  #release(cancelled: boolean): void {
    const drag = this.#drag;
    this.#drag = null;
    const heights = heightsOf(this.#sheet);
    const last = drag?.touches.at(-1);
    if (!heights || !drag?.moving || !last) return;
    const heightPx = rubberBand(drag.fromPx + drag.start.y - last.yPx, heights);
    const next = cancelled ? this.#stop : stopAfter(heightPx, risingSpeed(drag.touches), heights);
    if (next === this.#stop) this.#glideTo(heightPx, heights[next], heights);
    else {
      this.#letGoPx = heightPx;
      this.#onStop(next);
    }
  }

  #glideTo(fromPx: number, toPx: number, heights: Heights): void {
    this.#rest();
    if (fromPx === toPx || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    this.#sheet.dataset['moving'] = '';
    const frames = [{ translate: shift(fromPx, heights) }, { translate: shift(toPx, heights) }];
    this.#glide = this.#sheet.animate(frames, GLIDE);
    this.#glide.onfinish = () => this.#rest();
  }

  #rest(): void {
    this.#glide?.cancel();
    this.#glide = null;
    this.#sheet.style.translate = '';
    delete this.#sheet.dataset['moving'];
  }
}

function shift(heightPx: number, { full }: Heights): string {
  return `0 ${full - heightPx}px`;
}

/** The stops as the style sheet has them in this window; `null` where there is no sheet. */
function heightsOf(element: HTMLElement): Heights | null {
  const style = getComputedStyle(element);
  const [peek = 0, half = 0, full = 0] = STOPS.map(
    (stop) => Number.parseFloat(style.getPropertyValue(`--sheet-${stop}`)) || 0,
  );
  return full > 0 ? { peek, half, full } : null;
}

function inGrip(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-grip]') !== null;
}

/** Whether anything from an element up to another one is scrolled down. */
function isScrolled(element: Element, end: Element): boolean {
  for (let one: Element | null = element; one && one !== end; one = one.parentElement)
    if (one.scrollTop > 0) return true;
  return false;
}
