import type { Target } from '../../contract/embed-message';

/** Where a step of a story sends the map. */
export interface StepView {
  places: string[];
  hidden: string[];
  target: Target | null;
}

/** A story that is going on. */
export interface RunningStory {
  /** Pixels from the upper edge of the frame to that of the window, and the height of the window. */
  progress: (topPx: number, heightPx: number) => void;
}

/** Brings a story to life that stands in the page; `null` where there is none. */
export function runStory(_document: Document, _follow: (step: StepView) => void): RunningStory | null {
  return null;
}
