import { useDesk } from '../ui/shared/desk';
import { Swatch } from '../ui/shared/swatch';
import styles from '../ui/look/look.module.css';

/** What the colours mean. Nothing can be switched without script, so there are no switches, but room for them. */
export function StaticLegend({ open, at }: { open: boolean; at: 'desk' | 'phone' }): React.JSX.Element {
  const { t, lang, themes, places, say } = useDesk();
  const drawn = new Set([...places.values()].filter((place) => place.bbox).map((place) => place.theme));
  return (
    <details className={styles['legend']} open={open} data-at={at}>
      <summary>{t.legend}</summary>
      <ul className={styles['legendThemes']}>
        {[...themes.values()]
          .filter((theme) => theme.letter !== '' && drawn.has(theme.id))
          .map((theme) => (
            <li key={theme.id} title={say(theme.legend)}>
              <label data-hue={theme.hue}>
                <span data-switch />
                <Swatch hue={theme.hue} pattern={theme.pattern} line={theme.pattern === 'none'} />
                <span className={styles['stem']}>{lang === 'zh' ? theme.stem : theme.letter}</span>
                <span>{say(theme.short ?? theme.name)}</span>
              </label>
            </li>
          ))}
      </ul>
      <details className={styles['legendGroup']}>
        <summary>{t.legendGround}</summary>
        <ul>
          {Object.values(t.ground).map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </details>
      <p className={styles['legendNote']}>{t.legendNote}</p>
    </details>
  );
}
