import styles from './shared.module.css';

interface Props extends React.ComponentProps<'button'> {
  /** `quiet` has no frame until it is touched; `icon` is a square for one sign; `text` stands in a line of text. */
  look?: 'framed' | 'quiet' | 'icon' | 'text';
}

/** The one button of the desk. */
export function Button({ look = 'framed', className, ...rest }: Props): React.JSX.Element {
  const looks = {
    framed: '',
    quiet: styles['quiet'],
    icon: `${styles['quiet']} ${styles['icon']}`,
    text: styles['text'],
  };
  return (
    <button type="button" {...rest} className={[styles['button'], looks[look], className].filter(Boolean).join(' ')} />
  );
}
