import { renderToStaticMarkup } from 'react-dom/server';

import { LANGS } from '../contract/localized';
import { TEXTS } from '../text/texts';
import { TAGS } from './tags';
import { fillTemplate, withoutScript } from './template';

/**
 * What a host shows for an address that leads nowhere. It is served at any depth, so its links start at the root: of the
 * site where that is known, else of the host.
 */
export function missingPage(template: string, site: string | null): { path: string; text: string } {
  const root = site === null ? '/' : new URL(site).pathname;
  const text = fillTemplate(withoutScript(template), {
    lang: 'zh',
    root,
    head: renderToStaticMarkup(
      <>
        <title>{`${TEXTS.zh.pages.missing.title} · ${TEXTS.zh.brand}`}</title>
        <meta name="robots" content="noindex" />
      </>,
    ),
    body: renderToStaticMarkup(
      <div data-statement="">
        <main>
          {LANGS.map((lang) => {
            const t = TEXTS[lang].pages.missing;
            return (
              <section key={lang} lang={TAGS[lang]}>
                {lang === 'zh' ? <h1>{t.title}</h1> : <h2>{t.title}</h2>}
                <p>{t.why}</p>
                <p>
                  <a href={`${root}${lang === 'zh' ? '' : `${lang}/`}`}>{t.home}</a>
                </p>
              </section>
            );
          })}
        </main>
      </div>,
    ),
  });
  return { path: '404.html', text };
}
