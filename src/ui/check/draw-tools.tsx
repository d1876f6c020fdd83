import { Button } from '../shared/button';
import { useDesk } from '../shared/desk';
import styles from './check.module.css';
import type { Check, Pen } from './use-check';

/** Corners after which a shape can be finished. */
const ENOUGH = { parcel: 3, line: 2, point: 1 } as const;

/** What can be done with a drawing, as buttons: all of it works without a pointer. */
export function DrawTools({ check, pen }: { check: Check; pen: Pen }): React.JSX.Element {
  const { t } = useDesk();
  const { tools, drawn, shape } = pen;
  const words = t.check.drawing;
  return (
    <section className={styles['tools']} aria-label={t.check.draw}>
      <p className={styles['small']} aria-live="polite">
        {tools === null ? words.loading : drawn.geometry ? words.edit : words[shape]}{' '}
        {tools !== null && words.corners(drawn.corners)}
      </p>
      <div className={styles['row']}>
        <Button disabled={!tools || drawn.geometry !== null} onClick={tools?.addHere}>
          {words.addHere}
        </Button>
        <Button disabled={!tools || drawn.geometry !== null || drawn.corners < ENOUGH[shape]} onClick={tools?.finish}>
          {words.finish}
        </Button>
        <Button disabled={!tools || !drawn.canUndo} onClick={tools?.undo}>
          {words.undo}
        </Button>
        <Button disabled={!tools || drawn.corners === 0} onClick={tools?.clear}>
          {words.clear}
        </Button>
        <Button look="quiet" onClick={check.putPenAway}>
          {words.close}
        </Button>
      </div>
    </section>
  );
}
