import type { Term } from '../../contract/commitment';
import { useDesk } from '../shared/desk';
import styles from './read.module.css';

/** Id of a word in the glossary at the end of the document. */
export function termId({ term }: Term): string {
  return `term-${term}`;
}

/**
 * A word of the trade in the text: a link to the glossary at the end. While it is pointed at or has the focus, which a
 * tap gives it too, the note of the page explains it in place.
 */
export function TermWord({ term, children }: { term: Term; children: React.ReactNode }): React.JSX.Element {
  const { hrefOfGlossary } = useDesk();
  return (
    <a
      className={styles['term']}
      href={`${hrefOfGlossary()}#${encodeURIComponent(termId(term))}`}
      data-term={term.term}
      onClick={(event) => {
        // The note is there already; the page stays where it is read.
        event.preventDefault();
        event.currentTarget.focus();
      }}
    >
      {children}
    </a>
  );
}
