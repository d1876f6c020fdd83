import { useEffect, useState } from 'react';

/** Short enough to feel live, long enough not to check a large plan at every letter. */
const SETTLE_MS = 200;

/** A value as it was when it last stood still for a moment; the first one at once. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
