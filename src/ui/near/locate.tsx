import { startTransition, useDeferredValue, useEffect, useId, useMemo, useState } from 'react';

import type { LngLat, Place } from '../../contract/place';
import { readCoordinates } from '../../importers/coordinates';
import type { SavedPlace } from '../../state/saved-places';
import { Button } from '../shared/button';
import { useDesk } from '../shared/desk';
import styles from './near.module.css';
import type { Near } from './use-near';

interface Props {
  near: Near;
  /** The place whose card is open, and the spot that was touched on the map. */
  selected: Place | null;
  asked: LngLat | null;
  saved: readonly SavedPlace[];
  /** Hears of the position that is being typed, before it is asked about; `null` while it is none, or may be several. */
  onTyped: (at: LngLat | null) => void;
}

/** Every way to say where: the device, a coordinate or link, the selected place, the map, a saved spot. */
export function Locate({ near, selected, asked, saved, onTyped }: Props): React.JSX.Element {
  const { t, say, plan, places } = useDesk();
  const [text, setText] = useState('');
  const id = useId();
  const { labelAt } = selected ?? {};
  const coverage = places.get(plan.coverage)?.bbox ?? undefined;
  // Read while it is typed, so that the press has only to take what was understood.
  const typed = useDeferredValue(text);
  const found = useMemo(() => readCoordinates(typed, coverage), [typed, coverage]);
  useEffect(() => {
    const [only, ...others] = found.ok ? found.candidates : [];
    startTransition(() => onTyped(only && others.length === 0 ? only.at : null));
  }, [found, onTyped]);
  return (
    <div className={styles['locate']}>
      <Button className={styles['main']} disabled={near.locating} onClick={near.locate}>
        {near.locating ? t.near.locating : t.near.askDevice}
      </Button>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          near.read(typed === text ? found : readCoordinates(text, coverage));
        }}
      >
        <label htmlFor={id}>{t.near.field}</label>
        <input
          id={id}
          value={text}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit">{t.near.find}</Button>
        <p id={`${id}-hint`} className={styles['soft']}>
          {t.near.fieldHint}
        </p>
      </form>
      <p role="alert" className={styles['problem']}>
        {near.problem && t.near.problem[near.problem]}
      </p>
      {selected && labelAt && (
        <Button
          onClick={() =>
            near.take({ at: labelAt, accuracyM: selected.accuracyM ?? 0, origin: 'place', name: say(selected.name) })
          }
        >
          {t.near.takePlace(say(selected.name))}
        </Button>
      )}
      {asked && (
        <Button onClick={() => near.take({ at: asked, accuracyM: 0, origin: 'asked', name: null })}>
          {t.near.takeAsked}
        </Button>
      )}
      {saved.map((one) => (
        <Button key={one.name} onClick={() => near.take({ at: one.at, accuracyM: 0, origin: 'saved', name: one.name })}>
          {one.name}
        </Button>
      ))}
      <p className={styles['soft']}>{t.near.mapHint}</p>
    </div>
  );
}
