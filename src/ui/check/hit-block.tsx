import { memo } from 'react';

import type { Provision, Range, SiteHit } from '../../contract/extract';
import { areaInAll, lengthText, percentText } from '../../text/amounts';
import { distanceText } from '../../text/format';
import { ArticleLink } from '../shared/article-link';
import { ProgressRow } from '../shared/commitment-list';
import { useDesk } from '../shared/desk';
import { PlaceLink } from '../shared/place-link';
import styles from './check.module.css';

/** A place that concerns a site, or may: how they lie, how sure that is, and what the document says of it. */
export const HitBlock = memo(function HitBlock({
  hit,
  printed = false,
}: {
  hit: SiteHit;
  printed?: boolean;
}): React.JSX.Element {
  const { t, places, say, articleName } = useDesk();
  const place = places.get(hit.placeId);
  const names = hit.throughMembers.map((id) => places.get(id)).flatMap((one) => (one ? [say(one.name)] : []));
  const implied = hit.impliedBy === null ? undefined : places.get(hit.impliedBy);
  const words = (
    <>
      {implied && <p className={styles['small']}>{t.impliedBy(say(implied.name))}</p>}
      {printed && hit.provisions.length > 0 && (
        <p className={styles['small']}>
          {t.check.provisions}
          {[...new Set(hit.provisions.map(({ article }) => article))].map((article) => (
            <span key={article}> {articleName(article)}</span>
          ))}
        </p>
      )}
      {!printed && hit.provisions.map((one) => <ProvisionQuote key={one.divisionId} provision={one} />)}
      {hit.definition && (
        <p className={styles['provision']}>
          <span className={styles['small']}>{t.definition}</span> <q lang="zh-CN">{hit.definition.text}</q>
        </p>
      )}
      {hit.progress.length > 0 && (
        <>
          <p className={styles['small']}>{t.check.reportedLater}</p>
          {hit.progress.map((one) => (
            <ProgressRow key={`${one.commitment} ${one.asOf} ${one.statement.zh}`} progress={one} />
          ))}
        </>
      )}
    </>
  );
  const said = hit.provisions.length + hit.progress.length > 0 || hit.definition !== null;
  return (
    <div className={styles['hit']} data-relation={hit.relation}>
      <h5 className={styles['hitName']}>
        {place ? (
          <PlaceLink place={place} row>
            {say(hit.name)}
          </PlaceLink>
        ) : (
          say(hit.name)
        )}
      </h5>
      <Facts hit={hit} printed={printed} />
      {names.length > 0 && <p className={styles['small']}>{t.extract.throughMembers(names.join(t.listComma))}</p>}
      {said && printed && words}
      {said && !printed && (
        <details className={styles['says']} open={hit.relation !== 'too-close'}>
          <summary>{t.check.provisions}</summary>
          {words}
        </details>
      )}
    </div>
  );
});

function Facts({ hit, printed }: { hit: SiteHit; printed: boolean }): React.JSX.Element {
  const { t, lang } = useDesk();
  const { fact } = t.check;
  const ranged = ({ value, min, max }: Range, text: (amount: number) => string): React.ReactNode => {
    if (text(min) === text(max)) return text(value);
    const bounds = t.check.bounds(shortest(text(min)), shortest(text(max)));
    return (
      <>
        {text(value)} <span className={styles['bounds']}>{printed ? `(${bounds})` : bounds}</span>
      </>
    );
  };
  const facts: [string, React.ReactNode][] = [[fact.relation, t.check.relation[hit.relation]]];
  if (hit.areaM2) facts.push([fact.overlap, ranged(hit.areaM2, (value) => areaInAll(value, t, lang))]);
  if (hit.lengthM) facts.push([fact.length, ranged(hit.lengthM, (value) => lengthText(value, t, lang))]);
  if (hit.percent) facts.push([fact.share, ranged(hit.percent, (value) => percentText(value, lang))]);
  const edge = hit.distanceToEdgeM === 0 ? t.extract.atEdge : lengthText(hit.distanceToEdgeM, t, lang);
  facts.push([fact.distance, edge]);
  facts.push([fact.accuracy, `±${distanceText(hit.accuracyM, t, lang)} · ${t.idealisation[hit.idealisation]}`]);
  return (
    <dl className={printed ? styles['factLine'] : styles['facts']}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A sentence of the document, after the article it stands in. */
export function ProvisionQuote({ provision }: { provision: Provision }): React.JSX.Element {
  const { textLang } = useDesk();
  return (
    <p className={styles['provision']}>
      <ArticleLink article={provision.article} division={provision.divisionId} className={styles['article']} />{' '}
      <q lang={textLang}>{provision.quote}</q>
    </p>
  );
}

/** Of an area in all units, the first: bounds need not be said three times. */
function shortest(text: string): string {
  return text.split(' = ')[0] ?? text;
}
