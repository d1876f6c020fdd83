import type { Hue, Pattern } from '../../contract/place';
import styles from './shared.module.css';

/** A small piece of map: the hue and the pattern of a theme, as the legend and the lists show it. */
export function Swatch({
  hue,
  pattern,
  line = false,
}: {
  hue: Hue;
  pattern: Pattern;
  line?: boolean;
}): React.JSX.Element {
  return (
    <svg className={styles['swatch']} data-hue={hue} viewBox="0 0 24 16" aria-hidden="true">
      {line ? (
        <line x1="1" y1="8" x2="23" y2="8" stroke="var(--hue)" strokeWidth="2.4" strokeDasharray="6 3" />
      ) : (
        <>
          <rect
            x="0.75"
            y="0.75"
            width="22.5"
            height="14.5"
            fill="var(--hue)"
            fillOpacity="0.12"
            stroke="var(--hue)"
            strokeWidth="1.2"
          />
          <path
            d={PATHS[pattern]}
            stroke="var(--hue)"
            strokeWidth="0.9"
            fill="none"
            strokeLinecap={pattern === 'dots' ? 'round' : 'butt'}
          />
        </>
      )}
    </svg>
  );
}

const PATHS: Record<Pattern, string> = {
  none: '',
  slash: 'M1 9 9 1M1 15 15 1M9 15 23 1M17 15 23 9',
  backslash: 'M1 7 9 15M1 1 15 15M9 1 23 15M17 1 23 7',
  vertical: 'M5 1V15M10 1V15M14 1V15M19 1V15',
  horizontal: 'M1 5H23M1 8H23M1 11H23',
  dots: 'M5 5h.1M12 5h.1M19 5h.1M8.5 8h.1M15.5 8h.1M5 11h.1M12 11h.1M19 11h.1',
  grid: 'M6 1V15M12 1V15M18 1V15M1 5.5H23M1 10.5H23',
  dense: 'M1 5 5 1M1 9 9 1M1 13 13 1M3 15 17 1M7 15 21 1M11 15 23 3M15 15 23 7M19 15 23 11',
  medium: 'M1 9 9 1M1 15 15 1M9 15 23 1M17 15 23 9',
  sparse: 'M1 13 13 1M13 15 23 5',
};
