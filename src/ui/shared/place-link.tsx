import type { Place } from '../../contract/place';
import { onPlainClick } from './article-link';
import { useDesk } from './desk';
import styles from './shared.module.css';

interface Props {
  place: Place;
  current?: boolean;
  /** A row of a list rather than a word of the text. */
  row?: boolean;
  /** Where in the document the word stands. */
  start?: number;
  children: React.ReactNode;
}

/** A link to a place: a plain address that the desk answers without loading a page. */
export function PlaceLink({ place, current = false, row = false, start, children }: Props): React.JSX.Element {
  const { hrefOfPlace, actions } = useDesk();
  return (
    <a
      href={hrefOfPlace(place.id)}
      className={row ? styles['rowLink'] : styles['mention']}
      data-hue={place.hue}
      data-wide={place.kind === 'whole-plan' || undefined}
      data-unlocated={place.bbox ? undefined : ''}
      aria-current={current || undefined}
      data-place={place.id}
      data-start={start}
      onClick={(event) => onPlainClick(event, () => actions.selectPlace(place.id, start))}
    >
      {children}
    </a>
  );
}
