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

/** The page as it came has to do for now: why, and how to try again. */
export function StandingNotice({ t, fault, onRetry }: FaultProps): React.JSX.Element {
  return (
    <div className={styles['notice']} role="alert">
      <span>
        {t.access.standing} {t.fault[fault.reason](fault.file)}
      </span>
      <Button onClick={onRetry}>{t.retry}</Button>
    </div>
  );
}

/** Several files that could not be had: said once. */
export function FaultsNotice({
  t,
  faults,
  onRetry,
}: {
  t: Texts;
  faults: readonly LoadFault[];
  onRetry: () => void;
}): React.JSX.Element {
  return (
    <div className={styles['notice']} role="alert">
      <span>{t.access.someMissing(faults.length)}</span>
      <Button onClick={onRetry}>{t.retry}</Button>
      <details>
        <summary>{t.faultDetail}</summary>
        <ul>
          {faults.map(({ file, detail }) => (
            <li key={file}>
              {file} {detail}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

interface NoticeProps {
  t: Texts;
  text: string;
  /** Missing where the notice goes by itself. */
  onDismiss?: () => void;
}

/** One calm sentence, which can be put away where it does not go by itself. */
export function Notice({ t, text, onDismiss }: NoticeProps): React.JSX.Element {
  return (
    <output className={styles['notice']}>
      <span>{text}</span>
      {onDismiss && (
        <Button look="quiet" onClick={onDismiss}>
          {t.dismiss}
        </Button>
      )}
    </output>
  );
}
