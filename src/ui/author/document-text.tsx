import type { ParsedDocument } from '../../policy/parse/parse-document';
import styles from './author.module.css';

interface Props {
  document: ParsedDocument;
  /** Words that were selected in it. */
  onPhrase: (phrase: string) => void;
}

/** The document, line by line, to select words in. */
export function DocumentText({ document, onPhrase }: Props): React.JSX.Element {
  const take = (): void => {
    const words = String(window.getSelection() ?? '').trim();
    if (words !== '' && !words.includes('\n')) onPhrase(words);
  };
  return (
    // What is selected is taken from the whole text, whichever way it was selected; the field above does the same.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles['text']} onMouseUp={take} onKeyUp={take} onTouchEnd={take}>
      {document.text.split('\n').map((line, index) => (
        // eslint-disable-next-line react/no-array-index-key
        <p key={index}>{line}</p>
      ))}
    </div>
  );
}
