import { type Reading, READINGS } from '../../state/view-state';
import { useDesk } from '../shared/desk';
import styles from './reading-switch.module.css';

/** In which words the document is read: its own, our translation, or both. */
export function ReadingSwitch({
  reading,
  onReading,
}: {
  reading: Reading;
  onReading: (reading: Reading) => void;
}): React.JSX.Element | null {
  const { t, textLang } = useDesk();
  if (textLang === 'en') return null;
  return (
    <select
      className={styles['switch']}
      aria-label={t.reading.label}
      value={reading}
      onChange={(event) => onReading(READINGS.find((one) => one === event.target.value) ?? 'original')}
    >
      {READINGS.map((one) => (
        <option key={one} value={one}>
          {t.reading.languages[one]}
        </option>
      ))}
    </select>
  );
}
