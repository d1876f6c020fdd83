import { memo, useMemo } from 'react';

import type { BaseMapConfig } from '../../contract/config';
import type { Bbox, Place, Theme } from '../../contract/place';
import { GROUND_FROM_ZOOM, GROUND_GROUPS, type GroundGroup } from '../../map/layers/ground-groups';
import { boxesTouch } from '../../spatial/bbox';
import { Button } from '../shared/button';
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

interface Props {
  hidden: readonly string[];
  open: boolean;
  online: OnlineBase;
  /** The box of the earth in view; `null` until the map stands. */
  view: Bbox | null;
  zoom: number | null;
}

/** What the colours mean, what is in view first, with a switch for each: drawn from the same themes as the map. */
export const Legend = memo(function Legend({ hidden, open, online, view, zoom }: Props): React.JSX.Element {
  const { t, lang, themes, places, say, actions } = useDesk();
  const drawn = useMemo(() => themesInView([...places.values()], view), [places, view]);
  const listed = [...themes.values()].filter((theme) => theme.letter !== '' && drawn.has(theme.id));
  const inView = (theme: Theme): boolean => drawn.get(theme.id) ?? false;
  const shown = listed.filter((theme) => !hidden.includes(theme.id));
  return (
    <details className={styles['legend']} open={open}>
      <summary>{t.legend}</summary>
      <ul className={styles['legendThemes']}>
        {listed
          .toSorted((a, b) => Number(inView(b)) - Number(inView(a)))
          .map((theme) => {
            const alone = shown.length === 1 && shown[0] === theme;
            return (
              <li key={theme.id} title={say(theme.legend)} data-away={inView(theme) ? undefined : ''}>
                <label data-hue={theme.hue}>
                  <input
                    type="checkbox"
                    checked={!hidden.includes(theme.id)}
                    onChange={() => actions.toggle(theme.id)}
                  />
                  <Swatch hue={theme.hue} pattern={theme.pattern} line={theme.pattern === 'none'} />
                  <span className={styles['stem']}>{lang === 'zh' ? theme.stem : theme.letter}</span>
                  <span>{say(theme.short ?? theme.name)}</span>
                </label>
                <Button
                  look="text"
                  className={styles['solo']}
                  aria-pressed={alone}
                  aria-label={t.soloOf(say(theme.name))}
                  onClick={() => actions.showOnly(alone ? null : theme.id)}
                >
                  {alone ? t.allThemes : t.solo}
                </Button>
              </li>
            );
          })}
      </ul>
      <details className={styles['legendGroup']}>
        <summary>{t.legendGround}</summary>
        <ul>
          {GROUPS.map((group) => (
            <li key={group}>
              <label>
                <input type="checkbox" checked={!hidden.includes(group)} onChange={() => actions.toggle(group)} />
                <span>{t.ground[group]}</span>
                {zoom !== null && zoom < GROUND_FROM_ZOOM[group] && <small>{t.zoomInToSee}</small>}
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
});

/** Themes of which something is drawn, and whether any of it is in view. */
function themesInView(places: readonly Place[], view: Bbox | null): ReadonlyMap<string, boolean> {
  const themes = new Map<string, boolean>();
  for (const { theme, bbox } of places) {
    if (!bbox) continue;
    themes.set(theme, (themes.get(theme) ?? false) || view === null || boxesTouch(view, bbox));
  }
  return themes;
}
