import type { Target } from '../../contract/embed-message';

/** Where a step of a story sends the map; the page has it beside the words. */
export interface StepView {
  places: string[];
  hidden: string[];
  target: Target | null;
}

/** A story that is going on. */
export interface RunningStory {
  /** What the map shows at first. */
  first: StepView;
  /** Pixels from the upper edge of the frame to that of the window, and the height of the window. */
  progress: (topPx: number, heightPx: number) => void;
}

/**
 * Brings a story to life: one step at a time with buttons, or, where the host tells how far its reader has scrolled
 * before the frame comes into sight, all of them in a row with the map staying beside. `null` where there is none.
 */
export function runStory(document: Document, follow: (step: StepView) => void): RunningStory | null {
  const [list, nav, stage] = ['steps', 'stepper', 'stage'].map((id) => document.getElementById(id));
  const main = document.querySelector('main');
  if (!list || !nav || !stage || !main) return null;
  const steps = [...list.children].filter((one): one is HTMLElement => one instanceof HTMLElement);
  const [previous, next] = nav.querySelectorAll('button');
  const said = nav.querySelector('output');
  let current = 0;
  let scrolled = false;
  const show = (index: number): void => {
    const step = steps[index];
    if (!step) return;
    const moved = index !== current;
    current = index;
    for (const [at, one] of steps.entries()) {
      one.toggleAttribute('data-away', at !== index);
      if (at === index) one.setAttribute('aria-current', 'step');
      else one.removeAttribute('aria-current');
    }
    if (previous) previous.disabled = index === 0;
    if (next) next.disabled = index === steps.length - 1;
    if (said) {
      const words = said.dataset['words'] ?? '';
      said.textContent = words.replace('{now}', String(index + 1)).replace('{all}', String(steps.length));
    }
    list.scrollTop = 0;
    // A step that is longer than its room is scrolled, by keys too.
    if (list.scrollHeight > list.clientHeight && !scrolled) list.tabIndex = 0;
    else list.removeAttribute('tabindex');
    if (moved) follow(viewOf(step));
  };
  main.dataset['stepping'] = '';
  nav.hidden = false;
  show(0);
  previous?.addEventListener('click', () => show(current - 1));
  next?.addEventListener('click', () => show(current + 1));
  return {
    first: viewOf(steps[0]),
    progress: (topPx, heightPx) => {
      // A frame in sight keeps the height that it has.
      if (!scrolled && topPx > -heightPx) return;
      if (!scrolled) {
        scrolled = true;
        delete main.dataset['stepping'];
        main.dataset['scrolling'] = '';
        nav.hidden = true;
        list.removeAttribute('tabindex');
      }
      if (heightPx <= 0) return;
      const { offsetTop, offsetHeight } = list;
      const room = offsetTop + offsetHeight - stage.offsetHeight - stage.offsetTop;
      const shift = Math.max(0, Math.min(room, topPx - stage.offsetTop));
      stage.style.transform = `translateY(${Math.round(shift)}px)`;
      // The step whose words stand in the middle of what is left below the map.
      const middle = topPx + (stage.offsetHeight + heightPx) / 2;
      const at = steps.findLastIndex((one) => one.offsetTop <= middle);
      if (Math.max(0, at) !== current) show(Math.max(0, at));
    },
  };
}

/** What the page, or the address, has beside the words of a step. */
function viewOf(step: HTMLElement | undefined): StepView {
  const read = JSON.parse(step?.dataset['step'] ?? '{}') as Partial<StepView>;
  return { places: read.places ?? [], hidden: read.hidden ?? [], target: read.target ?? null };
}
