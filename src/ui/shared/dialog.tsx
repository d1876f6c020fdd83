import { type ReactNode, type Ref, useId } from 'react';

import { Button } from './button';
import styles from './dialog.module.css';

interface Props {
  title: string;
  closeLabel: string;
  width: 'narrow' | 'wide';
  /** Called with the element when it comes and with `null` when it goes. */
  ref: Ref<HTMLDialogElement>;
  onClose?: () => void;
  children: ReactNode;
}

/** A sheet of paper above the desk, with its title and the way to put it away. Who shows it calls `showModal`. */
export function Dialog({ title, closeLabel, width, ref, onClose, children }: Props): React.JSX.Element {
  const titleId = useId();
  return (
    <dialog
      ref={ref}
      className={styles['dialog']}
      data-width={width}
      aria-labelledby={titleId}
      onClose={onClose}
      // Keys of the desk are not meant here: Escape closes the dialog and not the card behind it.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={styles['head']}>
        <h2 id={titleId}>{title}</h2>
        <Button look="icon" aria-label={closeLabel} onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
          ×
        </Button>
      </div>
      {children}
    </dialog>
  );
}
