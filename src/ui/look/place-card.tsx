import { Fragment } from 'react';

import type { Place } from '../../contract/place';
import { dayText, distanceText } from '../../text/format';
import { numberFormat } from '../../text/formats';
import { openStudio } from '../embed/open-studio';
import { Button } from '../shared/button';
import { CommitmentList, ProgressRow } from '../shared/commitment-list';
import { useDesk } from '../shared/desk';
import { EvidenceList } from '../shared/evidence-list';
import { AfterPaint } from '../shared/use-after-paint';
import { Card } from './card';
import styles from './look.module.css';
import { OtherPlans } from './other-plans';

/** What the document says of a place, and how we know where it is. */
export function PlaceCard({ place, takeFocus }: { place: Place; takeFocus: boolean }): React.JSX.Element {
  const { t, lang, themes, say, sources, commitments } = useDesk();
  const promises = commitments?.byPlace.get(place.id) ?? [];
  const reports = commitments?.reports.get(place.id) ?? [];
  const theme = themes.get(place.theme);
  // Whoever pressed sees what the document says first, and the rest one frame later. A link, and a page without script,
  // have all of it at once.
  const Rest = takeFocus ? AfterPaint : Fragment;
  return (
    <Card
      eyebrow={[theme && say(theme.name), place.bbox && t.idealisation[place.idealisation]].filter(Boolean).join(' · ')}
      title={say(place.name)}
      hue={place.hue}
      takeFocus={takeFocus}
      steps
    >
      <h3 className={styles['cardSub']}>{t.saysOfIt}</h3>
      <EvidenceList place={place} />
      <Rest>
        {promises.length > 0 && (
          <>
            <h3 className={styles['cardSub']}>{t.commitments(promises.length)}</h3>
            <CommitmentList commitments={promises} place={place.id} />
          </>
        )}
        <OtherPlans place={place} />
        {place.definition && (
          <>
            <h3 className={styles['cardSub']}>{t.definition}</h3>
            <blockquote className={styles['definition']} lang="zh-CN">
              {place.definition.text}
            </blockquote>
            {lang === 'en' && place.definition.en && (
              <p className={styles['ours']}>
                {place.definition.en} ({t.unofficialTranslation})
              </p>
            )}
            <p className={styles['ours']}>{sources[place.definition.from]?.title}</p>
          </>
        )}
        {reports.length > 0 && (
          <>
            <h3 className={styles['cardSub']}>{t.reports}</h3>
            <div className={styles['plain']}>
              {reports.map((one) => (
                <ProgressRow key={`${one.asOf} ${one.statement.zh}`} progress={one} />
              ))}
            </div>
          </>
        )}
        <h3 className={styles['cardSub']}>{t.howWeKnow}</h3>
        <Provenance place={place} />
        <p className={styles['ours']}>
          <ReportLink place={place} />{' '}
          {place.bbox && (
            <Button look="text" onClick={openStudio}>
              {t.embed.studio.button}
            </Button>
          )}
        </p>
      </Rest>
    </Card>
  );
}

function Provenance({
  place: { unlocated, accuracyM, areaKm2, lengthKm, source },
}: {
  place: Place;
}): React.JSX.Element {
  const { t, lang, say, sources } = useDesk();
  const number = (value: number): string => numberFormat(lang, { maximumSignificantDigits: 3 }).format(value);
  const facts = [
    !unlocated && accuracyM !== null && t.accuracy(distanceText(accuracyM, t, lang)),
    !unlocated && t.method[source.method],
    areaKm2 !== undefined && t.size.area(number(areaKm2)),
    lengthKm !== undefined && t.size.length(number(lengthKm)),
  ].filter(Boolean);
  return (
    <div className={styles['plain']}>
      {unlocated && (
        <p>
          <strong>{t.unlocatedBecause(t.unlocatedReason[unlocated.reason])}</strong> {say(unlocated.note)}
        </p>
      )}
      {facts.length > 0 && <p>{facts.join(' · ')}</p>}
      {source.note && !unlocated && <p>{say(source.note)}</p>}
      <details className={styles['sources']}>
        <summary>
          {t.sources} · {dayText(source.on, lang)}
        </summary>
        <ul>
          {source.from.map((id) => {
            const cited = sources[id];
            if (!cited) return null;
            return (
              <li key={id}>
                {cited.url ? (
                  <a href={cited.url} rel="noopener noreferrer" target="_blank">
                    {cited.title}
                  </a>
                ) : (
                  cited.title
                )}
                {` · ${cited.publisher}${cited.date ? ` · ${cited.date}` : ''} · ${t.licence} ${cited.licence}`}
              </li>
            );
          })}
        </ul>
      </details>
    </div>
  );
}

/** A letter about this place, with what it is about and a link to the view already in it. */
function ReportLink({ place }: { place: Place }): React.JSX.Element {
  const { t, plan, articleName, evidence, say, here } = useDesk();
  const articles = [...new Set((evidence.get(place.id) ?? []).map((one) => one.article))].map(articleName).join(' ');
  const letter = (): string => {
    const fields = {
      subject: t.reportSubject(say(place.name)),
      body: t.reportBody(`${say(place.name)} (${plan.id}/${place.id})`, articles, here()),
    };
    return `mailto:${plan.contact ?? ''}?${Object.entries(fields)
      .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
      .join('&')}`;
  };
  return (
    <a
      className={styles['report']}
      href={letter()}
      // The view may have moved since the card was drawn.
      onClick={(event) => event.currentTarget.setAttribute('href', letter())}
    >
      {t.report}
    </a>
  );
}
