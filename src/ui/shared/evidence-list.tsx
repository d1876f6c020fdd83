import type { Place } from '../../contract/place';
import { evidenceOf, runsOf, type Evidence } from '../../policy/evidence';
import { ArticleLink } from './article-link';
import { CiteButton } from './cite-button';
import { useDesk } from './desk';
import styles from './evidence.module.css';

/** The sentences that speak of a place, its name set strong, each one click from the article. */
export function EvidenceList({ place }: { place: Place }): React.JSX.Element | null {
  const { t, places, evidence, say } = useDesk();
  const found = evidenceOf(place, places, evidence);
  if (found.evidence.length === 0) return null;
  return (
    <>
      {found.impliedBy && <p className={styles['implied']}>{t.impliedBy(say(found.impliedBy.name))}</p>}
      <ul className={styles['list']}>
        {found.evidence.map((one) => (
          <li key={one.division.id}>
            <Quote evidence={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Quote({ evidence: { division, article, mentions } }: { evidence: Evidence }): React.JSX.Element {
  const { textLang } = useDesk();
  return (
    <>
      <ArticleLink article={article} division={division.id} className={styles['article']} />
      <q className={styles['quote']} lang={textLang}>
        {runsOf(division, mentions).map(({ text, mention }) =>
          mention ? <strong key={mention.start}>{text}</strong> : text,
        )}
      </q>{' '}
      <CiteButton divisions={[division.id]} />
    </>
  );
}
