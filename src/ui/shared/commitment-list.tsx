import type { Commitment, Progress } from '../../contract/commitment';
import { hasPassed, progressOf } from '../../policy/commitments';
import { dayText } from '../../text/format';
import styles from './commitment.module.css';
import { useDesk } from './desk';
import { PlaceLink } from './place-link';

interface Props {
  commitments: readonly Commitment[];
  /** Only what was reported of this place, or of no place in particular. */
  place?: string;
  /** Id of a division whose commitments are to stand out. */
  lit?: string | null;
  /** Whether each says where, with links to the places. */
  withPlaces?: boolean;
}

/** Promises of the document: the words, what they mean in plain language, by when, and what was reported since. */
export function CommitmentList({ commitments, place, lit = null, withPlaces = false }: Props): React.JSX.Element {
  return (
    <ul className={styles['list']}>
      {commitments.map((commitment) => (
        <li key={commitment.id} data-lit={commitment.division === lit ? '' : undefined}>
          <CommitmentRow commitment={commitment} place={place} withPlaces={withPlaces} />
        </li>
      ))}
    </ul>
  );
}

function CommitmentRow({
  commitment,
  place,
  withPlaces,
}: {
  commitment: Commitment;
  place: string | undefined;
  withPlaces: boolean;
}): React.JSX.Element {
  const { t, textLang, say, commitments } = useDesk();
  return (
    <>
      <p className={styles['quote']}>
        <span className={styles['kind']}>{t.commitmentKind[commitment.kind]}</span>
        <q lang={textLang}>{commitment.quote}</q>
      </p>
      <p className={styles['plain']}>
        {t.plainly(say(commitment.summary))} <span className={styles['ours']}>{t.ourSummary}</span>
      </p>
      <Deadline commitment={commitment} />
      {withPlaces && <Where commitment={commitment} />}
      {progressOf(commitments, commitment.id, place).map((one) => (
        <ProgressRow key={`${one.asOf} ${one.statement.zh}`} progress={one} />
      ))}
    </>
  );
}

function Where({ commitment: { places: ids, scope } }: { commitment: Commitment }): React.JSX.Element | null {
  const { t, say, places } = useDesk();
  const named = ids.map((id) => places.get(id)).filter((one) => one !== undefined && one.kind !== 'whole-plan');
  if (named.length === 0 && scope !== 'city-wide') return null;
  return (
    <p className={styles['where']}>
      {t.promises.where}{' '}
      {named.length === 0
        ? t.promises.cityWide
        : named.map(
            (one, index) =>
              one && (
                <span key={one.id}>
                  {index > 0 && t.listComma}
                  <PlaceLink place={one}>{say(one.name)}</PlaceLink>
                </span>
              ),
          )}
    </p>
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
