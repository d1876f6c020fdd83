import { useState } from 'react';

import type { Store } from '../../state/store';
import { THEME_MODES, type ViewState } from '../../state/view-state';
import { Button } from './button';
import { useDesk } from './desk';
import { PlanChoice } from './plan-choice';
import styles from './toolbar.module.css';

interface Props {
  store: Store;
  themeMode: ViewState['themeMode'];
  onNear: () => void;
  /** The search box. */
  children: React.ReactNode;
}

/** The head of the desk: name, document, the few switches that are always there, and the search box. */
export function Toolbar({ store, themeMode, onNear, children }: Props): React.JSX.Element {
  const { t, lang } = useDesk();
  const [copied, setCopied] = useState<boolean | null>(null);
  const nextMode = THEME_MODES[(THEME_MODES.indexOf(themeMode) + 1) % THEME_MODES.length] ?? 'auto';
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      setCopied(true);
    } catch {
      // The browser said no; the visitor is told so below.
      setCopied(false);
    }
  };
  return (
    <header className={styles['toolbar']}>
      <h1 className={styles['brand']}>{t.brand}</h1>
      <PlanChoice store={store} />
      <div className={styles['switches']}>
        <Button className={styles['near']} onClick={onNear}>
          {t.near.button}
        </Button>
        <Button look="quiet" onClick={() => void copy()}>
          {t.copyLink}
        </Button>
        <Button
          look="quiet"
          aria-label={t.themeMode[themeMode]}
          title={t.themeMode[themeMode]}
          onClick={() => store.set({ themeMode: nextMode })}
        >
          <span aria-hidden="true">{{ auto: '◐', light: '○', dark: '●' }[themeMode]}</span>
        </Button>
        <Button look="quiet" lang={t.languageCode} onClick={() => store.set({ lang: lang === 'zh' ? 'en' : 'zh' })}>
          {t.language}
        </Button>
      </div>
      {children}
      <output className={styles['said']}>{copied === null ? '' : copied ? t.copied : t.copyFailed}</output>
    </header>
  );
}
