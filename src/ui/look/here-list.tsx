/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no element of HTML is a list of options whose choice opens something */
import { memo, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';

import type { Bbox, LngLat, Place } from '../../contract/place';
import { boxesTouch } from '../../spatial/bbox';
import { distanceM } from '../../spatial/ellipsoid';
import { useDesk } from '../shared/desk';
import { placeSaid } from '../shared/place-words';
import { Swatch } from '../shared/swatch';
import styles from './here-list.module.css';

interface Props {
  /** The box of the earth in view; `null` until the map stands. */
  view: Bbox | null;
  /** Themes that are switched off. */
  hidden: readonly string[];
  /** The place that the keys are at, for the map to show; `null` when they leave. */
  onPoint: (id: string | null) => void;
}

/**
 * The places that the map shows now, from its middle outwards, for those who do not point: after the listbox pattern of
 * WAI-ARIA. It is seen while it has the focus; the arrows walk through it and Enter opens the card.
 */
export const HereList = memo(function HereList({ view, hidden, onPoint }: Props): React.JSX.Element | null {
  const desk = useDesk();
  const { t, places, themes, actions } = desk;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const shown = useMemo(() => (view ? placesInView([...places.values()], view, hidden) : []), [places, view, hidden]);
  const at = Math.max(
    0,
    shown.findIndex((place) => place.id === active),
  );
  const meant = shown[at];

  useLayoutEffect(() => {
    if (active !== null) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  if (!meant) return null;
  const point = (place: Place | undefined): void => {
    if (!place) return;
    setActive(place.id);
    onPoint(place.id);
  };
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, shown.length - 1),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: shown.length - 1,
  };
  return (
    <div
      ref={list}
      className={styles['list']}
      role="listbox"
      tabIndex={0}
      aria-label={t.access.listLabel}
      aria-activedescendant={`${id}-${meant.id}`}
      onFocus={() => point(meant)}
      onBlur={() => onPoint(null)}
      onKeyDown={(event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        const step = steps[event.key];
        if (step === undefined && event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        if (step === undefined) actions.selectPlace(meant.id);
        else point(shown[step]);
      }}
    >
      <p className={styles['hint']} role="presentation">
        {t.access.listHint(shown.length)}
      </p>
      {shown.map((place) => {
        const theme = themes.get(place.theme);
        return (
          // The keys of the list are pressed in the list, which has the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={place.id}
            id={`${id}-${place.id}`}
            role="option"
            aria-selected={place === meant}
            className={styles['option']}
            onClick={() => actions.selectPlace(place.id)}
          >
            {theme && <Swatch hue={theme.hue} pattern={theme.pattern} line={theme.pattern === 'none'} />}
            <span>{placeSaid(desk, place)}</span>
          </div>
        );
      })}
    </div>
  );
});

/** What is drawn in a box, from its middle outwards; what is drawn everywhere is no place to go to. */
function placesInView(places: readonly Place[], view: Bbox, hidden: readonly string[]): Place[] {
  const middle: LngLat = [(view[0] + view[2]) / 2, (view[1] + view[3]) / 2];
  return places
    .flatMap((place) =>
      place.bbox && place.kind !== 'whole-plan' && !hidden.includes(place.theme) && boxesTouch(view, place.bbox)
        ? [{ place, awayM: distanceM(middle, place.labelAt ?? centreOf(place.bbox)) }]
        : [],
    )
    .toSorted((a, b) => a.awayM - b.awayM)
    .map(({ place }) => place);
}

function centreOf([west, south, east, north]: Bbox): LngLat {
  return [(west + east) / 2, (south + north) / 2];
}
