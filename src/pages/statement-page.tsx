import { renderToStaticMarkup } from 'react-dom/server';

import { type Lang, LANGS } from '../contract/localized';
import { type StatementName, statementPath, STATEMENTS } from '../state/url';
import { dayText } from '../text/format';
import { privacyEn } from '../text/privacy.en';
import { privacyZh } from '../text/privacy.zh';
import { statementEn } from '../text/statement.en';
import { statementZh } from '../text/statement.zh';
import { TEXTS } from '../text/texts';
import { linkTo, rootFrom } from './addresses';
import { TAGS } from './tags';
import { fillTemplate, withoutScript } from './template';

const WORDS = {
  accessibility: { zh: statementZh, en: statementEn },
  privacy: { zh: privacyZh, en: privacyEn },
};

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

/** The pages on which the site speaks of itself, in every language. They have no script: nothing on them needs one. */
export function* statementPages({ template, ...input }: Input): Generator<{ path: string; text: string }> {
  const plain = withoutScript(template);
  for (const name of STATEMENTS) {
    for (const lang of LANGS) {
      const path = statementPath(name, lang);
      const text = fillTemplate(plain, {
        lang,
        root: rootFrom(path),
        head: renderToStaticMarkup(<Head name={name} lang={lang} site={input.site} />),
        body: renderToStaticMarkup(<Statement name={name} lang={lang} {...input} />),
        scrolls: true,
      });
      yield { path: `${path}index.html`, text };
    }
  }
}

interface Which {
  name: StatementName;
  lang: Lang;
}

function Head({ name, lang, site }: Which & Pick<Input, 'site'>): React.JSX.Element {
  const path = statementPath(name, lang);
  return (
    <>
      <title>{`${WORDS[name][lang].title} · ${TEXTS[lang].brand}`}</title>
      <meta name="description" content={WORDS[name][lang].description} />
      <link rel="canonical" href={linkTo(path, path, site)} />
      {LANGS.map((one) => (
        <link key={one} rel="alternate" hrefLang={TAGS[one]} href={linkTo(statementPath(name, one), path, site)} />
      ))}
    </>
  );
}

function Statement({ name, lang, today, contact }: Which & Pick<Input, 'today' | 'contact'>): React.JSX.Element {
  const t = WORDS[name][lang];
  const path = statementPath(name, lang);
  const other = LANGS.find((one) => one !== lang) ?? lang;
  return (
    <div data-statement="">
      <header>
        <a href={`${rootFrom(path)}${lang === 'zh' ? '' : `${lang}/`}`}>
          {TEXTS[lang].brand} · {t.back}
        </a>
        <a href={linkTo(statementPath(name, other), path, null)} lang={TAGS[other]} hrefLang={TAGS[other]}>
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
