import './ui/shared/base.css';
import 'virtual:palette.css';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';

import { bindHistory } from './state/history';
import { createStore } from './state/store';
import { readUrl } from './state/url';
import { TEXTS } from './text/texts';
import { App } from './ui/app';

const MapPane = lazy(async () => ({ default: (await import('./map-pane')).MapPane }));

const { state, rejected } = readUrl(location.search);
const store = createStore(state);
bindHistory(store, window);

/** The day at the visitor's place. */
const today = new Intl.DateTimeFormat('en-CA').format(new Date());

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <Suspense fallback={<p className="opening">{TEXTS[state.lang].loading}</p>}>
        <App
          store={store}
          rejected={rejected}
          fragment={decodeURIComponent(location.hash.slice(1))}
          today={today}
          mapPane={MapPane}
        />
      </Suspense>
    </QueryClientProvider>
  </StrictMode>,
);
