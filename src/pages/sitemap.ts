import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';

import { inEveryLang, type PageId, pathOf } from './addresses';
import { TAGS } from './tags';

/** All pages for crawlers, each with its languages (https://www.sitemaps.org and xhtml:link alternates). */
export function sitemapOf(pages: readonly PageId[], site: string): string {
  const urls = pages.map((id) =>
    createElement(
      'url',
      { key: pathOf(id) },
      createElement('loc', null, `${site}${pathOf(id)}`),
      ...inEveryLang(id).map(({ lang, path }) =>
        createElement('xhtml:link', { key: lang, rel: 'alternate', hreflang: TAGS[lang], href: `${site}${path}` }),
      ),
    ),
  );
  const set = createElement(
    'urlset',
    { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9', 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
    urls,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToStaticMarkup(set)}\n`;
}

export function robotsOf(site: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${site}sitemap.xml\n`;
}
