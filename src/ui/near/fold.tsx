import { useState } from 'react';

import styles from './near.module.css';

/** Something folded away; what is in it is not even built before it is opened. */
export function Fold({
  summary,
  children,
}: {
  summary: React.ReactNode;
  children: () => React.ReactNode;
}): React.JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles['fold']} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children()}
    </details>
  );
}
