/**
 * Asks for what draws the interactive map once all that the page needs has come but for one file, and not before: on a
 * slow link it would come a second later if it had to share it. (Of the one that is left the last bytes come while the map
 * is being asked for; a script counts as come only once it is compiled, for which the link need not wait.) What the map
 * draws follows once all of the map has come but for one file. Links that wait say in `data-later` what they will be, those
 * of the second wave have `data-last`; they go to the head, since the app takes the place of the page meanwhile.
 * Static: its hash is in the policy of the site. A page whose files never come asks for nothing more.
 */
export const ASK_LATER = `{
  const links = (which) => [...document.querySelectorAll('link' + which)];
  const waves = [links('[data-later]:not([data-last])'), links('[data-last]')];
  const asked = links('[rel$=preload]');
  new PerformanceObserver((_, observer) => {
    const come = new Set(performance.getEntriesByType('resource').map(({ name }) => name));
    if (asked.filter(({ href }) => !come.has(href)).length > 1) return;
    for (const link of waves.shift().filter(({ href }) => !come.has(href))) {
      link.rel = link.dataset.later;
      asked.push(link);
      document.head.append(link);
    }
    if (waves.length === 0) observer.disconnect();
  }).observe({ type: 'resource', buffered: true });
}
`;
