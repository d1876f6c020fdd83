import { useId } from 'react';

import styles from './studio.module.css';

/** One of a few things, all of them in sight. */
export function Choice<T extends string | number | null>({
  legend,
  values,
  value,
  say,
  onChange,
}: {
  legend: string;
  values: readonly T[];
  value: T;
  say: (value: T) => string;
  onChange: (value: T) => void;
}): React.JSX.Element {
  const name = useId();
  return (
    <fieldset className={styles['choice']}>
      <legend>{legend}</legend>
      {values.map((one) => (
        <label key={String(one)}>
          <input type="radio" name={name} checked={one === value} onChange={() => onChange(one)} />
          {say(one)}
        </label>
      ))}
    </fieldset>
  );
}
