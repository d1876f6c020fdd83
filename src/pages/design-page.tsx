import { renderToStaticMarkup } from 'react-dom/server';

import { HUES, type Place } from '../contract/place';
import { DARK, LIGHT, type Palette, PRINT } from '../map/palette';
import app from '../ui/app.module.css';
import { Card } from '../ui/look/card';
import { Legend } from '../ui/look/legend';
import { FaultNotice, Notice } from '../ui/look/notices';
import { ReadingSwitch } from '../ui/read/reading-switch';
import { Button, BUTTON_LOOKS } from '../ui/shared/button';
import { CommitmentList } from '../ui/shared/commitment-list';
import { type Desk, DeskProvider, useDesk } from '../ui/shared/desk';
import { EvidenceList } from '../ui/shared/evidence-list';
import { PlaceLink } from '../ui/shared/place-link';
import { SCALE } from '../ui/shared/scale';
import { Swatch } from '../ui/shared/swatch';
import { fillTemplate, TemplateError } from './template';

/** First segment of the address of the page. */
export const DESIGN = 'design';

const STATES = ['rest', 'hover', 'focus', 'disabled'] as const;
const SCHEMES = ['light', 'dark'] as const;

/**
 * A page without script that shows what the desk is made of: every size and colour, every part in every state. Its own
 * style sheet is `public/design.css`, so that no other page carries it.
 */
export function designPage(desk: Desk, root: string, template: string): string {
  const { t, lang } = desk;
  const head = renderToStaticMarkup(
    <>
      <title>{`${t.design.title} · ${t.brand}`}</title>
      <meta name="robots" content="noindex" />
      <link rel="stylesheet" href={`${root}design.css`} />
    </>,
  );
  const body = renderToStaticMarkup(
    <DeskProvider value={desk}>
      <main className="design">
        <header>
          <h1>
            <a href={root}>{t.brand}</a> {t.design.title}
          </h1>
          <p>{t.design.lead}</p>
        </header>
        <div className="both">
          {SCHEMES.map((scheme) => (
            <section key={scheme} className="scheme" data-scheme={scheme} aria-label={t.design[scheme]}>
              <Scale />
              <Parts scheme={scheme} />
            </section>
          ))}
        </div>
        <section aria-label={t.design.colours}>
          {[LIGHT, DARK, PRINT].map((palette) => (
            <Colours key={palette.name} palette={palette} />
          ))}
        </section>
      </main>
    </DeskProvider>,
  );
  // The app would take its place.
  const still = template.replaceAll(/<script\b[^>]*><\/script>|<link rel="modulepreload"[^>]*>/gu, '');
  if (still.includes('<script')) throw new TemplateError('index.html has a script that cannot be left out');
  return fillTemplate(still, { lang, root, head, body });
}

function Scale(): React.JSX.Element {
  const { t, plan, say } = useDesk();
  return (
    <>
      <h2>{t.design.type}</h2>
      {Object.entries(SCALE.text).map(([name, px]) => (
        <p key={name} className="row">
          <small>
            {name} {px}
          </small>
          <span className={`text-${name}`}>{say(plan.shortTitle)}</span>
        </p>
      ))}
      <h2>{t.design.space}</h2>
      <svg width="400" height={SCALE.space.length * 16} aria-hidden="true">
        {SCALE.space.map((px, index) => (
          <g key={px}>
            <rect x="40" y={index * 16 + 3} width={px * 4} height="9" fill="var(--ink-soft)" />
            <text x="0" y={index * 16 + 12} fontSize="12" fill="var(--ink-soft)">
              {px}
            </text>
          </g>
        ))}
      </svg>
    </>
  );
}

function Parts({ scheme }: { scheme: (typeof SCHEMES)[number] }): React.JSX.Element {
  const { t, lang, places, themes, commitments, evidence } = useDesk();
  const all = [...places.values()];
  const telling = all.find((place) => (evidence.get(place.id)?.length ?? 0) > 1) ?? all[0];
  const promises = (commitments?.all ?? []).slice(0, 2);
  return (
    <>
      <h2>{t.design.buttons}</h2>
      {BUTTON_LOOKS.map((look) => (
        <p key={look} className="row">
          <small>{look}</small>
          {STATES.map((state) => (
            <Button key={state} look={look} disabled={state === 'disabled'} data-show={state}>
              {look === 'icon' ? '×' : t.design.states[state]}
            </Button>
          ))}
        </p>
      ))}
      <h2>{t.design.tabs}</h2>
      <div className={app['tabs']}>
        {Object.entries(t.panes).map(([pane, name], index) => (
          <Button key={pane} look="bare" aria-pressed={index === 0}>
            {name}
          </Button>
        ))}
        <ReadingSwitch reading="original" onReading={() => {}} />
      </div>
      <h2>{t.design.links}</h2>
      <p className="row">{all[0] && HUES.map((hue) => <HueLink key={hue} place={{ ...(all[0] as Place), hue }} />)}</p>
      <h2>{t.design.swatches}</h2>
      <div className="row">
        {[...themes.values()].map(({ id, hue, pattern, name }) => (
          <span key={id} className="choice">
            <Swatch hue={hue} pattern={pattern} line={pattern === 'none'} /> {name[lang]}
          </span>
        ))}
      </div>
      <h2>{t.design.legend}</h2>
      <Legend
        hidden={[...themes.keys()].slice(1, 2)}
        open
        online={{ config: null, on: false, toggle: () => {} }}
        view={null}
        zoom={10}
      />
      <h2>{t.design.choices}</h2>
      <p className="row">
        {SCHEMES.map((one, index) => (
          <label key={one} className="choice">
            <input type="radio" defaultChecked={index === 0} /> {t.design[one]}
          </label>
        ))}
        {SCHEMES.map((one, index) => (
          <label key={one} className="choice">
            <input type="checkbox" defaultChecked={index === 0} /> {t.design[one]}
          </label>
        ))}
      </p>
      <h2>{t.design.notices}</h2>
      <FaultNotice
        t={t}
        fault={{ file: 'areas.packed.json', reason: 'unreachable', detail: 'HTTP 503' }}
        onRetry={() => {}}
      />
      <Notice t={t} text={t.baseFailed} onDismiss={() => {}} />
      <h2>{t.design.commitments}</h2>
      <CommitmentList commitments={promises} withPlaces />
      {telling && (
        <>
          <h2>{t.design.evidence}</h2>
          <EvidenceList place={telling} />
          <h2>{t.design.card}</h2>
          <Card
            eyebrow={t.idealisation[telling.idealisation]}
            title={`${telling.name[lang]} · ${t.design[scheme]}`}
            hue={telling.hue}
            takeFocus={false}
            steps
          >
            <p>{t.legendNote}</p>
          </Card>
        </>
      )}
    </>
  );
}

function HueLink({ place }: { place: Place }): React.JSX.Element {
  return <PlaceLink place={place}>{place.hue}</PlaceLink>;
}

/** All colours of a palette on its own paper, with its marks beside the words in the same hue. */
function Colours({ palette }: { palette: Palette }): React.JSX.Element {
  const { t } = useDesk();
  const plain = Object.entries(palette).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' && value.startsWith('#') ? [{ name, value }] : [],
  );
  const [rowPx, across] = [22, 3];
  const at = (index: number): { x: number; y: number } => ({
    x: 16 + (index % across) * 340,
    y: 36 + Math.floor(index / across) * rowPx,
  });
  const below = 60 + Math.ceil(plain.length / across) * rowPx;
  return (
    <svg width="1060" height={below + Math.ceil(HUES.length / across) * rowPx + 12} fontSize="12">
      <rect width="100%" height="100%" fill={palette.paper} stroke={palette.rule} />
      <text x="16" y="22" fontWeight="600" fill={palette.ink}>
        {t.design.palettes[palette.name]}
      </text>
      {plain.map(({ name, value }, index) => (
        <g key={name} transform={`translate(${at(index).x} ${at(index).y})`}>
          <rect width="30" height="15" fill={value} stroke={palette.rule} />
          <text x="38" y="12" fill={palette.inkSoft}>
            {name} {value}
          </text>
        </g>
      ))}
      {HUES.map((hue, index) => (
        <g key={hue} transform={`translate(${at(index).x} ${at(index).y + below - 48})`}>
          <rect width="30" height="15" fill={palette.hues[hue].mark} />
          <text x="38" y="12" fill={palette.hues[hue].text}>
            {hue} {palette.hues[hue].mark} / {palette.hues[hue].text}
          </text>
        </g>
      ))}
    </svg>
  );
}
