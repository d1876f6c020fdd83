import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import {
  changed,
  COMMITMENT,
  feature,
  LAKE_AREA,
  PROGRESS,
  TOWN_A,
  tinyPlan,
  type TinyPlan,
} from '../../tests/tiny-plan';
import { HUES } from '../contract/place';
import type { DrawnFile } from '../contract/features';
import { DRAWN_FILES } from '../contract/features';
import { iframeSnippet } from '../state/embed-snippets';
import { type PlanFiles, renderSite, type SiteInput } from './render-site';
import { ASK_LATER } from './ask-later';
import { TemplateError } from './template';

const TEMPLATE =
  '<!doctype html><html lang="zh-CN"><head><title>x</title><link rel="icon" href="./icon.svg" />' +
  '<script type="module" src="./assets/i.js"></script></head><body><div id="root"></div></body></html>';
const SITE = 'https://plan.example/tuce/';
const ASSETS = { script: 'assets/e.js', style: 'assets/e.css', map: 'assets/m.js' };
/** Section 2.3.4 of https://oembed.com: of a rich answer, and of all that have a thumbnail. */
const OEMBED = v.object({
  version: v.literal('1.0'),
  type: v.literal('rich'),
  title: v.pipe(v.string(), v.nonEmpty()),
  author_name: v.string(),
  author_url: v.pipe(v.string(), v.url()),
  provider_name: v.string(),
  provider_url: v.literal(SITE),
  cache_age: v.number(),
  html: v.pipe(v.string(), v.startsWith('<iframe ')),
  width: v.pipe(v.number(), v.integer()),
  height: v.pipe(v.number(), v.integer()),
  thumbnail_url: v.pipe(v.string(), v.url(), v.endsWith('.png')),
  thumbnail_width: v.literal(1200),
  thumbnail_height: v.literal(630),
});

function filesOf(options: TinyPlan = {}): PlanFiles {
  const { plan, document, mentions, places, themes, sources, drawn } = tinyPlan(options);
  return {
    document: { plan, textSha256: '', divisions: document.divisions, mentions },
    gazetteer: { places, themes, sources },
    commitments: { commitments: [COMMITMENT], progress: [PROGRESS], glossary: [] },
    shared: { places: {} },
    english: { translation: { 'p1.a1.s1': 'Build Town A and Town B.' } },
    stories: [],
    leftOut: 0,
    tiled: false,
    drawn: Object.fromEntries(
      DRAWN_FILES.map((name): [string, DrawnFile] => [name, { type: 'FeatureCollection', features: drawn[name] }]),
    ),
  };
}

function render(input: Partial<SiteInput> = {}): Map<string, string> {
  const files = renderSite({
    plans: [filesOf()],
    site: null,
    template: TEMPLATE,
    map: [],
    embed: null,
    pictures: false,
    today: '2026-01-01',
    ...input,
  });
  return new Map([...files].map(({ path, text }) => [path, text]));
}
const site = render();
/** With all that a site can have. */
const full = render({ site: SITE, embed: ASSETS, pictures: true });
const page = (path: string, pages = site): string => {
  const text = pages.get(path);
  if (text === undefined) throw new Error(`there is no ${path} among ${[...pages.keys()].join(' ')}`);
  return text;
};
const one = (pattern: RegExp, text: string): string => pattern.exec(text)?.[1] ?? '';
const linkedData = (text: string): Record<string, unknown> =>
  JSON.parse(one(/<script type="application\/ld\+json">(.*?)<\/script>/su, text)) as Record<string, unknown>;
const letters = (text: string): string => text.replaceAll(/<[^>]*>/gu, '');

describe('the pages', () => {
  it('are the document, every article, every place, the parts of the desk and the statement, in both languages', () => {
    const places = ['p/town-a/', 'p/town-b/', 'p/lake-area/', 'p/line-1/'];
    const zh = ['', 'a/1/', 'a/2/', ...places, 'design/', 'accessibility/', 'privacy/', 'author/'];
    const all = [...zh, ...zh.map((path) => `en/${path}`)].map((path) => `${path}index.html`);
    all.push('404.html');
    expect([...site.keys()].toSorted()).toEqual(all.toSorted());
  });

  it('have what they are about in title, description and text', () => {
    const article = page('a/2/index.html');
    expect(one(/<title>(.*?)<\/title>/u, article)).toBe('第二条 畅通交通 · 甲城意见');
    expect(one(/name="description" content="(.*?)"/u, article)).toBe('修建一号线，支持东湖片区。');
    expect(letters(article)).toContain('修建一号线，支持东湖片区。');
    expect(letters(article)).not.toContain('建设甲城和乙城');
    const place = page('p/lake-area/index.html');
    expect(one(/<title>(.*?)<\/title>/u, place)).toBe('lake-area（项目）：文件的 2 句话');
    expect(letters(place)).toContain('第一条');
    expect(letters(place)).toContain('意思是：东湖片区要改造。');
    expect(letters(page('index.html'))).toContain('修建一号线，支持东湖片区。');
  });

  it('say in English that the translation is ours', () => {
    const article = page('en/a/1/index.html');
    expect(article).toContain('<html lang="en" data-root="../../../">');
    expect(one(/name="description" content="(.*?)"/u, article)).toBe(
      'Build Town A and Town B. Unofficial translation, ours; only the Chinese is the document.',
    );
  });

  it('lead to each other by addresses relative to themselves', () => {
    const article = page('a/2/index.html');
    for (const address of ['../../p/line-1/', '../../a/1/', '../../en/a/2/', '../../assets/i.js', '../../icon.svg']) {
      expect(article).toContain(`"${address}"`);
    }
    const known = new Set([...site.keys()].map((path) => path.replace('index.html', '')));
    for (const [path, text] of site) {
      for (const [, address = ''] of text.matchAll(/<a [^>]*href="([^"#:]*)"/gu)) {
        const { pathname } = new URL(address, `http://x/${path}`);
        expect([path, known.has(pathname.slice(1))]).toEqual([path, true]);
      }
    }
  });

  it('name their other language, and themselves, with and without a site', () => {
    const alone = page('en/p/town-a/index.html');
    expect(alone).toContain('<link rel="canonical" href="./"/>');
    expect(alone).toContain('<link rel="alternate" hrefLang="zh-CN" href="../../../p/town-a/"/>');
    const sited = render({ site: SITE });
    expect(page('a/2/index.html', sited)).toContain(`<link rel="canonical" href="${SITE}a/2/"/>`);
    expect(page('a/2/index.html', sited)).toContain(`hrefLang="en" href="${SITE}en/a/2/"/>`);
    expect(page('a/2/index.html', sited)).toContain(`hrefLang="x-default" href="${SITE}a/2/"/>`);
  });

  it('are all in the sitemap of a site, with their languages, and there is none without', () => {
    expect(site.has('sitemap.xml')).toBe(false);
    const sited = render({ site: SITE });
    const map = page('sitemap.xml', sited);
    expect(map.match(/<loc>/gu)).toHaveLength(14);
    expect(map).toContain(`<loc>${SITE}en/p/line-1/</loc>`);
    expect(map).toContain(`<xhtml:link rel="alternate" hreflang="zh-CN" href="${SITE}a/1/"/>`);
    expect(page('robots.txt', sited)).toContain(`Sitemap: ${SITE}sitemap.xml`);
  });

  it('tell machines what they are, no more exactly than it is known', () => {
    expect(linkedData(page('index.html'))).toMatchObject({ '@type': 'Legislation', legislationDate: '2021-07-03' });
    expect(linkedData(page('a/1/index.html'))).toMatchObject({
      '@type': 'Legislation',
      isPartOf: { '@type': 'Legislation', name: '关于甲城的意见' },
    });
    expect(linkedData(page('p/lake-area/index.html'))).toMatchObject({
      '@type': 'Place',
      geo: { '@type': 'GeoShape', box: '25.02 102.05 25.04 102.07' },
    });
    const dot = feature('dot', { type: 'Point', coordinates: [102.05, 25.05] }, { kind: 'point', accuracyM: 300 });
    const sketch = changed({ ...dot, id: 'sketch' }, { idealisation: 'schematic' });
    const more = render({ plans: [filesOf({ features: [TOWN_A, dot, sketch] })] });
    expect(linkedData(page('p/dot/index.html', more))).toMatchObject({ geo: { '@type': 'GeoCircle', geoRadius: 300 } });
    expect(linkedData(page('p/sketch/index.html', more))).not.toHaveProperty('geo');
  });

  it('draw the map of a place that is somewhere, and say why another is not', () => {
    expect(page('p/lake-area/index.html')).toContain('data-poster="beside-card"><svg');
    const note = { zh: '没有坐标', en: 'no coordinates' };
    const lost = changed({ ...LAKE_AREA, geometry: null }, { unlocated: { reason: 'site-not-published', note } });
    const text = page('p/lake-area/index.html', render({ plans: [filesOf({ features: [TOWN_A, lost] })] }));
    expect(text).not.toContain('data-poster');
    expect(letters(text)).toContain('没有公布具体位置');
  });

  it('show the parts of the desk without any script, dark beside light, whatever the plan', () => {
    const design = page('en/design/index.html');
    expect(design).not.toContain('<script');
    expect(design).toContain('href="../../design.css"');
    expect(design.match(/data-scheme="(?:light|dark)"/gu)).toEqual(['data-scheme="light"', 'data-scheme="dark"']);
    for (const state of ['rest', 'hover', 'focus', 'disabled']) expect(design).toContain(`data-show="${state}"`);
    for (const hue of HUES) expect(design).toContain(`data-hue="${hue}"`);
    // The policy of the page lets no style attribute through.
    expect(design).not.toContain(' style="');
  });

  it('ask for the text at once, and for the map only when its own scripts are here', () => {
    const text = page('a/1/index.html', render({ map: ['assets/m.js', 'assets/m.css'] }));
    const asked = text.indexOf('<link rel="preload" as="fetch" crossorigin href="../../data/tiny/document.json">');
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(text.indexOf('data-poster'));
    expect(text).toContain('<link data-later="modulepreload" crossorigin href="../../assets/m.js">');
    expect(text).toContain('<link data-later="preload" as="style" crossorigin href="../../assets/m.css">');
    const areas =
      '<link data-last data-later="preload" as="fetch" crossorigin href="../../data/tiny/areas.packed.json">';
    expect(text).toContain(areas);
    expect(page('a/1/index.html', render({ plans: [{ ...filesOf(), tiled: true }] }))).not.toContain('packed.json');
    expect(text).toContain(`<script>${ASK_LATER}</script>`);
    expect(text).not.toMatch(/rel="[a-z]*preload"[^>]*m\.(?:js|css)/u);
  });

  it('say what their drawing is without', () => {
    expect(page('index.html')).not.toContain('此图略去');
    const pages = render({ plans: [{ ...filesOf(), leftOut: 96_000 }] });
    expect(page('index.html', pages)).toContain('此图略去 96000 处细小图斑');
  });

  it('let no name break out of the page', () => {
    const hostile = '</script><img src=x onerror=alert(1)>"\'&';
    const features = [TOWN_A, changed(LAKE_AREA, { name: { zh: hostile, en: hostile } })];
    const title = { zh: hostile, en: hostile };
    const pages = render({ plans: [filesOf({ features, plan: { title, shortTitle: title } })], site: SITE });
    for (const [path, text] of pages) {
      expect([path, text.match(/<img/gu)]).toEqual([path, null]);
      // Those about the desk itself have no data of a plan.
      const scripted = path.endsWith('html') && !/design|accessibility|privacy|author|404/u.test(path);
      if (scripted)
        expect(text.replace(ASK_LATER, '').match(/<\/script>/gu)).toHaveLength(text.includes(ASK_LATER) ? 3 : 2);
    }
    expect(linkedData(page('p/lake-area/index.html', pages))['name']).toBe(hostile);
  });

  it('have a second plan under its name', () => {
    const second = filesOf({ plan: { id: 'second' } });
    const pages = render({ plans: [filesOf(), second] });
    expect(page('plan/second/a/1/index.html', pages)).toContain('"../../../../plan/second/p/town-a/"');
    expect(page('en/plan/second/index.html', pages)).toContain('"../../../plan/second/"');
    expect(page('a/1/index.html', pages)).toBe(page('a/1/index.html'));
  });

  it('lead from each plan to the others, and to none where there is one', () => {
    const second = filesOf({ plan: { id: 'second', shortTitle: { zh: '乙意见', en: 'Opinion B' } } });
    const pages = render({ plans: [filesOf(), second] });
    expect(page('index.html', pages)).toContain('<a href="./plan/second/">乙意见</a>');
    expect(page('en/plan/second/index.html', pages)).toContain('<a href="../../../en/">Town A</a>');
    expect(page('index.html')).not.toContain('乙意见');
  });

  it('say what other plans say of a place that they share', () => {
    const word = {
      language: 'zh' as const,
      plan: 'second',
      title: { zh: '乙意见', en: 'B' },
      place: 'town',
      name: { zh: '甲城', en: 'A' },
    };
    const said = [{ article: 3, label: '（三）', division: 'p1.a3.s1', quote: '甲城另有安排。' }];
    const own = { ...filesOf(), shared: { places: { 'town-a': [{ ...word, said }] } } };
    const text = page('p/town-a/index.html', render({ plans: [own, filesOf({ plan: { id: 'second' } })] }));
    expect(letters(text)).toContain('甲城另有安排。');
    expect(text).toContain('href="../../plan/second/p/town/"');
  });

  it('offer an embed by oEmbed: what its specification asks of a rich one, and the snippet of the studio', () => {
    const answers = [...full].filter(([path]) => path.endsWith('oembed.json'));
    // Document, near-me, articles and places, in two languages; no cards, and no place that is on no map.
    expect(answers.map(([path]) => path)).toContain('en/embed/p/town-a/oembed.json');
    expect(answers).toHaveLength(16);
    for (const [path, text] of answers) {
      const answer = v.parse(OEMBED, JSON.parse(text));
      const address = `${SITE}${path.replace('oembed.json', '')}`;
      expect([path, full.has(`${address.slice(SITE.length)}index.html`)]).toEqual([path, true]);
      const kind = path.includes('/near/') ? 'near' : 'map';
      expect(answer.html).toBe(iframeSnippet({ address, title: answer.title, kind, theme: 'auto' }));
      expect(answer.html).toContain(`height="${answer.height}"`);
      expect(answer.thumbnail_url.startsWith(SITE)).toBe(true);
      expect(full.has(answer.thumbnail_url.slice(SITE.length).replace(/png$/u, 'svg'))).toBe(true);
    }
  });

  it('point at their oEmbed early in the head, and at none without a site', () => {
    for (const [path, target] of [
      ['a/2/', 'embed/a/2/'],
      ['en/p/town-a/', 'en/embed/p/town-a/'],
      ['embed/a/2/', 'embed/a/2/'],
      ['', 'embed/'],
    ] as const) {
      const text = page(`${path}index.html`, full);
      const at = text.indexOf(`href="${SITE}${target}oembed.json"`);
      expect([path, at > 0 && at < 1500]).toEqual([path, true]);
      expect(text.slice(0, at)).toContain('<link rel="alternate" type="application/json+oembed"');
      expect(full.has(`${target}oembed.json`)).toBe(true);
    }
    for (const text of render({ embed: ASSETS }).values()) expect(text).not.toContain('oembed');
  });

  it('have a picture each for previews, in both languages, named in full', () => {
    for (const [path, picture] of [
      ['', 'pictures/front.png'],
      ['en/', 'pictures/en.png'],
      ['a/2/', 'pictures/a/2.png'],
      ['en/a/2/', 'pictures/en/a/2.png'],
      ['en/p/town-a/', 'pictures/en/p/town-a.png'],
    ]) {
      const text = page(`${path}index.html`, full);
      expect(text).toContain(`<meta property="og:image" content="${SITE}${picture}"/>`);
      expect(text).toContain('<meta name="twitter:card" content="summary_large_image"/>');
      expect(page(String(picture).replace(/png$/u, 'svg'), full)).toContain('<svg');
    }
    expect(page('pictures/en/a/2.svg', full)).toContain('Article 2');
    expect(page('index.html')).not.toContain('og:image');
  });

  it('tell every article as a story of which addresses choose', () => {
    for (const path of ['embed/story/', 'en/embed/story/']) {
      const text = page(`${path}index.html`, full);
      expect(text.match(/data-article="\d+"/gu)).toEqual(['data-article="1"', 'data-article="2"']);
      expect(text).toMatch(/<nav id="stepper" hidden=""/u);
    }
    expect(letters(page('embed/story/index.html', full))).toContain('修建一号线，支持东湖片区。');
    expect(letters(page('en/embed/story/index.html', full))).toContain('Build Town A and Town B.');
  });

  it('are not made of a page that has no place for them', () => {
    expect(() => render({ template: '<html><title>x</title></html>' })).toThrow(TemplateError);
  });
});
