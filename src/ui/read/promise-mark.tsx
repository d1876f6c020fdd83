import type { Commitment } from '../../contract/commitment';
import { hasPassed } from '../../policy/commitments';
import { Button } from '../shared/button';
import { useDesk } from '../shared/desk';
import { clearQuotes, lightQuotes } from './light-quotes';
import styles from './read.module.css';

interface Props {
  /** Those whose words stand in the sentence. */
  promises: readonly Commitment[];
  divisionId: string;
  onShow: (divisionId: string) => void;
}

/** A quiet mark in the margin of a sentence that promises something: of what kind, and by when. */
export function PromiseMark({ promises, divisionId, onShow }: Props): React.JSX.Element | null {
  const { t, today } = useDesk();
  if (promises.length === 0) return null;
  const kinds = [...new Set(promises.map(({ kind }) => kind))].map((kind) => t.commitmentKind[kind]).join(t.listComma);
  const deadlines = promises.flatMap(({ deadline }) => deadline ?? []).toSorted();
  const year = deadlines[0]?.slice(0, 4);
  const light = (event: React.SyntheticEvent<HTMLElement>): void => {
    const text = event.currentTarget.closest('[data-sentence], h3');
    if (text) {
      lightQuotes(
        text,
        promises.map(({ quote }) => quote),
      );
    }
  };
  return (
    <Button
      look="bare"
      className={styles['mark']}
      data-ours
      data-passed={deadlines[0] !== undefined && hasPassed(deadlines[0], today) ? '' : undefined}
      aria-label={t.promises.mark(kinds, promises.length)}
      onClick={() => onShow(divisionId)}
      onPointerEnter={light}
      onPointerLeave={clearQuotes}
      onFocus={light}
      onBlur={clearQuotes}
    >
      <span>{kinds}</span>
      {year !== undefined && <b>{year}</b>}
    </Button>
  );
}
