import type { Place } from '../../contract/place';
import { useDesk } from '../shared/desk';
import styles from './look.module.css';

/** What other documents of the site say of a place: their sentences, verbatim, and the way there. */
export function OtherPlans({ place }: { place: Place }): React.JSX.Element | null {
  const { t, shared, say, hrefOfPlan } = useDesk();
  const words = shared?.places[place.id] ?? [];
  if (words.length === 0) return null;
  return (
    <>
      <h3 className={styles['cardSub']}>{t.plans.alsoSays}</h3>
      {words.map(({ plan, title, language: tag, place: id, name, said }) => (
        <div key={`${plan} ${id}`} className={`${styles['plain']} ${styles['others']}`}>
          <p>
            <a href={hrefOfPlan(plan, id)}>{say(title)}</a>
          </p>
          {said.length === 0 && <p>{t.plans.implied(say(name))}</p>}
          {said.map(({ article, label, division, quote }) => (
            <p key={division}>
              {article === 0 ? t.preamble : t.article(label, article)}{' '}
              <q lang={tag === 'zh' ? 'zh-CN' : tag}>{quote.trim()}</q>
            </p>
          ))}
        </div>
      ))}
    </>
  );
}
