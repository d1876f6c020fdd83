import type { LoadFault } from '../../data/result';
import type { Texts } from '../../text/zh';
import { Button } from '../shared/button';
import styles from './look.module.css';

interface FaultProps {
  t: Texts;
  fault: LoadFault;
  onRetry: () => void;
}

/** A file that could not be used: which, why, and what to do. */
export function FaultNotice({ t, fault, onRetry }: FaultProps): React.JSX.Element {
  return (
    <div className={styles['notice']} role="alert">
      <span>{t.fault[fault.reason](fault.file)}</span>
      <Button onClick={onRetry}>{t.retry}</Button>
      <details>
        <summary>{t.faultDetail}</summary>
        {fault.detail}
      </details>
    </div>
  );
}

/** One calm sentence that can be put away. */
export function Notice({ t, text, onDismiss }: { t: Texts; text: string; onDismiss: () => void }): React.JSX.Element {
  return (
    <output className={styles['notice']}>
      <span>{text}</span>
      <Button look="quiet" onClick={onDismiss}>
        {t.dismiss}
      </Button>
    </output>
  );
}
