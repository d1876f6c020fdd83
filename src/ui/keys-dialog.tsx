import { useEffect, useRef } from 'react';

import styles from './keys-dialog.module.css';
import { Button } from './shared/button';
import { useDesk } from './shared/desk';
import { setSingleKeys, SHOW_KEYS, singleKeysOn, useSingleKeys } from './shared/single-keys';

/** Every key that does something, and the switch for those of a single character. `?` opens it. */
export function KeysDialog(): React.JSX.Element {
  const { t } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  const on = useSingleKeys();
  useEffect(() => {
    const show = (): void => {
      if (dialog.current && !dialog.current.open) dialog.current.showModal();
    };
    const press = (event: KeyboardEvent): void => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || !singleKeysOn()) return;
      const { target } = event;
      if (target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable], dialog')) return;
      event.preventDefault();
      show();
    };
    window.addEventListener('keydown', press);
    window.addEventListener(SHOW_KEYS, show);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener(SHOW_KEYS, show);
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby="keys-title"
      // Escape closes the dialog and not the card behind it.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header>
        <h2 id="keys-title">{t.access.dialogTitle}</h2>
        <Button look="icon" aria-label={t.close} onClick={() => dialog.current?.close()}>
          ×
        </Button>
      </header>
      <dl>
        {t.access.keyList.map(({ key, what }) => (
          <div key={what}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label>
        <input type="checkbox" checked={on} onChange={(event) => setSingleKeys(event.target.checked)} />
        <span>{t.access.singleKeys}</span>
      </label>
      <p>{t.access.singleKeysWhy}</p>
    </dialog>
  );
}
