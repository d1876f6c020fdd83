import { openStudio } from '../embed/open-studio';
import { Button } from './button';
import { useDesk } from './desk';
import { showKeys } from './single-keys';
import styles from './text-foot.module.css';

/** Under the text: what the site says of itself. */
export function TextFoot(): React.JSX.Element {
  const { t, lang, hrefOfStatement } = useDesk();
  return (
    <nav className={styles['foot']} lang={lang === 'zh' ? 'zh-CN' : 'en'} data-ours aria-label={t.access.footLabel}>
      <a href={hrefOfStatement()}>{t.access.statement}</a>
      <Button look="text" onClick={showKeys}>
        {t.access.keys}
      </Button>
      <Button look="text" onClick={openStudio}>
        {t.embed.studio.button}
      </Button>
    </nav>
  );
}
