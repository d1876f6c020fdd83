import type { Commitment, CommitmentFilter } from '../../contract/commitment';
import { countBy, deadlinesOf } from '../../policy/commitment-filter';
import { hasPassed } from '../../policy/commitments';
import { dayText } from '../../text/format';
import { useDesk } from '../shared/desk';
import styles from './commitments.module.css';

interface Props {
  all: readonly Commitment[];
  filter: CommitmentFilter;
}

/**
 * The deadlines on an axis of years. They are one group of radio buttons, so that the arrow keys step through them and
 * the list and the map follow.
 */
export function Timeline({ all, filter }: Props): React.JSX.Element | null {
  const { t, lang, places, today, actions } = useDesk();
  const days = deadlinesOf(all);
  const [first, last] = [days[0]?.slice(0, 4), days.at(-1)?.slice(0, 4)].map(Number);
  if (first === undefined || last === undefined || days.length === 0) return null;
  const counts = countBy(all, filter, 'due', [...days, 'vague', 'none'], places);
  const axis = { from: first, to: last + 1 };
  const years = Array.from({ length: axis.to - axis.from + 1 }, (_, index) => axis.from + index);
  const low = lowerRow(days);
  const choose = (due: string | null): void => actions.filter({ due });
  const chosenDay = filter.due !== null && days.includes(filter.due) ? filter.due : null;
  return (
    <fieldset className={styles['timeline']}>
      <legend>
        {t.promises.timeline} <small>{t.promises.timelineHint}</small>
      </legend>
      <Choice checked={filter.due === null} onChoose={() => choose(null)} text={t.promises.anyDue} />
      <div className={styles['axis']}>
        {years.map((year) => (
          <i key={year} style={{ left: percent(`${year}-01-01`, axis) }} />
        ))}
        <i className={styles['now']} style={{ left: percent(today, axis) }}>
          {t.promises.today}
        </i>
        {days.map((day) => {
          const count = counts.get(day) ?? 0;
          const passed = hasPassed(day, today);
          return (
            <label
              key={day}
              className={styles['stop']}
              style={{ left: percent(day, axis) }}
              data-low={low.has(day) ? '' : undefined}
              data-passed={passed ? '' : undefined}
              title={t.promises.stop(dayText(day, lang), count, passed)}
            >
              <input type="radio" name="due" checked={filter.due === day} onChange={() => choose(day)} />
              <span aria-hidden="true">{count}</span>
              <span className={styles['spoken']}>{t.promises.stop(dayText(day, lang), count, passed)}</span>
              <b aria-hidden="true">{day.slice(2, 4)}</b>
            </label>
          );
        })}
      </div>
      {(['vague', 'none'] as const).map((due) => (
        <Choice
          key={due}
          checked={filter.due === due}
          onChoose={() => choose(due)}
          text={t.promises.option(t.promises[due], counts.get(due) ?? 0)}
        />
      ))}
      {chosenDay !== null && (
        <p className={styles['dueNote']}>
          <strong>{dayText(chosenDay, lang)}</strong>{' '}
          {hasPassed(chosenDay, today) ? t.promises.passedNote : t.promises.openNote}
        </p>
      )}
    </fieldset>
  );
}

/** Days that follow another too soon to stand beside it on the axis; they hang below. */
function lowerRow(days: readonly string[]): ReadonlySet<string> {
  const closeMs = 400 * 86_400_000;
  const low = new Set<string>();
  let [above, before] = [-Infinity, ''];
  for (const day of days) {
    const at = Date.parse(day);
    if (at - above < closeMs && !low.has(before)) low.add(day);
    else above = at;
    before = day;
  }
  return low;
}

function Choice({
  checked,
  onChoose,
  text,
}: {
  checked: boolean;
  onChoose: () => void;
  text: string;
}): React.JSX.Element {
  return (
    <label className={styles['choice']}>
      <input type="radio" name="due" checked={checked} onChange={onChoose} />
      <span>{text}</span>
    </label>
  );
}

/** Where a day stands between the first and the last year of the axis. */
function percent(day: string, { from, to }: { from: number; to: number }): string {
  const at = (year: number): number => Date.UTC(year, 0, 1);
  const share = (Date.parse(day) - at(from)) / (at(to) - at(from));
  return `${(Math.max(0, Math.min(1, share)) * 100).toFixed(2)}%`;
}
