import { memo, useEffect, useState } from 'react';

import { CiteButton } from '../shared/cite-button';
import styles from './read.module.css';

interface Selected {
  divisions: string[];
  top: number;
  left: number;
}

/** Beside words that the reader has marked: one button that copies their sentences with the citation. */
export const SelectionBar = memo(function SelectionBar({
  within,
}: {
  within: React.RefObject<HTMLElement | null>;
}): React.JSX.Element | null {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const read = (): void => setSelected(within.current && selectedIn(within.current));
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [within]);
  if (!selected) return null;
  return (
    <div className={styles['selection']} data-ours style={{ top: selected.top, left: selected.left }}>
      <CiteButton divisions={selected.divisions} keepSelection />
    </div>
  );
});

/** The sentences that the selection touches, and where it ends on the page. */
function selectedIn(page: HTMLElement): Selected | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!page.contains(range.commonAncestorContainer)) return null;
  const divisions = [...page.querySelectorAll('[data-sentence], h3[id]')]
    .filter((sentence) => range.intersectsNode(sentence))
    .map(({ id }) => id);
  if (divisions.length === 0) return null;
  const own = page.getBoundingClientRect();
  const end = range.getBoundingClientRect();
  return {
    divisions,
    top: end.bottom - own.top + 6,
    left: Math.max(0, Math.min(end.left - own.left, own.width - 120)),
  };
}
