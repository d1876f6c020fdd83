import styles from './shared.module.css';

export const BUTTON_LOOKS = ['framed', 'quiet', 'icon', 'text', 'bare'] as const;

interface Props extends React.ComponentProps<'button'> {
  /**
   * `quiet` has no frame until it is touched; `icon` is a square for one sign; `text` stands in a line of text; `bare`
   * is a button in what it does only, where its surroundings dress it: a tab, a mark in the margin.
   */
  look?: (typeof BUTTON_LOOKS)[number];
}

/** The one button of the desk. */
export function Button({ look = 'framed', className, ...rest }: Props): React.JSX.Element {
  const looks = {
    framed: styles['button'],
    quiet: `${styles['button']} ${styles['quiet']}`,
    icon: `${styles['button']} ${styles['quiet']} ${styles['icon']}`,
    text: `${styles['button']} ${styles['text']}`,
    bare: styles['bare'],
  };
  return <button type="button" {...rest} className={[looks[look], className].filter(Boolean).join(' ')} />;
}
