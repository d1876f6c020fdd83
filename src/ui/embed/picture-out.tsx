import { useRef, useState } from 'react';

import type { ViewState } from '../../state/view-state';
import { nameOf, type Subject } from '../page-words';
import { Button } from '../shared/button';
import { useDesk } from '../shared/desk';
import { saveFile } from '../shared/save-file';
import type { PictureFormat } from './view-file';
import { canSharePictures, share } from './share-sheet';
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
  /** Address of the view on the desk, to be handed on. */
  link: string;
}): React.JSX.Element {
  const desk = useDesk();
  const { t, plan, say } = desk;
  const words = t.embed.studio;
  const [said, setSaid] = useState('');
  const title = subject.kind === 'place' ? nameOf(desk, subject.place) : say(plan.shortTitle);
  /** The picture to share, kept for a second press of the button. */
  const drawn = useRef<{ link: string; file: File } | null>(null);
  const [sharesPictures] = useState(canSharePictures);
  const draw = async (format: PictureFormat): Promise<File | null> => {
    setSaid(words.drawing);
    try {
      const { viewFile } = await import('./view-file');
      return await viewFile(desk, subject, view, format);
    } catch (error) {
      // The network, or a newer version of the site; the visitor is told.
      console.warn(error);
      return null;
    }
  };
  const save = async (format: PictureFormat): Promise<void> => {
    const file = await draw(format);
    if (file) saveFile(file, file.name);
    setSaid(file ? words.saved : words.drawFailed);
  };
  const shareLink = async (): Promise<void> => {
    const done = await share({ title, url: link });
    setSaid(done === 'shared' || done === 'closed' ? '' : words.shareFailed);
  };
  const sharePicture = async (): Promise<void> => {
    const file = drawn.current?.link === link ? drawn.current.file : await draw(2);
    if (!file) {
      setSaid(words.drawFailed);
      return;
    }
    drawn.current = { link, file };
    const done = await share({ files: [file], title, url: link });
    setSaid(done === 'again' ? words.shareAgain : done === 'failed' ? words.shareFailed : '');
  };
  return (
    <fieldset className={styles['choice']}>
      <legend>{words.picture}</legend>
      {FORMATS.map((format) => (
        <Button key={format} onClick={() => void save(format)}>
          {format === 'svg' ? words.svg : words.png(format)}
        </Button>
      ))}
      {'share' in navigator && <Button onClick={() => void shareLink()}>{words.shareLink}</Button>}
      {sharesPictures && <Button onClick={() => void sharePicture()}>{words.sharePicture}</Button>}
      <output>{said}</output>
    </fieldset>
  );
}
