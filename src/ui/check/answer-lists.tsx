import type { Extract, Silence, SiteHit, SiteMiss } from '../../contract/extract';
import type { Theme } from '../../contract/place';
import { lengthText, percentText } from '../../text/amounts';
import { distanceText } from '../../text/format';
import { useDesk } from '../shared/desk';
import { PlaceLink } from '../shared/place-link';
import { Swatch } from '../shared/swatch';
import { useParts } from '../shared/use-after-paint';
import styles from './check.module.css';
import { HitBlock } from './hit-block';

interface Props {
  extract: Extract;
  printed?: boolean;
  /** What comes when all lists are there. */
  last?: React.ReactNode;
}

/** So many places fill the window below the head of an answer. */
const PART = 2;

/**
 * The four lists of an answer, each by theme. What is not concerned is folded away on the screen, which gets the lists
 * part by part, from the top as they are read; a sheet is on no screen that it could wait for.
 */
export function AnswerLists({ extract, printed = false, last }: Props): React.JSX.Element {
  const { t, themes } = useDesk();
  const { concerned, tooCloseToCall, notConcerned, planDoesNotSay } = extract;
  const { lists } = t.extract;
  const parts = Math.max(1, Math.ceil(concerned.length / PART));
  const shown = useParts(parts + 4, printed ? parts + 4 : 1);
  const hits = [...themes.keys()].flatMap((id) => concerned.filter(({ theme }) => theme === id));
  return (
    <>
      <List heading={lists.concerned} count={concerned.length} name="concerned">
        {concerned.length === 0 && (
          <p>
            {t.extract.none} {t.extract.noneIsNotFree}
          </p>
        )}
        <Hits hits={hits.slice(0, shown * PART)} printed={printed} />
      </List>
      {shown > parts && (
        <List heading={lists.tooCloseToCall} count={tooCloseToCall.length} name="too-close">
          {tooCloseToCall.length === 0 && <p>{t.extract.none}</p>}
          <Hits hits={tooCloseToCall} printed={printed} />
        </List>
      )}
      {shown > parts + 1 && (
        <List heading={lists.planDoesNotSay} name="silent">
          {planDoesNotSay.length === 0 && <p>{t.check.silentNone}</p>}
          <ByTheme items={planDoesNotSay} themeOf={({ theme }) => theme}>
            {(silences) => silences.map((one) => <SilenceBlock key={one.reason} silence={one} printed={printed} />)}
          </ByTheme>
        </List>
      )}
      {shown > parts + 2 && (
        <List heading={lists.notConcerned} count={notConcerned.length} name="not-concerned">
          <p className={styles['small']}>{notConcerned.length === 0 ? t.extract.none : t.check.neverFree}</p>
          {notConcerned.length > 0 && <Misses misses={notConcerned} printed={printed} />}
        </List>
      )}
      {shown > parts + 3 && last}
    </>
  );
}

function List({
  heading,
  count,
  name,
  children,
}: {
  heading: string;
  count?: number;
  name: string;
  children: React.ReactNode;
}): React.JSX.Element {
  const { t } = useDesk();
  return (
    <section className={styles['list']} data-list={name} aria-label={heading}>
      <h3>
        {heading}{' '}
        {count !== undefined && count > 0 && <span className={styles['small']}>{t.check.concernedCount(count)}</span>}
      </h3>
      {children}
    </section>
  );
}

function ByTheme<T>({
  items,
  themeOf,
  children,
}: {
  items: readonly T[];
  themeOf: (item: T) => string;
  children: (items: readonly T[], theme: Theme) => React.ReactNode;
}): React.ReactNode {
  const { themes, say } = useDesk();
  return [...themes.values()].map((theme) => {
    const members = items.filter((item) => themeOf(item) === theme.id);
    if (members.length === 0) return null;
    return (
      <section key={theme.id} className={styles['theme']} data-hue={theme.hue} aria-label={say(theme.name)}>
        <h4>
          <Swatch hue={theme.hue} pattern={theme.pattern} />
          {say(theme.name)}
        </h4>
        {children(members, theme)}
      </section>
    );
  });
}

function Hits({ hits, printed }: { hits: readonly SiteHit[]; printed: boolean }): React.ReactNode {
  return (
    <ByTheme items={hits} themeOf={({ theme }) => theme}>
      {(members) => members.map((hit) => <HitBlock key={hit.placeId} hit={hit} printed={printed} />)}
    </ByTheme>
  );
}

function Misses({ misses, printed }: { misses: readonly SiteMiss[]; printed: boolean }): React.JSX.Element {
  const { t, lang, places, say } = useDesk();
  const list = (
    <ByTheme items={misses} themeOf={({ theme }) => theme}>
      {(members) => (
        <ul className={styles['misses']}>
          {members.map((miss) => {
            const place = places.get(miss.placeId);
            return (
              <li key={miss.placeId}>
                {place ? (
                  <PlaceLink place={place} row>
                    {say(miss.name)}
                  </PlaceLink>
                ) : (
                  say(miss.name)
                )}{' '}
                <span className={styles['small']}>
                  {t.check.distanceAway(
                    lengthText(miss.distanceToEdgeM, t, lang),
                    distanceText(miss.accuracyM, t, lang),
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </ByTheme>
  );
  if (printed) return list;
  return (
    <details>
      <summary>{t.check.concernedCount(misses.length)}</summary>
      {list}
    </details>
  );
}

function SilenceBlock({ silence, printed }: { silence: Silence; printed: boolean }): React.JSX.Element {
  const { t, lang, say } = useDesk();
  if (silence.reason === 'too-coarse') {
    const why =
      silence.siteM > 0
        ? t.extract.silence['too-coarse'](lengthText(silence.siteM, t, lang))
        : t.extract.silence['too-coarse-point'];
    return (
      <>
        <p className={styles['why']}>{why}</p>
        <Hits hits={silence.hits} printed={printed} />
      </>
    );
  }
  if (silence.reason === 'outside-coverage') {
    const share = silence.percent && percentText(silence.percent.value, lang);
    return (
      <p className={styles['why']}>
        {t.extract.silence['outside-coverage']} {share && t.extract.share(share)}
      </p>
    );
  }
  return (
    <>
      <p className={styles['why']}>{t.extract.silence[silence.reason]}</p>
      <ul className={styles['misses']}>
        {silence.places.map((one) => (
          <li key={one.placeId}>
            {say(one.name)} <span className={`${styles['small']} ${styles['note']}`}>{say(one.note)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
