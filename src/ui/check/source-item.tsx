import type { ImportFailure, RecordRef, UsedSystem } from '../../importers/imported';
import { distanceText } from '../../text/format';
import type { Texts } from '../../text/zh';
import { Button } from '../shared/button';
import { useDesk } from '../shared/desk';
import type { FileReport } from './check-messages';
import type { Source } from './check-session';
import styles from './check.module.css';
import { systemName } from './system-name';
import type { Check } from './use-check';

/** Rows of one kind that are listed before they are only counted. */
const LISTED = 20;

interface Props {
  source: Source;
  check: Check;
  /** Beside the answer about its one site: without the name and the way to remove it. */
  inAnswer?: boolean;
}

/** What was handed in at once: how far it has come, in which system it was read, and what is wrong with it. */
export function SourceItem({ source, check, inAnswer = false }: Props): React.JSX.Element {
  const { t } = useDesk();
  const { session } = check;
  const { state, total, rows } = source;
  const names = source.files.map(({ name }) => name).join(t.listComma);
  return (
    <section className={inAnswer ? styles['aside'] : styles['source']} aria-label={names}>
      {!inAnswer && (
        <header className={styles['sourceHead']}>
          <h3>{names}</h3>
          {total > 0 && <span className={styles['small']}>{t.check.count(total)}</span>}
          <Button look="text" onClick={() => session.remove(source.key)}>
            {t.check.remove}
          </Button>
        </header>
      )}
      {state === 'waiting' && <p className={styles['small']}>{t.check.waiting}</p>}
      {state === 'running' && (
        <p className={styles['progress']}>
          <progress value={total > 0 ? rows.length : undefined} max={Math.max(1, total)} aria-label={names} />
          <span className={styles['small']}>{total > 0 ? t.check.running(rows.length, total) : t.check.reading}</span>
          <Button look="text" onClick={session.stop}>
            {t.check.stop}
          </Button>
        </p>
      )}
      {(state === 'stopped' || state === 'broken') && (
        <p className={styles['fault']} role="alert">
          {state === 'stopped' ? t.check.stopped(rows.length, total) : t.check.broken}{' '}
          {state === 'broken' && <span className={styles['small']}>{source.message}</span>}{' '}
          <Button look="text" onClick={() => session.again(source.key)}>
            {t.check.again}
          </Button>
        </p>
      )}
      {source.reports.map((report) => (
        <Report key={report.file} report={report} source={source} check={check} />
      ))}
    </section>
  );
}

function Report({ report, source, check }: { report: FileReport; source: Source; check: Check }): React.JSX.Element {
  const { t } = useDesk();
  const several = source.reports.length > 1;
  return (
    <div aria-live={report.ok ? undefined : 'polite'}>
      {report.ok ? (
        <p className={styles['small']}>
          {several && `${report.file} · `}
          <Crs crs={report.crs} />
        </p>
      ) : (
        <Failure failure={report} onChoose={(choice) => check.session.choose(source.key, report.file, choice)} />
      )}
      {report.rejected.length > 0 && (
        <details className={styles['told']} open>
          <summary>{t.check.rejected(report.rejected.length)}</summary>
          <Told
            file={report.file}
            told={report.rejected.map(({ record, reason }) => [record, t.check.recordFault[reason], ''])}
          />
        </details>
      )}
      {report.ok && report.warnings.length > 0 && (
        <details className={styles['told']} open={report.warnings.length <= 3}>
          <summary>{t.check.warnings(report.warnings.length)}</summary>
          <Told
            file={report.file}
            told={report.warnings.map(({ record, code, detail }) => [record, t.check.warning[code], detail])}
          />
        </details>
      )}
    </div>
  );
}

type Remark = readonly [record: RecordRef | null, what: string, detail: string];

function Told({ file, told }: { file: string; told: readonly Remark[] }): React.JSX.Element {
  const { t } = useDesk();
  return (
    <ul>
      {told.slice(0, LISTED).map(([record, what, detail]) => (
        <li key={`${record?.number ?? ''} ${what} ${detail}`}>
          {t.check.sentence(
            record ? t.check.record(record.file, record.number, record.name) : file,
            detail === '' ? what : `${what} (${detail})`,
          )}
        </li>
      ))}
      {told.length > LISTED && <li>{t.check.more(told.length - LISTED)}</li>}
    </ul>
  );
}

function Crs({ crs: { id, basis, accuracyM } }: { crs: UsedSystem }): string {
  const { t, lang } = useDesk();
  const sure =
    accuracyM === null
      ? t.check.crsUnsure
      : accuracyM === 0
        ? t.check.crsExact
        : t.check.crsAccuracy(accuracyM < 5 ? t.m(String(accuracyM)) : distanceText(accuracyM, t, lang));
  return [t.check.crs(systemName(id, t)), t.check.basis[basis], sure].join(lang === 'zh' ? '；' : '; ');
}

function Failure({
  failure: { file, reason, detail, offers },
  onChoose,
}: {
  failure: ImportFailure;
  onChoose: (choice: { system: string; yFirst: boolean }) => void;
}): React.JSX.Element {
  const { t } = useDesk();
  return (
    <>
      <p className={styles['fault']}>
        {t.check.fault[reason](file)}{' '}
        {detail !== '' && <span className={styles['small']}>{faultDetail(detail, t)}</span>}
      </p>
      {reason === 'crs-unknown' && offers.length === 0 && <p>{t.check.noOffer}</p>}
      {offers.length > 0 && (
        <>
          <p className={styles['small']}>{t.check.choose}</p>
          <ol className={styles['offers']}>
            {offers.map(({ system, yFirst, at: [lng, lat] }) => (
              <li key={`${system} ${yFirst}`}>
                <Button onClick={() => onChoose({ system, yFirst })}>
                  {t.check.offer(
                    systemName(system, t),
                    yFirst ? t.check.orderSwapped : '',
                    `${lat.toFixed(5)}° N, ${lng.toFixed(5)}° E`,
                  )}
                </Button>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

function faultDetail(detail: string, t: Texts): string {
  return `${t.faultDetail}: ${detail}`;
}
