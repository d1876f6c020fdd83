import { useEffect, useId, useRef } from 'react';

import type { Hue } from '../../contract/place';
import { Button } from '../shared/button';
import { useDesk } from '../shared/desk';
import styles from './look.module.css';

interface Props {
  eyebrow: React.ReactNode;
  title: string;
  hue?: Hue;
  /** Whether the card takes the focus when it appears: after the visitor opened it, not when a link brought it. */
  takeFocus: boolean;
  /** Whether one may go on to the next place of the document from here. */
  steps?: boolean;
  children: React.ReactNode;
}

/** A sheet of paper laid on the map: a place, or what is at a spot. Escape and the cross take it away. */
export function Card({ eyebrow, title, hue, takeFocus, steps = false, children }: Props): React.JSX.Element {
  const { t, actions } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    // Whoever opened the card gets the focus back when it goes.
    const opener = document.activeElement;
    return () => {
      if (opener instanceof HTMLElement && document.contains(opener)) opener.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    if (takeFocus) heading.current?.focus({ preventScroll: true });
  }, [takeFocus, title]);
  useEffect(() => {
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') actions.closeCard();
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [actions]);
  return (
    <section className={styles['card']} data-hue={hue} aria-labelledby={id}>
      <header className={styles['cardHead']}>
        <div>
          <p className={styles['eyebrow']}>{eyebrow}</p>
          <h2 className={styles['cardTitle']} id={id} ref={heading} tabIndex={-1}>
            {title}
          </h2>
        </div>
        {steps && (
          <div className={styles['steps']}>
            <Button look="icon" aria-label={t.reading.previousPlace} onClick={() => actions.stepPlace(-1)}>
              ‹
            </Button>
            <Button look="icon" aria-label={t.reading.nextPlace} onClick={() => actions.stepPlace(1)}>
              ›
            </Button>
          </div>
        )}
        <Button look="icon" aria-label={t.close} onClick={actions.closeCard}>
          ×
        </Button>
      </header>
      <div className={styles['cardBody']}>{children}</div>
    </section>
  );
}
