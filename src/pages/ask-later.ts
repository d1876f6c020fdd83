/**
 * Asks for what draws the interactive map once the scripts of the page have come, and not before: on a slow link they
 * would come a second later if they had to share it. What the map draws follows once all but the last of the scripts of
 * the map have come, so that the link is not idle while that is read. Links that wait say in `data-later` what they will be, those
 * of the second wave have `data-last`; they go to the head, since the app takes the place of the page meanwhile.
 * Static: its hash is in the policy of the site. A page whose scripts never come asks for nothing more.
 */
export const ASK_LATER = `{
  const links = (which) => [...document.querySelectorAll('link' + which)];
  const waves = [links('[data-later]:not([data-last])'), links('[data-last]')];
  const scripts = links('[rel=modulepreload]');
  new PerformanceObserver((_, observer) => {
    const come = new Set(performance.getEntriesByType('resource').map(({ name }) => name));
    if (scripts.filter(({ href }) => !come.has(href)).length > 2 - waves.length) return;
    for (const link of waves.shift().filter(({ href }) => !come.has(href))) {
      link.rel = link.dataset.later;
      if (link.rel === 'modulepreload') scripts.push(link);
      document.head.append(link);
    }
    if (waves.length === 0) observer.disconnect();
  }).observe({ type: 'resource', buffered: true });
}
`;
