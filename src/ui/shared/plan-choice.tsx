import type { Store } from '../../state/store';
import { INITIAL_STATE } from '../../state/view-state';
import { useDesk } from './desk';
import styles from './plan-choice.module.css';
import toolbar from './toolbar.module.css';

/** The title of the plan in the head of the desk; where the site has several, a choice between them. */
export function PlanChoice({ store }: { store: Store }): React.JSX.Element {
  const { t, plan, plans, say } = useDesk();
  if (plans.length < 2) return <p className={toolbar['plan']}>{say(plan.shortTitle)}</p>;
  const choose = (id: string): void => {
    const { lang, themeMode, reading } = store.get();
    store.set({ ...INITIAL_STATE, lang, themeMode, reading, plan: id === plans[0]?.id ? null : id });
  };
  return (
    <div className={toolbar['plan']}>
      <select
        className={styles['choice']}
        aria-label={t.plans.choose}
        value={plan.id}
        onChange={(event) => choose(event.target.value)}
      >
        {plans.map(({ id, title }) => (
          <option key={id} value={id}>
            {say(title)}
          </option>
        ))}
      </select>
    </div>
  );
}
