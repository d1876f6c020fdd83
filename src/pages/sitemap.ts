import { element, escaped } from '../map/poster/markup';
import { inEveryLang, type PageId, pathOf } from './addresses';
import { TAGS } from './tags';

/** All pages for crawlers, each with its languages (https://www.sitemaps.org and xhtml:link alternates). */
export function sitemapOf(pages: readonly PageId[], site: string): string {
  const urls = pages.map((id) => {
    const alternates = inEveryLang(id).map(({ lang, path }) =>
      element('xhtml:link', { rel: 'alternate', hreflang: TAGS[lang], href: `${site}${path}` }),
    );
    return element('url', {}, `${element('loc', {}, escaped(`${site}${pathOf(id)}`))}${alternates.join('')}`);
  });
  const spaces = {
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('urlset', spaces, urls.join('\n'))}\n`;
}

export function robotsOf(site: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${site}sitemap.xml\n`;
}
