import app from '../ui/app.module.css';
import find from '../ui/find/find-box.module.css';
import button from '../ui/shared/shared.module.css';
import { attributionsOf, creditText } from '../ui/shared/attributions';
import { Button } from '../ui/shared/button';
import { useDesk } from '../ui/shared/desk';
import sheet from '../ui/shared/sheet.module.css';
import toolbar from '../ui/shared/toolbar.module.css';
import { StaticLegend } from './static-legend';
import { TAGS } from './tags';

interface Props {
  /** Address of the whole document in this language. */
  front: string;
  /** Address of this very page in the other language. */
  otherLang: string;
  /** Whether there is a drawing of the map, and whether the card leaves it less room. */
  map: 'whole' | 'beside-card' | null;
  /** How many pieces of the plan the drawing is without. */
  leftOut: number;
  card: React.ReactNode;
  children: React.ReactNode;
}

/**
 * The desk as it stands before any script runs, in the boxes of the desk of the app, so that nothing moves when that
 * takes over. Whatever it offers is a link.
 */
export function StaticDesk({ front, otherLang, map, leftOut, card, children }: Props): React.JSX.Element {
  const { t, lang, plan, say, sources } = useDesk();
  const other = lang === 'zh' ? 'en' : 'zh';
  return (
    <>
      <a className={app['skip']} href="#text">
        {t.skipToText}
      </a>
      <a className={app['skip']} href="#map">
        {t.skipToMap}
      </a>
      <div className={app['desk']} data-stop="half" data-static="">
        <header className={toolbar['toolbar']}>
          <h1 className={toolbar['brand']}>
            <a href={front}>{t.brand}</a>
          </h1>
          <p className={toolbar['plan']}>{say(plan.shortTitle)}</p>
          <div className={toolbar['switches']}>
            {/* Room for the switches of the app; the style sheet hides every button of these pages. */}
            <Button className={toolbar['near']} disabled>
              {t.near.button}
            </Button>
            <Button look="quiet" disabled>
              {t.copyLink}
            </Button>
            <Button look="quiet" disabled>
              ◐
            </Button>
            <a
              className={`${button['button']} ${button['quiet']}`}
              href={otherLang}
              lang={TAGS[other]}
              hrefLang={TAGS[other]}
            >
              {t.language}
            </a>
          </div>
          {/* Room for the search box. */}
          <div className={find['find']}>
            <Button look="icon" className={find['unfolder']} disabled />
            <div className={find['field']}>
              <span className={find['input']} />
            </div>
          </div>
        </header>
        {/* Before the text, so that the map can be seen while that is on its way. */}
        <section
          className={app['map']}
          aria-label={t.mapLabel}
          id="map"
          tabIndex={-1}
          data-empty={map === null || undefined}
        >
          {map !== null && <div data-poster={map} />}
          {map !== null && (
            <div className={app['foot']}>
              <StaticLegend open at="desk" />
              <StaticLegend open={false} at="phone" />
              <p className={app['approval']}>
                {creditText(t, plan.mapApprovalNo, attributionsOf(sources))}
                {leftOut > 0 && ` · ${t.pages.leftOut(leftOut)}`}
              </p>
            </div>
          )}
        </section>
        <main className={sheet['sheet']} data-stop="half" aria-label={t.paneLabel} id="text">
          <div className={sheet['handle']} />
          <nav className={app['tabs']} aria-label={t.paneLabel}>
            <a href={front} aria-current="true">
              {t.panes.read}
            </a>
            <a href={`${front}?v=places#places`}>{t.panes.places}</a>
          </nav>
          <div className={app['scroller']} data-scroller="" tabIndex={-1}>
            {children}
          </div>
        </main>
        <div className={app['card']} data-card="">
          {card}
        </div>
      </div>
    </>
  );
}
