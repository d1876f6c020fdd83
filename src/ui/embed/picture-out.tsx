import { useState } from 'react';

import type { ViewState } from '../../state/view-state';
import { nameOf, type Subject } from '../page-words';
import { Button } from '../shared/button';
import { useDesk } from '../shared/desk';
import type { PictureFormat } from './save-view-picture';
import styles from './studio.module.css';

const FORMATS: readonly PictureFormat[] = [1, 2, 3, 'svg'];

/** The view as a file, with title, legend, scale and source in it. */
export function PictureOut({
  subject,
  view,
  link,
}: {
  subject: Subject;
  view: ViewState;
  link: string;
}): React.JSX.Element {
  const desk = useDesk();
  const { t, plan, say } = desk;
  const words = t.embed.studio;
  const [said, setSaid] = useState('');
  const title = subject.kind === 'place' ? nameOf(desk, subject.place) : say(plan.shortTitle);
  const save = async (format: PictureFormat): Promise<void> => {
    setSaid(words.drawing);
    try {
      const { saveViewPicture } = await import('./save-view-picture');
      setSaid((await saveViewPicture(desk, subject, view, format)) ? words.saved : words.drawFailed);
    } catch (error) {
      // The network, or a newer version of the site; the visitor is told.
      console.warn(error);
      setSaid(words.drawFailed);
    }
  };
  const share = async (): Promise<void> => {
    try {
      await navigator.share({ title, url: link });
    } catch (error) {
      // Whoever closes the sheet of the system has changed their mind.
      console.info(error);
    }
  };
  return (
    <fieldset className={styles['choice']}>
      <legend>{words.picture}</legend>
      {FORMATS.map((format) => (
        <Button key={format} onClick={() => void save(format)}>
          {format === 'svg' ? words.svg : words.png(format)}
        </Button>
      ))}
      {'share' in navigator && <Button onClick={() => void share()}>{words.share}</Button>}
      <output>{said}</output>
    </fieldset>
  );
}
