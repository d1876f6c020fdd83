import { renderToStaticMarkup } from 'react-dom/server';

import type { Story, StoryStep } from '../policy/story';
import { type EmbedSubject, INITIAL_EMBED, printEmbedUrl } from '../state/embed-url';
import { INITIAL_STATE } from '../state/view-state';
import type { EmbedLook } from '../ui/embed/embed-frame';
import { articleName } from '../ui/page-words';
import type { Desk } from '../ui/shared/desk';
import { linkTo, type PageId, pathOf, rootFrom } from './addresses';
import { drawnEmbed } from './drawn-embed';
import { type EmbedAssets, embedDocument } from './embed-document';
import { EmbedFoot, Stage } from './embed-pages';

/** A story of a plan by the name of its file. */
export interface NamedStory {
  /** `null` for the page of which a script makes the stories that are in addresses. */
  id: string | null;
  story: Story;
}

/** Address of a story relative to the root of the site. */
export function storyPath({ plan, lang }: Pick<PageId, 'plan' | 'lang'>, story: string | null): string {
  const view = { ...INITIAL_STATE, plan, lang };
  const subject: EmbedSubject = story === null ? { kind: 'steps', articles: [] } : { kind: 'story', story };
  return printEmbedUrl({ ...INITIAL_EMBED, view, subject });
}

/** Every article as a step: out of these the script of an embed makes a story that somebody has put together. */
export function everyArticle({ plan, tree }: Desk): NamedStory {
  const steps = [...tree.articles.keys()]
    .filter((number) => number > 0)
    .map((article): StoryStep => {
      return { text: { zh: '', en: '' }, article, target: { article }, hidden: [], places: [] };
    });
  return { id: null, story: { title: plan.shortTitle, steps } };
}

/** A story as a plain article below its map; a script makes steps of it. */
export function storyPage(
  desk: Desk,
  plan: string | null,
  { id, story }: NamedStory,
  assets: EmbedAssets,
  site: string | null,
): string {
  const { t, lang } = desk;
  const path = storyPath({ plan, lang }, id);
  const front: PageId = { plan, lang, subject: { kind: 'document' } };
  const title = story.title[lang];
  const [first] = story.steps;
  // Which article comes first is not known here; light, as the picture of that is asked for besides.
  const poster = drawnEmbed(desk, lookOf(id === null ? undefined : first), {
    look: id === null ? 'sketch' : 'map',
    label: t.pages.mapOf(title),
    highlight: first?.places ?? [],
  });
  const body = renderToStaticMarkup(
    <main data-kind="story">
      <header>
        <h1>{title}</h1>
      </header>
      <Stage desk={desk} />
      <ol id="steps" aria-label={t.embed.story.steps}>
        {story.steps.map((step, index) => (
          // The same step may come twice.
          <Step key={`${index} ${JSON.stringify(step)}`} desk={desk} step={step} />
        ))}
      </ol>
      <nav id="stepper" hidden aria-label={t.embed.story.steps}>
        <button type="button">← {t.embed.story.previous}</button>
        <output data-words={t.embed.story.step('{now}', '{all}')} />
        <button type="button">{t.embed.story.next} →</button>
      </nav>
      <p id="own-words" hidden={story.steps.every((step) => step.text[lang] === '')}>
        {t.embed.story.ownWords}
      </p>
      <EmbedFoot desk={desk} href={linkTo(pathOf(front), path, null)} name={title} />
    </main>,
  );
  return embedDocument({
    lang,
    root: rootFrom(path),
    title: t.embed.frame(title, desk.say(desk.plan.shortTitle)),
    canonical: linkTo(pathOf(front), path, site),
    oembed: null,
    plan: desk.plan.id,
    kind: 'story',
    body: body.replace(/(?<=<div id="drawing"[^>]*>)(?=<\/div>)/u, () => poster),
    assets,
  });
}

function lookOf(step: StoryStep | undefined): EmbedLook {
  const target = step?.target ?? null;
  return {
    place: target && 'place' in target ? target.place : null,
    article: target && 'article' in target ? target.article : null,
    camera:
      target && 'camera' in target
        ? { center: [target.camera[0], target.camera[1]], zoom: target.camera[2], bearing: 0 }
        : null,
    hidden: step?.hidden ?? [],
  };
}

/** Words of the author, or, where there are none, the first sentence of the article, verbatim. */
function Step({ desk, step }: { desk: Desk; step: StoryStep }): React.JSX.Element {
  const { t, lang, tree, translation } = desk;
  const { target, hidden, places } = step;
  const article = step.article === null ? undefined : tree.articles.get(step.article);
  const [sentence] = article?.sentences ?? [];
  const own = step.text[lang];
  return (
    <li
      data-step={JSON.stringify({ target, hidden, places })}
      data-article={step.article}
      data-name={article && articleName(desk, article)}
    >
      {own === '' && sentence ? (
        <blockquote>
          <span lang={translation ? 'en' : 'zh-CN'}>{translation?.[sentence.id] ?? sentence.text}</span>
        </blockquote>
      ) : (
        <p>{own || article?.division.text}</p>
      )}
      {article && (
        <cite>
          {articleName(desk, article)}
          {own === '' && translation && ` (${t.unofficialTranslation})`}
        </cite>
      )}
    </li>
  );
}
