import { useId } from 'react';

import { bearingDeg, distanceM } from '../../spatial/ellipsoid';
import { distanceText } from '../../text/format';
import { Button } from '../shared/button';
import { useDesk } from '../shared/desk';
import { positionText, windText } from './near-words';
import styles from './near.module.css';
import { isPending } from './near-state';
import type { Near } from './use-near';

/** The ways to read a coordinate, numbered as on the map. The visitor chooses; nothing is chosen for them. */
export function WhichDot({ near }: { near: Near }): React.JSX.Element | null {
  const { t, lang } = useDesk();
  const name = useId();
  const [first, ...others] = near.choice?.candidates ?? [];
  if (!near.choice || !first || others.length === 0) return null;
  return (
    <fieldset className={styles['which']}>
      <legend>{t.near.which}</legend>
      <p className={styles['soft']}>{t.near.whichHint}</p>
      {near.choice.candidates.map((candidate, index) => (
        <label key={`${candidate.system} ${candidate.at.join()}`} className={styles['dot']}>
          <input type="radio" name={name} checked={near.choice?.chosen === index} onChange={() => near.choose(index)} />
          <span>
            <b>{index + 1}</b> {t.near.datum[candidate.datum]}
            {index === 0 && <em className={styles['likely']}>{t.near.likeliest}</em>}
            <span className={styles['soft']}>
              {[
                positionText(candidate.at),
                index > 0 &&
                  t.near.apart(
                    distanceText(distanceM(first.at, candidate.at), t, lang),
                    windText(bearingDeg(first.at, candidate.at), t),
                  ),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        </label>
      ))}
      {first.notes.length > 0 && (
        <p className={styles['soft']}>
          {t.near.notes}
          {first.notes.map((note) => t.near.note[note]).join(lang === 'zh' ? '；' : '; ')}
        </p>
      )}
      {isPending(near) && near.spot && (
        <Button look="quiet" onClick={near.dropChoice}>
          {t.close}
        </Button>
      )}
    </fieldset>
  );
}
