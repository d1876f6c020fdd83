import { useId, useRef, useState } from 'react';

import { LIST_SHAPES, type ListShape } from '../../importers/imported';
import { Button } from '../shared/button';
import { useDesk } from '../shared/desk';
import styles from './check.module.css';
import { DrawTools } from './draw-tools';
import type { Check } from './use-check';

const DRAWN = ['parcel', 'line', 'point'] as const;

/** The four doors for a site: files, a text, a drawing; dropping works everywhere. */
export function SiteInput({ check }: { check: Check }): React.JSX.Element {
  const { t } = useDesk();
  const { session, state, pen, takePen, takeFiles } = check;
  const chooser = useRef<HTMLInputElement>(null);
  const [shape, setShape] = useState<ListShape>('parcel');
  const [pasting, setPasting] = useState(state.draft !== '');
  const id = useId();
  const pasted = state.sources.filter(({ origin }) => origin === 'paste').length;
  if (pen) return <DrawTools check={check} pen={pen} />;
  return (
    <section className={styles['input']} aria-label={t.check.title}>
      <div className={styles['row']}>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-label={t.check.pick}
          onChange={({ currentTarget }) => {
            takeFiles([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
        <Button onClick={() => chooser.current?.click()}>{t.check.pick}</Button>
        <Button aria-expanded={pasting} aria-controls={id} onClick={() => setPasting(!pasting)}>
          {t.check.paste}
        </Button>
        <span className={styles['group']}>
          <span className={styles['small']}>{t.check.draw}</span>
          {DRAWN.map((one) => (
            <Button key={one} look="quiet" onClick={() => takePen(one)}>
              {t.check.shape[one]}
            </Button>
          ))}
        </span>
      </div>
      <p className={styles['small']}>{t.check.pickNote}</p>
      {pasting && (
        <form
          id={id}
          className={styles['paste']}
          onSubmit={(event) => {
            event.preventDefault();
            session.addText(state.draft, t.check.pasteName(pasted + 1), shape);
          }}
        >
          <label>
            <span className={styles['small']}>{t.check.pasteNote}</span>
            <textarea
              rows={6}
              value={state.draft}
              spellCheck={false}
              autoComplete="off"
              onChange={({ currentTarget }) => session.write(currentTarget.value)}
            />
          </label>
          <div className={styles['row']}>
            <fieldset className={styles['radios']}>
              <legend>{t.check.listShape}</legend>
              {LIST_SHAPES.map((one) => (
                <label key={one}>
                  <input type="radio" name={`${id}-shape`} checked={shape === one} onChange={() => setShape(one)} />
                  {t.check.shape[one]}
                </label>
              ))}
            </fieldset>
            <Button type="submit" disabled={state.draft.trim() === ''}>
              {t.check.pasteCheck}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
