import { createHash } from 'node:crypto';
import { renderToStaticMarkup } from 'react-dom/server';

import type { Division } from '../contract/plan';
import { oembedPath } from '../state/embed-url';
import { themesIn } from '../ui/embed/embed-picture';
import { articleName, headingOf, nameOf, sentencesOf, type Subject } from '../ui/page-words';
import { attributionsOf, creditText } from '../ui/shared/attributions';
import type { Desk } from '../ui/shared/desk';
import { Swatch } from '../ui/shared/swatch';
import { dayText } from '../text/format';
import { linkTo, pathOf, rootFrom } from './addresses';
import type { StockEmbed } from './embed-address';
import { drawnEmbed } from './drawn-embed';
import { type EmbedAssets, embedDocument } from './embed-document';
import { articlesOf } from './page-content';

/** The sentence that a card quotes. */
function quoted({ id, subject }: StockEmbed): Division | null {
  if (subject.kind !== 'quote' || id.subject.kind !== 'article') return null;
  return id.subject.article.sentences[subject.sentence - 1] ?? null;
}

/** A page for a frame in somebody else's page: the picture, what it shows and where that is from. */
export function embedPage(desk: Desk, stock: StockEmbed, assets: EmbedAssets, site: string | null): string {
  const { id, path } = stock;
  const [article] = articlesOf(desk, id.subject);
  const sentence = quoted(stock);
  const name = nameOfSubject(desk, id.subject);
  const place = id.subject.kind === 'place' ? id.subject.place.id : null;
  const view = { camera: null, hidden: [], place, article: article?.number ?? null };
  const poster = drawnEmbed(desk, view, {
    look: stock.subject.kind === 'map' ? 'map' : 'card',
    label: desk.t.pages.mapOf(name),
    highlight: sentence ? placesIn(desk, sentence.id) : [],
  });
  const body = renderToStaticMarkup(<EmbedBody desk={desk} stock={stock} sentence={sentence} />);
  return embedDocument({
    lang: desk.lang,
    root: rootFrom(path),
    title: desk.t.embed.frame(name, desk.say(desk.plan.shortTitle)),
    canonical: linkTo(pathOf(id), path, site),
    oembed: site === null ? null : `${site}${oembedPath(path)}`,
    plan: desk.plan.id,
    kind: stock.subject.kind,
    body: body.replace(/(?<=<div id="drawing"[^>]*>)(?=<\/div>)/u, () => poster),
    assets,
  });
}

/** What an embed is called where only its name is seen. */
function nameOfSubject(desk: Desk, subject: Subject): string {
  if (subject.kind === 'place') return nameOf(desk, subject.place);
  if (subject.kind === 'article') return articleName(desk, subject.article);
  return desk.say(desk.plan.shortTitle);
}

function placesIn({ mentions }: Desk, division: string): string[] {
  return [...new Set((mentions.get(division) ?? []).map(({ placeId }) => placeId))];
}

function EmbedBody({
  desk,
  stock,
  sentence,
}: {
  desk: Desk;
  stock: StockEmbed;
  sentence: Division | null;
}): React.JSX.Element {
  const { id, path, subject } = stock;
  const full = linkTo(pathOf(id), path, null);
  const name = nameOfSubject(desk, id.subject);
  const map = <Stage desk={desk} />;
  return (
    <main data-kind={subject.kind}>
      {subject.kind === 'near' && <NearBox desk={desk} href={`${full}?v=near`} />}
      {sentence && <Quote desk={desk} stock={stock} sentence={sentence} />}
      {subject.kind === 'map' && <Heading desk={desk} subject={id.subject} />}
      {map}
      {subject.kind === 'map' && <Key desk={desk} subject={id.subject} />}
      <EmbedFoot desk={desk} href={full} name={name} />
    </main>
  );
}

/** Source, date, approval number, credits, and the way to the whole. */
export function EmbedFoot({ desk, href, name }: { desk: Desk; href: string; name: string }): React.JSX.Element {
  const { t, say, plan } = desk;
  return (
    <footer>
      <p>
        {t.embed.source(say(plan.title), plan.issuers.map(say).join(t.listComma), dayText(plan.adopted, desk.lang))}
      </p>
      <p>
        {creditText(t, plan.mapApprovalNo, attributionsOf(desk.sources))}
        {' · '}
        <a href={href} target="_blank" rel="noopener" aria-label={t.embed.openTitle(name)} data-open="">
          {t.embed.open}
        </a>
      </p>
    </footer>
  );
}

/** The drawn map, and what is offered over it once a script is there to do it. */
export function Stage({ desk: { t } }: { desk: Desk }): React.JSX.Element {
  return (
    <div id="stage">
      <div id="drawing" data-poster="embed" />
      <button type="button" id="start" hidden data-loading={t.embed.loading} data-failed={t.embed.failed}>
        <span>{t.embed.start}</span>
      </button>
      <output id="said" />
    </div>
  );
}

function Heading({ desk, subject }: { desk: Desk; subject: Subject }): React.JSX.Element {
  const { t, say, plan, themes, lang } = desk;
  if (subject.kind === 'document') {
    return (
      <header>
        <h1>{say(plan.shortTitle)}</h1>
      </header>
    );
  }
  if (subject.kind === 'article') {
    const heading = headingOf(desk, subject.article);
    return (
      <header>
        <p>{articleName(desk, subject.article)}</p>
        <h1>{heading === '' ? say(plan.shortTitle) : heading}</h1>
      </header>
    );
  }
  const { place } = subject;
  const theme = themes.get(place.theme);
  const [first] = sentencesOf(desk, place);
  const label = first ? desk.articleName(first.article) : '';
  return (
    <header data-hue={place.hue}>
      <p>{[theme && say(theme.name), t.idealisation[place.idealisation]].filter(Boolean).join(' · ')}</p>
      <h1>{nameOf(desk, place)}</h1>
      {first && (
        <blockquote>
          <span lang={desk.translation ? 'en' : 'zh-CN'}>
            {desk.translation?.[first.division.id] ?? first.division.text}
          </span>{' '}
          <cite>
            {label}
            {lang === 'en' && ` (${t.unofficialTranslation})`}
          </cite>
        </blockquote>
      )}
    </header>
  );
}

/** Verbatim, in Chinese, as that alone is the document; with our translation below it in English. */
function Quote({ desk, stock, sentence }: { desk: Desk; stock: StockEmbed; sentence: Division }): React.JSX.Element {
  const { t, say, plan, lang } = desk;
  const hash = createHash('sha256').update(sentence.text).digest('hex');
  const ours = lang === 'en' ? desk.translation?.[sentence.id] : undefined;
  return (
    <figure data-quote={sentence.id}>
      <blockquote lang="zh-CN">{sentence.text}</blockquote>
      {ours !== undefined && (
        <p>
          {ours} ({t.unofficialTranslation})
        </p>
      )}
      <figcaption>
        {t.embed.quoteOf(nameOfSubject(desk, stock.id.subject), say(plan.shortTitle))}
        {' · '}
        <span title={t.embed.hashTitle(hash)} data-sha256={hash}>
          {t.embed.hash(hash.slice(0, 12))}
        </span>
      </figcaption>
    </figure>
  );
}

/** A way to near-me in a window of its own: a position has no business in a frame of somebody else's page. */
function NearBox({ desk: { t }, href }: { desk: Desk; href: string }): React.JSX.Element {
  return (
    <header>
      <h1>{t.embed.near.title}</h1>
      <p data-body="">{t.embed.near.body}</p>
      <p>
        <a href={href} target="_blank" rel="noopener" data-button="" data-near="">
          {t.embed.near.button}
        </a>
      </p>
    </header>
  );
}

/** What the colours mean, as far as this picture has them. */
function Key({ desk, subject }: { desk: Desk; subject: Subject }): React.JSX.Element {
  const { t, lang, say } = desk;
  return (
    <div data-key="">
      <ul>
        {themesIn(desk, subject, []).map((theme) => (
          <li key={theme.id}>
            <Swatch hue={theme.hue} pattern={theme.pattern} line={theme.pattern === 'none'} />{' '}
            {lang === 'zh' ? theme.stem : theme.letter} {say(theme.short ?? theme.name)}
          </li>
        ))}
      </ul>
      <p>{t.embed.schematic}</p>
    </div>
  );
}
