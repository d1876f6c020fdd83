import { useEffect, useState } from 'react';

/**
 * A value as it was when the screen was last drawn: it follows one frame behind. For what takes long to show, so that
 * an answer to the visitor's hand does not wait for it.
 */
export function useAfterPaint<T>(value: T): T {
  const [shown, setShown] = useState(value);
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
