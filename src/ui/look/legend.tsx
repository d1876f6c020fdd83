import type { BaseMapConfig } from '../../contract/config';
import { GROUND_GROUPS, type GroundGroup } from '../../map/layers/ground-groups';
import { useDesk } from '../shared/desk';
import { Swatch } from '../shared/swatch';
import styles from './look.module.css';

const GROUPS = Object.keys(GROUND_GROUPS) as GroundGroup[];

/** An online base map that the site offers, and whether it is on. */
export interface OnlineBase {
  config: BaseMapConfig | null;
  on: boolean;
  toggle: () => void;
}

/** What the colours mean, with a switch for each: drawn from the same themes as the map. */
export function Legend({
  hidden,
  open,
  online,
}: {
  hidden: readonly string[];
  open: boolean;
  online: OnlineBase;
}): React.JSX.Element {
  const { t, lang, themes, places, say, actions } = useDesk();
  const drawn = new Set([...places.values()].filter((place) => place.bbox).map((place) => place.theme));
  return (
    <details className={styles['legend']} open={open}>
      <summary>{t.legend}</summary>
      <ul className={styles['legendThemes']}>
        {[...themes.values()]
          .filter((theme) => theme.letter !== '' && drawn.has(theme.id))
          .map((theme) => (
            <li key={theme.id} title={say(theme.legend)}>
              <label data-hue={theme.hue}>
                <input type="checkbox" checked={!hidden.includes(theme.id)} onChange={() => actions.toggle(theme.id)} />
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
          {GROUPS.map((group) => (
            <li key={group}>
              <label>
                <input type="checkbox" checked={!hidden.includes(group)} onChange={() => actions.toggle(group)} />
                <span>{t.ground[group]}</span>
              </label>
            </li>
          ))}
          {online.config && (
            <li>
              <label>
                <input type="checkbox" checked={online.on} onChange={online.toggle} />
                <span>{t.onlineBase}</span>
              </label>
            </li>
          )}
        </ul>
      </details>
      <p className={styles['legendNote']}>{t.legendNote}</p>
    </details>
  );
}
