import { createPortal } from 'react-dom';

import type { Extract } from '../../contract/extract';
import { dayText } from '../../text/format';
import { useDesk } from '../shared/desk';
import { AnswerLists } from './answer-lists';
import { ProvisionQuote } from './hit-block';
import { QrCode } from './qr-code';
import { SheetMap } from './sheet-map';
import styles from './sheet.module.css';
import { addressOf, SiteHead, siteTitle } from './site-answer';
import { printSite } from './site-link';

/** Letters of an address that a QR code on paper still carries well. */
const MAX_QR = 600;

/** The answer about one site as a sheet of paper. It is on no screen; the page prints it in its own place. */
export function SiteSheet({ extract }: { extract: Extract }): React.ReactNode {
  const desk = useDesk();
  const { t, lang, plan, sources, places, say } = desk;
  const words = t.check.sheet;
  const site = printSite(extract.subject.geometry);
  const exact = site === null ? null : addressOf(site, desk);
  const short = exact !== null && exact.length <= MAX_QR;
  const hits = [...extract.concerned, ...extract.tooCloseToCall];
  const coarse = extract.planDoesNotSay.flatMap((one) => (one.reason === 'too-coarse' ? one.hits : []));
  const provisions = [
    ...new Map([...hits, ...coarse].flatMap((hit) => hit.provisions).map((one) => [one.divisionId, one])).values(),
  ].toSorted((a, b) => a.article - b.article);
  const cited = new Set(hits.flatMap(({ placeId }) => places.get(placeId)?.source.from ?? []));
  return createPortal(
    <div className={styles['sheet']} data-print-sheet="" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      <header>
        <p className={styles['brand']}>
          {t.brand} · {words.title}
        </p>
        <h1>{siteTitle(extract, desk)}</h1>
        <p>
          {words.basedOn(say(plan.title), dayText(plan.published, lang))}；{' '}
          {words.made(dayText(extract.created.slice(0, 10), lang))}
        </p>
        <SiteHead extract={extract} />
        <p>{t.extract.inputCrs(extract.inputCrs)}</p>
      </header>
      <SheetMap extract={extract} />
      <p className={styles['approval']}>{t.mapNotice(plan.mapApprovalNo)}</p>
      <AnswerLists extract={extract} printed />
      {provisions.length > 0 && (
        <section className={styles['provisions']}>
          <h3>{t.check.provisions}</h3>
          {provisions.map((one) => (
            <ProvisionQuote key={one.divisionId} provision={one} />
          ))}
        </section>
      )}
      <footer>
        <h2>{words.source}</h2>
        <ul>
          {plan.sourceUrls.map((url) => (
            <li key={url}>{url}</li>
          ))}
          {[...cited].flatMap((id) => {
            const source = sources[id];
            return source
              ? [
                  <li key={id}>
                    {[source.title, source.publisher, source.date, source.licence].filter(Boolean).join(t.listComma)}
                  </li>,
                ]
              : [];
          })}
        </ul>
        <div className={styles['end']}>
          <div>
            <p>{words.disclaimer}</p>
            <p className={styles['hash']}>
              {extract.plan} {extract.planVersion} ·{' '}
              {extract.dataSha256 === '' ? words.noHash : words.data(extract.dataSha256)}
            </p>
          </div>
          <figure className={styles['qr']}>
            <QrCode
              text={short ? exact : new URL(location.pathname, location.href).href}
              label={short ? words.qrSite : words.qrPlan}
            />
            <figcaption>{short ? words.qrSite : words.qrPlan}</figcaption>
          </figure>
        </div>
      </footer>
    </div>,
    document.body,
  );
}
