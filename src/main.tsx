import './ui/shared/base.css';
import './ui/shared/print.css';
import 'virtual:palette.css';
import './pages/pages.css';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  lazy,
  startTransition,
  StrictMode,
  Suspense,
  useEffect,
  useInsertionEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { createRoot } from 'react-dom/client';

import { type Lang, LANGS } from './contract/localized';
import { fetchOpening } from './data/opening';
import type { LoadFault } from './data/result';
import { setSiteRoot } from './data/queries';
import { keepSite } from './offline/updates';
import { bindHistory } from './state/history';
import { createStore } from './state/store';
import { authorPath, fragmentOf, readUrl, withinSite } from './state/url';
import { TEXTS } from './text/texts';
import { App } from './ui/app';
import type { MapPaneProps } from './ui/map-pane';
import { StandingNotice } from './ui/look/notices';
import { afterPaint } from './ui/shared/use-after-paint';
import { goesFirst } from './ui/shared/when-idle';
import { Skeleton } from './ui/skeleton';
import { keepInPlace, keepStyles, linkSettled, takeStock } from './ui/take-over';

const AuthorPage = lazy(async () => ({ default: (await import('./ui/author/author-page')).AuthorPage }));
// Asked for at once, beside the text, since it is the longest to come; whether it came is for whoever shows it.
import('./map/start-worker').catch(() => undefined);
const mapModule = import('./map-pane');
/** Ends when what the map draws is to be fetched: once the page has had it sent ahead, and with the map at the latest. */
const ahead = [...document.querySelectorAll<HTMLLinkElement>('link[data-last]')].map(linkSettled);
const drawnDue = Promise.race([mapModule, ...(ahead.length > 0 ? [Promise.all(ahead)] : [])]).then(nothing, nothing);
let onMapStands = nothing;
const MapPane = lazy(async () => {
  const { MapPane: Pane } = await mapModule;
  const Watched = (props: MapPaneProps): React.JSX.Element => (
    <Pane
      {...props}
      onReady={() => {
        props.onReady();
        onMapStands();
      }}
      onFailure={(...why) => {
        props.onFailure(...why);
        onMapStands();
      }}
    />
  );
  return { default: Watched };
});

// A page says how to get from itself to the root of the site, since pages lie at different depths.
const site = new URL(document.documentElement.dataset['root'] ?? './', location.href);
setSiteRoot(site.href);
// Relative links would lead elsewhere once the address moves to another depth, that of the icon too. What has been
// asked for would be asked for again, which takes a phone a fifth of a second.
const waiting = document.querySelectorAll<HTMLLinkElement>('link:not([rel="stylesheet"], [rel$="preload"])');
for (const link of waiting) link.href = String(link.href);

const address = withinSite(site.pathname, location);
const { state, rejected } = readUrl(address);
const authoring = LANGS.find((lang) => address.split('?')[0] === authorPath(lang));
const store = createStore(state);
if (!authoring) bindHistory(store, window, site.pathname);

const now = new Date();
/** The day at the visitor's place; to make the first format of `Intl` takes a phone a tenth of a second. */
const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

const updates = import.meta.env.DEV ? null : keepSite(site, window);

/** So long what can wait does so for the map. */
const PATIENCE_MS = 12_000;

const page = document.getElementById('root');
if (!page) throw new Error('the page has no #root');
const client = new QueryClient();
// The page as it came stays until the app can show as much.
const opening = authoring ? null : fetchOpening(client, state.plan, state.lang);
const [fault, wearStyles] = await Promise.all([opening, keepStyles(page), seenOnce()]);
if (authoring) {
  wearStyles();
  write(page, authoring);
} else if (fault && page.querySelector('[data-static]')) keepStanding(fault);
else takeOver(page);

/**
 * Ends when the map stands, or cannot. Nobody who does something, or for whom it is long in coming, waits for it: it
 * ends then too.
 */
async function theMap(): Promise<void> {
  await new Promise<void>((resolve) => {
    onMapStands = resolve;
    mapModule.catch(resolve);
    setTimeout(resolve, PATIENCE_MS);
    for (const kind of ['pointerdown', 'wheel', 'keydown'])
      window.addEventListener(kind, () => resolve(), { once: true, passive: true, capture: true });
  });
}

/**
 * Ends when the page as it came has been seen: where everything comes at once the app would else stand in the way of
 * the very first picture. In a tab that nobody looks at there is nothing to wait for.
 */
async function seenOnce(): Promise<void> {
  if (document.visibilityState === 'hidden') return;
  await new Promise((resolve) => {
    afterPaint(() => resolve(undefined));
    document.addEventListener('visibilitychange', resolve, { once: true });
  });
}

function nothing(): void {}

/** The page on which a plan is written: a desk of its own, loaded by nobody else. */
function write(stage: HTMLElement, lang: Lang): void {
  createRoot(stage).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Suspense fallback={<Skeleton label={TEXTS[lang].loading} />}>
          <AuthorPage lang={lang} root={site.pathname} today={today} mapPane={MapPane} />
        </Suspense>
      </QueryClientProvider>
    </StrictMode>,
  );
}

/** The text that came with the page is worth more than a word about what did not come. */
function keepStanding(missing: LoadFault): void {
  const notice = document.body.appendChild(document.createElement('div'));
  notice.className = 'standing';
  const t = TEXTS[state.lang];
  createRoot(notice).render(<StandingNotice t={t} fault={missing} onRetry={() => location.reload()} />);
  window.addEventListener('online', () => location.reload());
}

/** The app in the place of the page, drawn in slices that keep nobody waiting and shown in one go. */
function takeOver(stage: HTMLElement): void {
  let handover = takeStock(stage, state);
  // Who scrolls meanwhile has another line before them.
  const scroller = stage.querySelector('[data-scroller]');
  scroller?.addEventListener('scroll', () => {
    handover = takeStock(stage, state);
  });
  const { poster } = handover;
  if (location.hash === '') void goesFirst(theMap());
  const root = createRoot(stage);
  startTransition(() =>
    root.render(
      <StrictMode>
        <QueryClientProvider client={client}>
          <Dressed />
          <Suspense fallback={<Skeleton label={TEXTS[state.lang].loading} />}>
            <Landing onLand={() => keepInPlace(stage, handover)}>
              <App
                store={store}
                rejected={rejected}
                fragment={fragmentOf(location.hash)}
                today={today}
                root={site.pathname}
                poster={poster}
                mapPane={MapPane}
                drawnDue={drawnDue}
                updates={updates}
              />
            </Landing>
          </Suspense>
        </QueryClientProvider>
      </StrictMode>,
    ),
  );
}

/** The styles of the page go with the page; the kept ones are there before anything measures what comes instead. */
function Dressed(): null {
  useInsertionEffect(wearStyles, []);
  return null;
}

/** Says when what it holds is on the page, before anybody sees it, and once more when that has gone where it wants. */
function Landing({ onLand, children }: { onLand: () => void; children: React.ReactNode }): React.ReactNode {
  const land = useRef(onLand);
  useLayoutEffect(() => land.current(), []);
  useEffect(() => land.current(), []);
  return children;
}
