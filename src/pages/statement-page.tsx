import { renderToStaticMarkup } from 'react-dom/server';

import { type Lang, LANGS } from '../contract/localized';
import { statementPath } from '../state/url';
import { dayText } from '../text/format';
import { statementEn } from '../text/statement.en';
import { statementZh } from '../text/statement.zh';
import { TEXTS } from '../text/texts';
import { linkTo, rootFrom } from './addresses';
import { TAGS } from './tags';
import { fillTemplate, withoutScript } from './template';

const STATEMENTS = { zh: statementZh, en: statementEn };

interface Input {
  /** `index.html` as the bundler left it. */
  template: string;
  /** Address of the site with a slash at its end; `null` where it is not known. */
  site: string | null;
  /** `YYYY-MM-DD` */
  today: string;
  /** Whom to write to; `null` where nobody is named. */
  contact: string | null;
}

/** The page about accessibility in every language. It has no script: nothing on it needs one. */
export function* statementPages({ template, ...input }: Input): Generator<{ path: string; text: string }> {
  const plain = withoutScript(template);
  for (const lang of LANGS) {
    const path = statementPath(lang);
    const text = fillTemplate(plain, {
      lang,
      root: rootFrom(path),
      head: renderToStaticMarkup(<Head lang={lang} site={input.site} />),
      body: renderToStaticMarkup(<Statement lang={lang} {...input} />),
    });
    yield { path: `${path}index.html`, text };
  }
}

function Head({ lang, site }: { lang: Lang } & Pick<Input, 'site'>): React.JSX.Element {
  const path = statementPath(lang);
  return (
    <>
      <title>{`${STATEMENTS[lang].title} · ${TEXTS[lang].brand}`}</title>
      <meta name="description" content={STATEMENTS[lang].description} />
      <link rel="canonical" href={linkTo(path, path, site)} />
      {LANGS.map((one) => (
        <link key={one} rel="alternate" hrefLang={TAGS[one]} href={linkTo(statementPath(one), path, site)} />
      ))}
    </>
  );
}

function Statement({ lang, today, contact }: { lang: Lang } & Pick<Input, 'today' | 'contact'>): React.JSX.Element {
  const t = STATEMENTS[lang];
  const path = statementPath(lang);
  const other = LANGS.find((one) => one !== lang) ?? lang;
  return (
    <div data-statement="">
      <header>
        <a href={`${rootFrom(path)}${lang === 'zh' ? '' : `${lang}/`}`}>
          {TEXTS[lang].brand} · {t.back}
        </a>
        <a href={linkTo(statementPath(other), path, null)} lang={TAGS[other]} hrefLang={TAGS[other]}>
          {t.otherLanguage}
        </a>
      </header>
      <main>
        <h1>{t.title}</h1>
        {t.sections.map(({ heading, items }) => (
          <section key={heading}>
            <h2>{heading}</h2>
            {items.map((item) => (
              <p key={item}>{item}</p>
            ))}
          </section>
        ))}
        <section>
          <h2>{t.contactHeading}</h2>
          {contact === null ? (
            <p>{t.noContact}</p>
          ) : (
            <p>
              {t.contact} <a href={`mailto:${contact}`}>{contact}</a>
            </p>
          )}
        </section>
        <p data-made="">{t.checked(dayText(today, lang))}</p>
      </main>
    </div>
  );
}
