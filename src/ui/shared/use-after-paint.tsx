import { useEffect, useState } from 'react';

/**
 * A value as it was when the screen was last drawn: it follows one frame behind, and is `before` until then. For what
 * takes long to show, so that an answer to the visitor's hand does not wait for it.
 */
export function useAfterPaint<T>(value: T, before: T = value): T {
  const [shown, setShown] = useState(before);
  useEffect(() => afterPaint(() => setShown(value)), [value]);
  return shown;
}

/** How many of a number of parts are shown: `first` of them at once, and one more each time the screen has been drawn. */
export function useParts(total: number, first: number): number {
  const [shown, setShown] = useState(first);
  useEffect(() => (shown < total ? afterPaint(() => setShown(shown + 1)) : undefined), [shown, total]);
  return Math.min(shown, total);
}

/** Does something when the screen has been drawn next; returns what calls it off. */
export function afterPaint(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A task asked for in a frame comes after that frame has been drawn.
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** What the visitor sees only after what stands above it: it comes when that has been drawn, and then stays. */
export function AfterPaint({ children }: { children: React.ReactNode }): React.ReactNode {
  return useAfterPaint(true, false) && children;
}
