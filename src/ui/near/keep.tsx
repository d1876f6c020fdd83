import { useState } from 'react';

import { MOST_SAVED, type SavedPlace } from '../../state/saved-places';
import { Button } from '../shared/button';
import { useDesk } from '../shared/desk';
import styles from './near.module.css';
import type { Near } from './use-near';
import type { Kept } from './use-kept';

/** Spots that the visitor asked this browser to keep: a name for this one, and the list to rename and delete. */
export function Keep({ near: { spot }, kept }: { near: Near; kept: Kept }): React.JSX.Element {
  const { t } = useDesk();
  const { places, said, save } = kept;
  const [name, setName] = useState('');
  const free = (wish: string): string => {
    const taken = new Set(places.map((one) => one.name));
    for (let number = places.length + 1; wish === '' || taken.has(wish); number += 1) wish = t.near.keepDefault(number);
    return wish;
  };
  return (
    <div className={styles['tool']}>
      {spot && (
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            const full = places.length >= MOST_SAVED;
            const done = save(full ? null : [...places, { name: free(name.trim()), at: spot.at }]);
            if (done) setName('');
          }}
        >
          <label>
            {t.near.keepName}
            <input value={name} maxLength={40} autoComplete="off" onChange={(event) => setName(event.target.value)} />
          </label>
          <Button type="submit">{t.near.keepNow}</Button>
        </form>
      )}
      <p className={styles['soft']}>{t.near.keepPlain}</p>
      <output className={styles['soft']}>{said && t.near.saved[said]}</output>
      {places.length > 0 && (
        <ul className={styles['kept']} aria-label={t.near.keptList}>
          {places.map((one) => (
            <KeptRow
              key={one.name}
              place={one}
              onRename={(next) =>
                save(places.map((other) => (other === one ? { ...one, name: free(next.trim() || one.name) } : other)))
              }
              onRemove={() => save(places.filter((other) => other !== one))}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function KeptRow({
  place,
  onRename,
  onRemove,
}: {
  place: SavedPlace;
  onRename: (name: string) => void;
  onRemove: () => void;
}): React.JSX.Element {
  const { t } = useDesk();
  const [name, setName] = useState<string | null>(null);
  if (name === null) {
    return (
      <li>
        <span>{place.name}</span>
        <Button look="quiet" aria-label={`${t.near.rename} ${place.name}`} onClick={() => setName(place.name)}>
          {t.near.rename}
        </Button>
        <Button look="quiet" aria-label={`${t.near.remove} ${place.name}`} onClick={onRemove}>
          {t.near.remove}
        </Button>
      </li>
    );
  }
  return (
    <li>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setName(null);
          if (name.trim() !== place.name) onRename(name);
        }}
      >
        <input
          value={name}
          maxLength={40}
          aria-label={t.near.keepName}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit">{t.near.renameDone}</Button>
      </form>
    </li>
  );
}
