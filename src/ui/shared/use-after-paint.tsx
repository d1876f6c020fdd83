import { useEffect, useState } from 'react';

/**
 * A value as it was when the screen was last drawn: it follows one frame behind, and is `before` until then. For what
 * takes long to show, so that an answer to the visitor's hand does not wait for it.
 */
export function useAfterPaint<T>(value: T, before: T = value): T {
  const [shown, setShown] = useState(before);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A task asked for in a frame comes after that frame has been drawn.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setShown(value));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return shown;
}

/** What the visitor sees only after what stands above it: it comes when that has been drawn, and then stays. */
export function AfterPaint({ children }: { children: React.ReactNode }): React.ReactNode {
  return useAfterPaint(true, false) && children;
}
