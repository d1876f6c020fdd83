import { Fragment, useEffect, useRef } from 'react';

import type { Extract } from '../../contract/extract';
import { areaInAll, lengthText } from '../../text/amounts';
import { markdownOf, warningText } from '../../text/extract-text';
import { Button } from '../shared/button';
import { type Desk, useDesk } from '../shared/desk';
import { AnswerLists } from './answer-lists';
import styles from './check.module.css';
import { printSite } from './site-link';

interface Props {
  extract: Extract;
  /** How the site was read. */
  about: React.ReactNode;
  /** What was copied last, in words; `null` before. */
  taken: string | null;
  onTaken: (words: string) => void;
  /** The same for the printer. */
  sheet: React.ReactNode;
}

/** The answer about one site, as a surveyor's sheet reads: what it is, what to mind, the four lists. */
export function SiteAnswer({ extract, about, taken, onTaken, sheet }: Props): React.JSX.Element {
  const desk = useDesk();
  const { t } = desk;
  const heading = useRef<HTMLHeadingElement>(null);
  const { id } = extract.subject;
  useEffect(() => heading.current?.focus(), [id]);
  const link = printSite(extract.subject.geometry);
  const copy = async (text: string, words: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      onTaken(words);
    } catch {
      // The browser said no; the visitor is told so.
      onTaken(t.copyFailed);
    }
  };
  return (
    <article className={styles['answer']}>
      <h2 className={styles['title']} ref={heading} tabIndex={-1}>
        {siteTitle(extract, desk)}
      </h2>
      <SiteHead extract={extract} />
      {about}
      <div className={styles['row']}>
        <Button onClick={() => window.print()}>{t.check.print}</Button>
        <Button look="quiet" onClick={() => void copy(plainText(extract, desk), t.check.textCopied)}>
          {t.check.copyText}
        </Button>
        {link !== null && (
          <Button
            look="quiet"
            title={t.check.shareNote}
            onClick={() => void copy(addressOf(link, desk), t.check.shared)}
          >
            {t.check.share}
          </Button>
        )}
        <output className={styles['small']}>{taken}</output>
      </div>
      <p className={styles['small']}>{link === null ? t.check.shareTooLong : t.check.shareNote}</p>
      <AnswerLists key={id} extract={extract} last={sheet} />
      {link !== null && <OtherPlans site={link} />}
    </article>
  );
}

/** The same site, asked of the other documents of the site. */
function OtherPlans({ site }: { site: string }): React.JSX.Element | null {
  const desk = useDesk();
  const { t, plan, plans, say } = desk;
  const others = plans.filter(({ id }) => id !== plan.id);
  if (others.length === 0) return null;
  return (
    <p className={`${styles['small']} ${styles['others']}`}>
      {t.plans.askOthers}{' '}
      {others.map(({ id, title }, index) => (
        <Fragment key={id}>
          {index > 0 && t.listComma}
          <a href={addressOf(site, desk, id)}>{say(title)}</a>
        </Fragment>
      ))}
    </p>
  );
}

/** Identifier, size, coverage and what is to be minded, on screen and on paper. */
export function SiteHead({ extract }: { extract: Extract }): React.JSX.Element {
  const { t, lang } = useDesk();
  const { subject } = extract;
  const size =
    subject.areaM2 !== null
      ? areaInAll(subject.areaM2, t, lang)
      : subject.lengthM !== null
        ? lengthText(subject.lengthM, t, lang)
        : null;
  return (
    <>
      <p className={styles['subject']}>
        {[t.extract.subject[subject.kind], size].filter(Boolean).join(' · ')}{' '}
        <span className={styles['small']}>{t.check.identifier(subject.id)}</span>
      </p>
      {extract.warnings.map((warning) => (
        <p key={warning.code} className={styles['fault']}>
          {warningText(warning, lang)}
        </p>
      ))}
      <p className={styles['coverage']} data-coverage={extract.coverage}>
        {t.extract.coverage[extract.coverage]}
      </p>
    </>
  );
}

/** The name of a site, or what it is. */
export function siteTitle({ subject }: Extract, { t }: Desk): string {
  return subject.name ?? t.check.shape[subject.kind];
}

/** The address of a site on the desk of this plan, or of another. */
export function addressOf(site: string, { plan, hrefOfPlan }: Desk, other: string = plan.id): string {
  const address = new URL(hrefOfPlan(other), location.href);
  address.searchParams.set('v', 'check');
  address.hash = site;
  return address.href;
}

function plainText(extract: Extract, { lang, plan, places, themes, articleName }: Desk): string {
  return markdownOf(extract, 1, {
    lang,
    planTitle: plan.title,
    placeName: (id) => places.get(id)?.name[lang] ?? id,
    themeName: (id) => themes.get(id)?.name[lang] ?? id,
    articleName,
  }).replaceAll(/^#+ |\*\*/gmu, '');
}
