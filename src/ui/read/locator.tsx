import type { DrawnFeature } from '../../contract/features';
import type { Place } from '../../contract/place';
import { smallDrawing } from '../../spatial/outline';
import { useDesk } from '../shared/desk';
import styles from './note.module.css';

const WIDTH = 168;
/** A shape below this many units is lost on the small map; a dot stands for it. */
const SMALLEST_SHAPE = 12;

/** A small map of the whole plan with one place on it: its shape, and a dot where the shape would be too small. */
export function Locator({ place }: { place: Place }): React.JSX.Element | null {
  const { plan, places, drawn } = useDesk();
  const { areas, lines } = drawn();
  const coverage = places.get(plan.coverage)?.bbox;
  if (!coverage || !place.bbox || !place.labelAt) return null;
  const frame = smallDrawing(coverage, WIDTH);
  const ground = (groundClass: string): string =>
    (areas?.features ?? [])
      .filter(({ properties: p }) => p.class === groundClass && p.mark === 'shape')
      .map(({ geometry }) => frame.path(geometry))
      .join('');
  const own = [...(areas?.features ?? []), ...(lines?.features ?? [])].filter(
    ({ properties: p }: DrawnFeature) => p.id === place.id && p.mark === 'shape',
  );
  const line = place.kind === 'line';
  const [x, y] = frame.at(place.labelAt);
  const [west, north] = frame.at([place.bbox[0], place.bbox[3]]);
  const [east, south] = frame.at([place.bbox[2], place.bbox[1]]);
  const seen = own.length > 0 && Math.max(east - west, south - north) > SMALLEST_SHAPE;
  return (
    <svg
      className={styles['locator']}
      viewBox={`-4 -4 ${frame.width + 8} ${frame.height + 8}`}
      aria-hidden="true"
      data-hue={place.hue}
    >
      <path d={ground('district')} className={styles['land']} />
      <path d={ground('lake')} className={styles['water']} />
      {own.map(({ geometry, properties }) => (
        <path key={properties.id} d={frame.path(geometry)} className={line ? styles['line'] : styles['area']} />
      ))}
      {!seen && <circle cx={x} cy={y} r={4} className={styles['dot']} />}
    </svg>
  );
}
