import { Button } from '../shared/button';
import { useDesk } from '../shared/desk';
import styles from './no-map.module.css';

/** What stands where the interactive map would be, and the way to try again where there is one. */
export function NoMap({ text, onRetry }: { text: string; onRetry?: () => void }): React.JSX.Element {
  const { t } = useDesk();
  return (
    <output className={styles['noMap']}>
      <span>{text}</span>
      {onRetry && <Button onClick={onRetry}>{t.access.mapAgain}</Button>}
    </output>
  );
}
