import styles from './skeleton.module.css';

/** The desk while nothing of it is here yet: its boxes, with lines where the text will stand. */
export function Skeleton({ label }: { label: string }): React.JSX.Element {
  return (
    <output className={styles['desk']} aria-label={label}>
      <span className={styles['page']} aria-hidden="true">
        <span className={styles['title']} />
        {WIDTHS.map((width, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the lines never change
          <span key={index} className={styles['line']} style={{ width: `${width}%` }} />
        ))}
      </span>
      <span className={styles['map']} aria-hidden="true" />
    </output>
  );
}

/** How wide the lines of a paragraph are, and of the next. */
const WIDTHS = [38, 100, 97, 100, 62, 44, 100, 98, 100, 100, 35];
