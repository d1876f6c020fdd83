import { useRef, useState } from 'react';

import styles from './sheet.module.css';

const STOPS = ['peek', 'half', 'full'] as const;
export type Stop = (typeof STOPS)[number];

interface Props {
  stop: Stop;
  onStop: (stop: Stop) => void;
  handleLabel: string;
  label: string;
  children: React.ReactNode;
}

/** Velocity in pixels a millisecond from which a flick goes to the next stop whatever the distance. */
const FLICK = 0.45;

/** The page of the desk; on a phone a sheet with three stops that follows the finger. */
export function Sheet({ stop, onStop, handleLabel, label, children }: Props): React.JSX.Element {
  const [draggedPx, setDraggedPx] = useState<number | null>(null);
  const drag = useRef<{ fromY: number; lastY: number; lastT: number; speed: number } | null>(null);
  /** A drag ends with a click that nobody meant. */
  const dragged = useRef(false);
  const index = STOPS.indexOf(stop);

  const step = (by: number): void => {
    const next = STOPS[Math.max(0, Math.min(STOPS.length - 1, index + by))];
    if (next) onStop(next);
  };
  const release = (): void => {
    const { current: held } = drag;
    drag.current = null;
    setDraggedPx(null);
    if (!held) return;
    const movedPx = held.lastY - held.fromY;
    if (Math.abs(movedPx) < 6) return;
    dragged.current = true;
    if (Math.abs(held.speed) > FLICK || Math.abs(movedPx) > window.innerHeight * 0.16) step(movedPx < 0 ? 1 : -1);
    if (Math.abs(movedPx) > window.innerHeight * 0.5) onStop(movedPx < 0 ? 'full' : 'peek');
  };

  return (
    <section
      className={styles['sheet']}
      data-stop={stop}
      data-dragging={draggedPx === null ? undefined : ''}
      style={draggedPx === null ? undefined : { translate: `0 ${draggedPx}px` }}
      aria-label={label}
      id="text"
    >
      <button
        type="button"
        className={styles['handle']}
        aria-label={handleLabel}
        onClick={() => {
          if (!dragged.current) step(stop === 'full' ? -2 : 1);
          dragged.current = false;
        }}
        onKeyDown={(event) => {
          dragged.current = false;
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          step(event.key === 'ArrowUp' ? 1 : -1);
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          dragged.current = false;
          drag.current = { fromY: event.clientY, lastY: event.clientY, lastT: event.timeStamp, speed: 0 };
        }}
        onPointerMove={(event) => {
          const { current: held } = drag;
          if (!held) return;
          held.speed = (event.clientY - held.lastY) / Math.max(1, event.timeStamp - held.lastT);
          held.lastY = event.clientY;
          held.lastT = event.timeStamp;
          setDraggedPx(event.clientY - held.fromY);
        }}
        onPointerUp={release}
        onPointerCancel={release}
      />
      {children}
    </section>
  );
}
