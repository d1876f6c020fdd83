import { memo } from 'react';

import { useDesk } from '../shared/desk';
import styles from './read.module.css';
import { termId } from './term-word';

/** The words of the trade with our explanations, after the document. */
export const Glossary = memo(function Glossary(): React.JSX.Element | null {
  const { t, lang, say, glossary } = useDesk();
  if (glossary.length === 0) return null;
  return (
    <section className={styles['glossary']} lang={lang === 'zh' ? 'zh-CN' : 'en'} data-ours aria-labelledby="glossary">
      <h2 id="glossary">{t.reading.glossary}</h2>
      <p>{t.reading.glossaryNote}</p>
      <dl>
        {glossary.map((term) => (
          <div key={term.term} id={termId(term)}>
            <dt>
              <span lang="zh-CN">{term.term}</span> <span lang="en">{term.en}</span>
            </dt>
            <dd>{say(term.note)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
});
