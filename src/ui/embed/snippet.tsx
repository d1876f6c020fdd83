import { useId, useState } from 'react';

import { Button } from '../shared/button';
import { useDesk } from '../shared/desk';
import styles from './studio.module.css';

/** Words to be copied into another page. */
export function Snippet({ name, text }: { name: string; text: string }): React.JSX.Element {
  const { t } = useDesk();
  const words = t.embed.studio;
  const id = useId();
  const [copied, setCopied] = useState<{ text: string; ok: boolean } | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied({ text, ok: true });
    } catch {
      // The browser said no; the visitor is told, and the words can be selected.
      setCopied({ text, ok: false });
    }
  };
  const said = copied?.text === text ? copied : null;
  return (
    <div className={styles['snippet']}>
      <label htmlFor={id}>{name}</label>
      <Button onClick={() => void copy()} aria-describedby={id}>
        <span aria-live="polite">{said?.ok ? words.copied : words.copy}</span>
      </Button>
      <textarea
        id={id}
        readOnly
        rows={text.length > 90 ? 3 : 1}
        value={text}
        spellCheck={false}
        onFocus={(event) => event.target.select()}
      />
      {said && !said.ok && <p role="alert">{words.copyFailed}</p>}
    </div>
  );
}
