import { memo } from 'react';

import type { Store } from '../state/store';
import { PANES, type Reading, type ViewState } from '../state/view-state';
import styles from './app.module.css';
import { ReadingSwitch } from './read/reading-switch';
import { Button } from './shared/button';
import { useDesk } from './shared/desk';

interface Props {
  store: Store;
  pane: ViewState['pane'];
  reading: Reading;
}

/** Which pane is open, and in which words the document is read. */
export const PaneTabs = memo(function PaneTabs({ store, pane: open, reading }: Props): React.JSX.Element {
  const { t } = useDesk();
  return (
    <div className={styles['tabs']}>
      {PANES.map((pane) => (
        <Button key={pane} look="bare" aria-pressed={open === pane} onClick={() => store.set({ pane })}>
          {t.panes[pane]}
        </Button>
      ))}
      {open === 'read' && <ReadingSwitch reading={reading} onReading={(chosen) => store.set({ reading: chosen })} />}
    </div>
  );
});
