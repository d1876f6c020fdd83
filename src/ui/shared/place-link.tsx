import type { Place } from '../../contract/place';
import { useDesk } from './desk';
import styles from './shared.module.css';

interface Props {
  place: Place;
  current?: boolean;
  /** A row of a list rather than a word of the text. */
  row?: boolean;
  children: React.ReactNode;
}

/** A link to a place: a plain address that the desk answers without loading a page. */
export function PlaceLink({ place, current = false, row = false, children }: Props): React.JSX.Element {
  const { hrefOfPlace, actions } = useDesk();
  return (
    <a
      href={hrefOfPlace(place.id)}
      className={row ? styles['rowLink'] : styles['mention']}
      data-hue={place.hue}
      data-wide={place.kind === 'whole-plan' || undefined}
      data-unlocated={place.bbox ? undefined : ''}
      aria-current={current || undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        actions.selectPlace(place.id);
      }}
    >
      {children}
    </a>
  );
}
