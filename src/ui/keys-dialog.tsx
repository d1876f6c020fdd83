import { memo, useLayoutEffect, useRef } from 'react';

import styles from './keys-dialog.module.css';
import { useDesk } from './shared/desk';
import { Dialog } from './shared/dialog';
import { setSingleKeys, SHOW_KEYS, singleKeysOn, useSingleKeys } from './shared/single-keys';

/** Every key that does something, and the switch for those of a single character. `?` opens it. */
export const KeysDialog = memo(function KeysDialog(): React.JSX.Element {
  const { t } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  const on = useSingleKeys();
  // Whoever sees the page may press a key at once.
  useLayoutEffect(() => {
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
    <Dialog ref={dialog} title={t.access.dialogTitle} closeLabel={t.close} width="narrow">
      <dl className={styles['keys']}>
        {t.access.keyList.map(({ key, what }) => (
          <div key={what}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label className={styles['switch']}>
        <input type="checkbox" checked={on} onChange={(event) => setSingleKeys(event.target.checked)} />
        <span>{t.access.singleKeys}</span>
      </label>
      <p className={styles['why']}>{t.access.singleKeysWhy}</p>
    </Dialog>
  );
});
