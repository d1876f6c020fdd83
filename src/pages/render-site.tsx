import { renderToStaticMarkup } from 'react-dom/server';

import type { Commitments, English } from '../contract/commitment';
import { DRAWN_FILES, type DrawnFile, type DrawnFileName, FIRST_FILES } from '../contract/features';
import { type Lang, LANGS } from '../contract/localized';
import type { Gazetteer } from '../contract/place';
import type { PlanDocument } from '../contract/plan';
import type { Shared } from '../contract/shared';
import { oembedPath } from '../state/embed-url';
import { readingOf } from '../state/view-state';
import { buildDesk } from '../ui/build-desk';
import type { Subject } from '../ui/page-words';
import { type Desk, DeskProvider } from '../ui/shared/desk';
import { NO_ACTIONS } from '../ui/shared/no-actions';
import { linkTo, type PageId, pathOf, rootFrom } from './addresses';
import { authorPages } from './author-page';
import { DESIGN, designPage } from './design-page';
import { stockEmbedsOf } from './embed-address';
import type { EmbedAssets } from './embed-document';
import { embedPage } from './embed-pages';
import { headOf } from './head';
import { missingPage } from './missing-page';
import { articlesOf, PageCard, PageText } from './page-content';
import { oembedOf } from './oembed';
import { pagePoster } from './page-poster';
import { hasPicture, pictureOf, picturePath } from './preview-picture';
import { robotsOf, sitemapOf } from './sitemap';
import { StaticDesk } from './static-desk';
import { everyArticle, type NamedStory, storyPage, storyPath } from './story-page';
import { statementPages } from './statement-page';
import { BEHIND_DRAWING, fillTemplate, type Soon } from './template';

/** All that is known of a plan when its pages are made. */
export interface PlanFiles {
  document: PlanDocument;
  gazetteer: Gazetteer;
  commitments: Commitments;
  english: English;
  shared: Shared;
  drawn: Partial<Record<DrawnFileName, DrawnFile>>;
  /** How many pieces of the plan are too small and too many to be in it. */
  leftOut: number;
  /** Whether the map draws it from tiles. */
  tiled: boolean;
  stories: readonly NamedStory[];
}

export interface SiteInput {
  /** The first is the one at the root of the site. */
  plans: readonly PlanFiles[];
  /** Address of the site with a slash at its end; `null` where it is not known. */
  site: string | null;
  /** `index.html` as the bundler left it. */
  template: string;
  /** Scripts of the interactive map, as paths of the site. */
  map: readonly string[];
  /** What the embeds load; there are none without. */
  embed: EmbedAssets | null;
  /** Whether pictures for previews of links can be painted. */
  pictures: boolean;
  /** `YYYY-MM-DD`, to tell which deadlines have passed. */
  today: string;
}

/** A file of the site, by its path in it. A drawing below `pictures/` is to be painted. */
export interface SiteFile {
  path: string;
  text: string;
}

/** Every page of the site: the document, its articles and its places, in both languages; and what crawlers ask for. */
export function* renderSite({ plans, site, template, map, embed, pictures, today }: SiteInput): Generator<SiteFile> {
  const all: PageId[] = [];
  const titles = plans.map(({ document: { plan } }) => ({ id: plan.id, title: plan.shortTitle }));
  for (const [index, files] of plans.entries()) {
    const { plan } = files.document;
    for (const lang of LANGS) {
      const deskAt = (path: string): Desk =>
        buildDesk(files.document, files.gazetteer, lang, NO_ACTIONS, {
          commitments: files.commitments,
          english: files.english,
          reading: plan.language === 'en' ? 'original' : readingOf({ lang, reading: null }),
          drawn: () => files.drawn,
          shared: files.shared,
          plans: titles,
          today,
          planInAddress: index === 0 ? null : plan.id,
          root: rootFrom(path),
          here: () => `${site ?? ''}${path}`,
        });
      if (index === 0) {
        const path = lang === LANGS[0] ? `${DESIGN}/` : `${lang}/${DESIGN}/`;
        yield { path: `${path}index.html`, text: designPage(deskAt(path), rootFrom(path), template) };
      }
      if (embed !== null)
        for (const story of [...files.stories, everyArticle(deskAt(''))]) {
          const named = index === 0 ? null : plan.id;
          const path = storyPath({ plan: named, lang }, story.id);
          yield { path: `${path}index.html`, text: storyPage(deskAt(path), named, story, embed, site) };
        }
      for (const subject of subjectsOf(deskAt(''))) {
        const id: PageId = { plan: index === 0 ? null : plan.id, lang, subject };
        const path = pathOf(id);
        yield { path: `${path}index.html`, text: pageOf(deskAt(path), id, files, { site, template, map, pictures }) };
        all.push(id);
        if (pictures && hasPicture(id)) yield { path: picturePath(id), text: pictureOf(deskAt(''), id) };
        if (embed === null) continue;
        for (const stock of stockEmbedsOf(id)) {
          yield { path: `${stock.path}index.html`, text: embedPage(deskAt(stock.path), stock, embed, site) };
          if (site === null || stock.subject.kind === 'quote') continue;
          yield { path: oembedPath(stock.path), text: oembedOf(deskAt(''), stock, site, pictures) };
        }
      }
    }
  }
  const contact = plans[0]?.document.plan.contact ?? null;
  yield missingPage(template, site);
  yield* authorPages(template);
  yield* statementPages({ template, site, today, contact });
  if (site === null) return;
  yield { path: 'sitemap.xml', text: sitemapOf(all, site) };
  yield { path: 'robots.txt', text: robotsOf(site) };
}

function subjectsOf({ tree, places }: Desk): Subject[] {
  return [
    { kind: 'document' },
    ...[...tree.articles.values()].map((article): Subject => ({ kind: 'article', article })),
    ...[...places.values()].map((place): Subject => ({ kind: 'place', place })),
  ];
}

function pageOf(
  desk: Desk,
  id: PageId,
  files: PlanFiles,
  { site, template, map, pictures }: Pick<SiteInput, 'site' | 'template' | 'map' | 'pictures'>,
): string {
  const { subject } = id;
  const path = pathOf(id);
  const front = linkTo(pathOf({ ...id, subject: { kind: 'document' } }), path, null);
  const [article] = articlesOf(desk, subject);
  const poster = pagePoster(desk, subject, article?.number ?? null, files.drawn);
  const card = subject.kind === 'place' ? <PageCard subject={subject} /> : null;
  const body = renderToStaticMarkup(
    <DeskProvider value={desk}>
      <StaticDesk
        front={front}
        otherLang={linkTo(pathOf({ ...id, lang: otherThan(id.lang) }), path, null)}
        map={poster === null ? null : card ? 'beside-card' : 'whole'}
        leftOut={files.leftOut}
        card={card}
      >
        <PageText subject={subject} front={front} />
      </StaticDesk>
    </DeskProvider>,
  );
  return fillTemplate(template, {
    lang: id.lang,
    root: rootFrom(path),
    head: headOf(desk, id, site, pictures),
    // The drawing is markup already, and React takes none as text.
    body: body.replace(
      /(?<open><div data-poster="[a-z-]+">)<\/div>/u,
      (_, open: string) => `${open}${poster ?? ''}</div>${BEHIND_DRAWING}`,
    ),
    soon: soonOf(desk, id.lang, map, files.tiled),
  });
}

/** What the app will ask for in any case, so that the link is never idle: the plan first, then the map, then what it draws. */
function soonOf({ plan }: Desk, lang: Lang, map: readonly string[], tiled: boolean): Soon {
  const file = (name: string): string => `data/${plan.id}/${name}`;
  const names = ['manifest.json', 'document.json', 'places.json', 'commitments.json'];
  if (lang === 'en') names.push('english.json');
  const drawn = (first: boolean): string[] =>
    tiled
      ? []
      : DRAWN_FILES.filter((name) => FIRST_FILES.some((one) => one === name) === first).map((name) =>
          file(`${name}.packed.json`),
        );
  return { text: ['data/plans.json', ...names.map(file)], map: [...map, ...drawn(true)], drawn: drawn(false) };
}

function otherThan(lang: Lang): Lang {
  return LANGS.find((one) => one !== lang) ?? lang;
}
