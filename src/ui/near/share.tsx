import { useId, useState } from 'react';

import { nearMe } from '../../spatial/near';
import type { NearIndex } from '../../spatial/near-index';
import { NEAR_DECIMALS, type NearDecimals, type SharedNear } from '../../state/view-state';
import { Button } from '../shared/button';
import { useDesk } from '../shared/desk';
import { answerText } from './near-text';
import styles from './near.module.css';
import { rounded, shownSpot } from './near-state';
import { savePicture } from './save-picture';
import type { Near } from './use-near';

interface Props {
  near: Near;
  index: NearIndex;
  /** Whether all data files are here. */
  complete: boolean;
  /** What the address has of the spot. */
  shared: SharedNear | null;
}

/** A link, a text or a picture of the answer, the spot rounded as its visitor wants. Nothing leaves before a button is pressed. */
export function Share({ near, index, complete, shared }: Props): React.JSX.Element | null {
  const desk = useDesk();
  const { t, hrefOfNear } = desk;
  const [decimals, setDecimals] = useState<NearDecimals>(shared?.decimals ?? 3);
  const [said, setSaid] = useState('');
  const [text, setText] = useState<string | null>(null);
  const name = useId();
  if (!near.spot) return null;
  const { radiusM } = near;
  const shown = rounded(near.spot, decimals, radiusM);
  const spot = shownSpot(near.spot, decimals, radiusM);
  const address = hrefOfNear(shown);
  const link = new URL(address, location.href).href;
  const copy = async (words: string): Promise<boolean> => {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch {
      // The browser said no; the visitor is told so below.
      return false;
    }
  };
  const copyLink = async (): Promise<void> => {
    near.share(decimals);
    setText(null);
    setSaid((await copy(link)) ? t.near.linkCopied : t.near.linkShown);
  };
  const copyText = async (): Promise<void> => {
    const answer = nearMe(spot.at, radiusM, index, spot.accuracyM);
    const words = answerText(answer, radiusM, link, desk);
    const copied = await copy(words);
    setText(copied ? null : words);
    setSaid(copied ? t.near.textCopied : t.near.textFailed);
  };
  const save = async (): Promise<void> => {
    setText(null);
    setSaid(t.near.card.drawing);
    const question = { spot, decimals, radiusM, index, complete, link: shared && link };
    setSaid(t.near.card[await savePicture(question, desk)]);
  };
  return (
    <div className={styles['tool']}>
      <fieldset className={styles['radii']}>
        <legend>{t.near.shareLead}</legend>
        {NEAR_DECIMALS.map((value) => (
          <label key={value}>
            <input type="radio" name={name} checked={decimals === value} onChange={() => setDecimals(value)} />
            {t.near.precision[value]}
          </label>
        ))}
      </fieldset>
      <p className={styles['soft']}>{t.near.written(decodeURIComponent(/near=[^&#]*/u.exec(address)?.[0] ?? ''))}</p>
      <p className={styles['buttons']}>
        <Button onClick={() => void copyLink()}>{t.near.copyLink}</Button>
        <Button onClick={() => void copyText()}>{t.near.copyText}</Button>
        <Button onClick={() => void save()}>{t.near.savePicture}</Button>
        {shared && (
          <Button
            look="quiet"
            onClick={() => {
              near.unshare();
              setSaid('');
            }}
          >
            {t.near.unshare}
          </Button>
        )}
      </p>
      <output className={styles['soft']}>{said}</output>
      {text !== null && <textarea readOnly rows={8} value={text} aria-label={t.near.copyText} />}
    </div>
  );
}
