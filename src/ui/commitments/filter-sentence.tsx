import { COMMITMENT_KINDS, type CommitmentFilter } from '../../contract/commitment';
import { useDesk } from '../shared/desk';
import type { Question } from './commitments-pane';
import styles from './commitments.module.css';

/** The filter, set as a line of words of which three can be chosen. */
export function FilterSentence({
  filter,
  questions,
}: {
  filter: CommitmentFilter;
  questions: readonly Question[];
}): React.JSX.Element {
  const { t, actions } = useDesk();
  const answer = (field: Question['field'], raw: string): void => {
    const value = raw === '' ? null : raw;
    if (field === 'kind') actions.filter({ kind: COMMITMENT_KINDS.find((kind) => kind === value) ?? null });
    else actions.filter({ [field]: value });
  };
  return (
    <form
      className={styles['sentence']}
      aria-label={t.promises.filterLabel}
      onSubmit={(event) => event.preventDefault()}
    >
      {questions.map(({ field, any, answers }) => (
        <label key={field}>
          <span>{t.promises.sentence[field]}</span>
          <select value={filter[field] ?? ''} onChange={(event) => answer(field, event.target.value)}>
            <option value="">{any}</option>
            {answers.map(({ value, text, count }) => (
              <option key={value} value={value}>
                {t.promises.option(text, count)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </form>
  );
}
