import type { Commitment, Progress } from '../../contract/commitment';
import { hasPassed, progressOf } from '../../policy/commitments';
import { dayText } from '../../text/format';
import styles from './commitment.module.css';
import { useDesk } from './desk';

interface Props {
  commitments: readonly Commitment[];
  /** Only what was reported of this place, or of no place in particular. */
  place?: string;
}

/** Promises of the document: the words, what they mean in plain language, by when, and what was reported since. */
export function CommitmentList({ commitments, place }: Props): React.JSX.Element {
  return (
    <ul className={styles['list']}>
      {commitments.map((commitment) => (
        <li key={commitment.id}>
          <CommitmentRow commitment={commitment} place={place} />
        </li>
      ))}
    </ul>
  );
}

function CommitmentRow({
  commitment,
  place,
}: {
  commitment: Commitment;
  place: string | undefined;
}): React.JSX.Element {
  const { t, say, commitments } = useDesk();
  return (
    <>
      <p className={styles['quote']}>
        <span className={styles['kind']}>{t.commitmentKind[commitment.kind]}</span>
        <q lang="zh-CN">{commitment.quote}</q>
      </p>
      <p className={styles['plain']}>
        {t.plainly(say(commitment.summary))} <span className={styles['ours']}>{t.ourSummary}</span>
      </p>
      <Deadline commitment={commitment} />
      {progressOf(commitments, commitment.id, place).map((one) => (
        <ProgressRow key={`${one.asOf} ${one.statement.zh}`} progress={one} />
      ))}
    </>
  );
}

function Deadline({
  commitment: { deadline, deadlineText, deadlineBasis },
}: {
  commitment: Commitment;
}): React.ReactNode {
  const { t, lang, today } = useDesk();
  if (deadlineText === null) return null;
  return (
    <p className={styles['deadline']}>
      {deadline === null ? t.noDate(deadlineText) : t.deadline(dayText(deadline, lang), deadlineText)}
      {deadlineBasis === 'computed-from-date' && ` ${t.countedFromDate}`}
      {deadline !== null && hasPassed(deadline, today) && <strong> {t.deadlinePassed}</strong>}
    </p>
  );
}

/** What was reported, after its date and publisher. */
export function ProgressRow({
  progress: { asOf, publisher, url, statement },
}: {
  progress: Progress;
}): React.JSX.Element {
  const { t, lang, say } = useDesk();
  const words = t.reported(dayText(asOf, lang), publisher);
  return (
    <p className={styles['progress']}>
      <span className={styles['ours']}>
        {url === null ? (
          words
        ) : (
          <a href={url} rel="noopener noreferrer" target="_blank">
            {words}
          </a>
        )}
      </span>{' '}
      {say(statement)}
    </p>
  );
}
