import { useEffect, useRef } from 'react';

import type { Place } from '../../contract/place';
import type { Nearby } from '../../spatial/near';
import { distanceText } from '../../text/format';
import { CommitmentList } from '../shared/commitment-list';
import { useDesk } from '../shared/desk';
import { EvidenceList } from '../shared/evidence-list';
import { PlaceLink } from '../shared/place-link';
import { Swatch } from '../shared/swatch';
import { Fold } from './fold';
import { wayText } from './near-words';
import styles from './near.module.css';

interface Props {
  items: readonly Nearby[];
  /** A row that the reader looks at, so that the map can draw the way to it. */
  onLook: (placeId: string | null) => void;
}

/** Planned things beside the spot, nearest first, one sentence each. */
export function NearbyList({ items, onLook }: Props): React.JSX.Element {
  const { t, lang, places, themes, say } = useDesk();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const { current: rows } = list;
    const look = ({ type, target }: Event): void => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-near]') : null;
      onLook(type === 'pointerleave' || type === 'focusout' ? null : (row?.dataset['near'] ?? null));
    };
    const events = ['pointerover', 'pointerleave', 'focusin', 'focusout'];
    events.forEach((event) => rows?.addEventListener(event, look));
    return () => events.forEach((event) => rows?.removeEventListener(event, look));
  }, [onLook]);
  return (
    <ol className={styles['nearby']} ref={list}>
      {items.map((near) => {
        const place = places.get(near.placeId);
        if (!place) return null;
        const part = near.part && places.get(near.part.placeId);
        return (
          <li key={near.placeId} data-near={near.placeId}>
            <p className={styles['name']}>
              <Swatch
                hue={place.hue}
                pattern={themes.get(place.theme)?.pattern ?? 'none'}
                line={place.kind === 'line'}
              />
              <PlaceLink place={place} row>
                {say(place.name)}
              </PlaceLink>
              <span className={styles['soft']}>{t.idealisation[place.idealisation]}</span>
            </p>
            <p className={styles['way']}>
              {wayText(near, t, lang)}
              <span className={styles['soft']}>
                {[
                  t.near.margin(distanceText(place.accuracyM ?? 0, t, lang)),
                  ...near.crosses.map((barrier) => t.near.crosses[barrier]),
                ].join(' · ')}
              </span>
            </p>
            {part && near.part && (
              <p className={styles['way']}>
                {t.near.part(say(part.name))} {wayText(near.part, t, lang)}
                <span className={styles['soft']}>{t.near.margin(distanceText(part.accuracyM ?? 0, t, lang))}</span>
              </p>
            )}
            <Said place={place} />
          </li>
        );
      })}
    </ol>
  );
}

/** What the document says of a place, folded: its commitments, or else the sentences that name it. */
export function Said({ place }: { place: Place }): React.JSX.Element {
  const { t, commitments } = useDesk();
  const promises = commitments?.byPlace.get(place.id) ?? [];
  if (promises.length === 0) return <Fold summary={t.near.saysOfIt}>{() => <EvidenceList place={place} />}</Fold>;
  return (
    <Fold summary={t.commitments(promises.length)}>
      {() => <CommitmentList commitments={promises} place={place.id} />}
    </Fold>
  );
}
