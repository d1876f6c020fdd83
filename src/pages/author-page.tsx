import { renderToStaticMarkup } from 'react-dom/server';

import { LANGS } from '../contract/localized';
import { authorPath } from '../state/url';
import { authorEn } from '../text/author.en';
import { authorZh } from '../text/author.zh';
import { TEXTS } from '../text/texts';
import { rootFrom } from './addresses';
import { fillTemplate } from './template';

const WORDS = { zh: authorZh, en: authorEn };

/** The page on which a plan is written, as it stands before its script has come. */
export function* authorPages(template: string): Generator<{ path: string; text: string }> {
  for (const lang of LANGS) {
    const path = authorPath(lang);
    const w = WORDS[lang];
    const head = (
      <>
        <title>{`${w.title} · ${TEXTS[lang].brand}`}</title>
        <meta name="robots" content="noindex" />
      </>
    );
    const text = fillTemplate(template, {
      lang,
      root: rootFrom(path),
      head: renderToStaticMarkup(head),
      body: renderToStaticMarkup(
        <noscript>
          <p>{w.needsScript}</p>
        </noscript>,
      ),
    });
    yield { path: `${path}index.html`, text };
  }
}
