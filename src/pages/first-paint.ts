import { DARK, LIGHT } from '../map/palette';

/**
 * What the drawing of the map stands on, in the page itself, so that it can be seen before any style sheet has come.
 * The sheets follow behind the drawing and say the same or more; half a sheet of a phone is 46dvh there too. Static: its
 * hash is in the policy of the site.
 *
 * The square of the frame stands where the interactive map puts it: as large as the padding allows, and the padding
 * shrinks on a small map until a third of it is free.
 */
export const FIRST_PAINT = `html { color-scheme: light dark; background: light-dark(${LIGHT.paper}, ${DARK.paper}); }
:where(#map) { background: light-dark(${LIGHT.beyond}, ${DARK.beyond}); }
html, body { margin: 0; height: 100%; }
body { overflow: hidden; }
[href='#text'], [href='#map'] { position: absolute; translate: 0 -110%; }
[data-static] {
  display: grid;
  grid-template: 'bar map' auto 'page map' minmax(0, 1fr) / minmax(400px, 40%) minmax(0, 1fr);
  height: 100dvh;
}
[data-static] > header { grid-area: bar; visibility: hidden; overflow: hidden; }
:where(#map) { grid-area: map; position: relative; overflow: hidden; }
[data-poster] {
  position: absolute;
  inset: 0;
  overflow: hidden;
  container-type: size;
  pointer-events: none;
  --room-top: 60px;
  --room-right: 60px;
  --room-bottom: 60px;
  --room-left: 60px;
}
[data-poster='beside-card'] {
  --room-right: 400px;
}
[data-poster] > svg {
  --shrink: min(
    1,
    tan(atan2(66cqw, var(--room-left) + var(--room-right))),
    tan(atan2(66cqh, var(--room-top) + var(--room-bottom)))
  );
  --across: calc(100cqw - (var(--room-left) + var(--room-right)) * var(--shrink));
  --down: calc(100cqh - (var(--room-top) + var(--room-bottom)) * var(--shrink));
  --side: min(var(--across), var(--down));
  position: absolute;
  width: var(--side);
  height: var(--side);
  left: calc(var(--room-left) * var(--shrink) + (var(--across) - var(--side)) / 2);
  top: calc(var(--room-top) * var(--shrink) + (var(--down) - var(--side)) / 2);
}
@media (min-width: 560px) and (max-width: 859px) and (orientation: landscape) {
  [data-static] { grid-template-columns: 46% minmax(0, 1fr); }
}
@media (max-width: 859px) and (orientation: portrait), (max-width: 559px) {
  [data-static] { grid-template: 'bar' auto 'map' minmax(0, 1fr) / minmax(0, 1fr); }
  [data-static] > header { box-sizing: border-box; height: calc(61px + env(safe-area-inset-top)); }
  [data-poster] {
    --room-top: 84px;
    --room-right: 24px;
    --room-bottom: calc(46dvh + 24px);
    --room-left: 24px;
  }
  [data-poster='beside-card'] {
    --room-right: 24px;
    --room-bottom: calc(52dvh + 24px);
  }
}
@media (scripting: none) and (max-width: 859px) and (orientation: portrait), (scripting: none) and (max-width: 559px) {
  :root,
  :root > body {
    height: auto;
    overflow: visible;
  }
  div[data-static] {
    display: flex;
    flex-direction: column;
    height: auto;
  }
  [data-static] > header {
    position: static;
    border-bottom: 1px solid var(--rule);
  }
  [data-static] > #map {
    position: relative;
    inset: auto;
    order: 1;
    height: 46svh;
  }
  [data-static] > #map[data-empty] {
    display: none;
  }
  [data-static] > [data-card] {
    position: static;
    order: 2;
    max-height: none;
  }
  [data-static] > #text {
    position: static;
    order: 3;
    height: auto;
  }
  [data-static] > #text > div:first-child {
    display: none;
  }
  [data-static] > #map > :last-child {
    inset: auto 8px 6px;
  }
  [data-poster],
  [data-poster='beside-card'] {
    --room-top: 12px;
    --room-right: 16px;
    --room-bottom: 36px;
    --room-left: 16px;
  }
}
`;
