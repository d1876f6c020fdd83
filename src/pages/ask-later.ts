/**
 * Asks for what draws the interactive map once the scripts of the page have come, and not before: on a slow link they
 * would come a second later if they had to share it. Links that wait say in `data-later` what they will be. Static: its
 * hash is in the policy of the site. A page whose scripts never come asks for nothing more.
 */
export const ASK_LATER = `new PerformanceObserver((_, observer) => {
  const come = new Set(performance.getEntriesByType('resource').map(({ name }) => name));
  const scripts = [...document.querySelectorAll('link[rel=modulepreload]')];
  if (scripts.some(({ href }) => !come.has(href))) return;
  observer.disconnect();
  for (const link of document.querySelectorAll('link[data-later]')) link.rel = link.dataset.later;
}).observe({ type: 'resource', buffered: true });
`;
