import { memo } from 'react';

import { openStudio } from '../embed/open-studio';
import { Button } from './button';
import { useDesk } from './desk';
import { showKeys } from './single-keys';
import styles from './text-foot.module.css';

/** Under the text: the other documents of the site, and what the site says of itself. */
export const TextFoot = memo(function TextFoot(): React.JSX.Element {
  const { t, lang, plan, plans, say, hrefOfPlan, hrefOfStatement } = useDesk();
  const others = plans.filter(({ id }) => id !== plan.id);
  const tag = lang === 'zh' ? 'zh-CN' : 'en';
  return (
    <>
      {others.length > 0 && (
        <nav className={styles['foot']} lang={tag} data-ours aria-label={t.plans.others}>
          {others.map(({ id, title }) => (
            <a key={id} href={hrefOfPlan(id)}>
              {say(title)}
            </a>
          ))}
        </nav>
      )}
      <nav className={styles['foot']} lang={tag} data-ours aria-label={t.access.footLabel}>
        <a href={hrefOfStatement('accessibility')}>{t.access.statement}</a>
        <a href={hrefOfStatement('privacy')}>{t.offline.privacy}</a>
        <Button look="text" onClick={showKeys}>
          {t.access.keys}
        </Button>
        <Button look="text" onClick={openStudio}>
          {t.embed.studio.button}
        </Button>
      </nav>
    </>
  );
});
