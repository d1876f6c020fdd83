import { useState, useSyncExternalStore } from 'react';

import type { Updates } from '../../offline/updates';
import type { Texts } from '../../text/zh';
import { Button } from '../shared/button';
import styles from './look.module.css';

/** Says, without hurry, that the page could be loaded anew: a newer version is there, or a part of this one is not. */
export function UpdateNotice({ t, updates }: { t: Texts; updates: Updates }): React.JSX.Element | null {
  const found = useSyncExternalStore(updates.subscribe, updates.get);
  const [dismissed, setDismissed] = useState<typeof found>(null);
  if (found === null || found === dismissed) return null;
  return (
    <output className={styles['notice']}>
      <span>{t.offline[found]}</span>
      <Button onClick={updates.apply}>{t.offline.reload}</Button>
      <Button look="quiet" onClick={() => setDismissed(found)}>
        {t.dismiss}
      </Button>
    </output>
  );
}
