import { useLayoutEffect, useRef } from 'react';

import { SheetDrag } from './sheet-drag';
import { type Stop, STOPS } from './sheet-stops';
import styles from './sheet.module.css';

interface Props {
  stop: Stop;
  onStop: (stop: Stop) => void;
  handleLabel: string;
  label: string;
  /** Something lies over all of it: nobody can see what would have the focus there. */
  covered: boolean;
  /** The row at the top, which stays in sight at every stop and by which the sheet can be pulled too. */
  head: React.ReactNode;
  children: React.ReactNode;
}

/** The page of the desk; on a phone a sheet with three stops that follows the finger. */
export function Sheet({ stop, onStop, handleLabel, label, covered, head, children }: Props): React.JSX.Element {
  const sheet = useRef<HTMLElement>(null);
  const drag = useRef<SheetDrag | null>(null);
  const latest = useRef({ stop, onStop });
  useLayoutEffect(() => {
    latest.current = { stop, onStop };
  });
  useLayoutEffect(() => {
    if (!sheet.current) return;
    const attached = new SheetDrag(sheet.current, latest.current.stop, (next) => latest.current.onStop(next));
    drag.current = attached;
    return () => attached.detach();
  }, []);
  useLayoutEffect(() => drag.current?.came(stop), [stop]);
  const step = (by: number): void => {
    const next = STOPS[Math.max(0, Math.min(STOPS.length - 1, STOPS.indexOf(stop) + by))];
    if (next) onStop(next);
  };
  return (
    <main
      ref={sheet}
      className={styles['sheet']}
      data-stop={stop}
      aria-label={label}
      id="text"
      tabIndex={-1}
      inert={covered}
    >
      {/* What a finger does here, the handle does for keys. */}
      <div className={styles['grip']} data-grip="">
        <button
          type="button"
          className={styles['handle']}
          aria-label={handleLabel}
          onClick={() => step(stop === 'full' ? -2 : 1)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            step(event.key === 'ArrowUp' ? 1 : -1);
          }}
        />
        {head}
      </div>
      {/* Nobody reads what is below the window: whoever comes to it by key lifts the sheet. */}
      <div className={styles['body']} onFocus={() => stop === 'peek' && onStop('half')}>
        {children}
      </div>
    </main>
  );
}
