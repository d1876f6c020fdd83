import { useEffect, useState, useSyncExternalStore } from 'react';

import { whenIdle } from './when-idle';

const never = (): (() => void) => () => {};

interface Props {
  /** Somebody wants to see it. */
  now?: boolean;
  children: React.ReactNode;
}

/** What is out of sight at first: it is drawn when the browser has time, or somebody wants it. Pages have it at once. */
export function Later({ now = false, children }: Props): React.ReactNode {
  const inPage = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [drawn, setDrawn] = useState(now);
  if (now && !drawn) setDrawn(true);
  useEffect(() => (drawn ? undefined : whenIdle(() => setDrawn(true))), [drawn]);
  return inPage || drawn ? children : null;
}
