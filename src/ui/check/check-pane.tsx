import { useState } from 'react';

import { Button } from '../shared/button';
import { useDesk } from '../shared/desk';
import styles from './check.module.css';
import { SiteAnswer } from './site-answer';
import { SiteInput } from './site-input';
import { SiteSheet } from './site-sheet';
import { SiteTable } from './site-table';
import { SourceItem } from './source-item';
import type { Check } from './use-check';

/** The planner's desk: what is handed in, what became of it, the answers. */
export function CheckPane({ check }: { check: Check }): React.JSX.Element {
  const { t } = useDesk();
  const { session, state, data } = check;
  const { open, sources } = state;
  const source = sources.find(({ key }) => key === open?.source);
  const rows = sources.flatMap(({ key, rows: its }) => its.map((row) => ({ source: key, row })));
  const running = sources.some((one) => one.state === 'running');
  const [taken, setTaken] = useState<string | null>(null);
  // Whoever draws or edits wants the tools at hand, above the answer.
  const input = <SiteInput check={check} />;
  if (open && source) {
    const answered = open.result?.ok ? open.result.extract : null;
    return (
      <div className={styles['pane']}>
        <p className={styles['back']}>
          <Button look="quiet" onClick={session.close}>
            {t.check.back}
          </Button>
        </p>
        {check.pen && input}
        {answered ? (
          <SiteAnswer
            extract={answered}
            about={<SourceItem source={source} check={check} inAnswer />}
            onTaken={setTaken}
            taken={taken}
            sheet={<SiteSheet extract={answered} />}
          />
        ) : (
          <p className={styles['soft']}>
            {open.result && !open.result.ok
              ? t.check.table.fault(t.extract.fault[open.result.reason])
              : t.check.loadingAnswer}
          </p>
        )}
      </div>
    );
  }
  return (
    <div className={styles['pane']}>
      <h2 className={styles['title']}>{t.check.title}</h2>
      <p className={styles['lead']}>{t.check.lead}</p>
      {input}
      {sources.length > 0 && data === 'incomplete' && <p className={styles['fault']}>{t.check.incomplete}</p>}
      {sources.map((one) => (
        <SourceItem key={one.key} source={one} check={check} />
      ))}
      {rows.length > 0 && <SiteTable rows={rows} running={running} onOpen={session.openRow} />}
      <p className={styles['small']}>
        {t.check.private} {t.check.draftNote}
      </p>
    </div>
  );
}
