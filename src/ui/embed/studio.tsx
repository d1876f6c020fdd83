import { useEffect, useMemo, useRef, useState } from 'react';

import type { Lang } from '../../contract/localized';
import { componentSnippet, iframeSnippet, RESERVED_PX, scriptSnippet } from '../../state/embed-snippets';
import {
  type EmbedSubject,
  type EmbedView,
  INITIAL_EMBED,
  oembedPath,
  printEmbedUrl,
  STARTS,
} from '../../state/embed-url';
import { type Camera, INITIAL_STATE, THEME_MODES, type ViewState } from '../../state/view-state';
import { printUrl } from '../../state/url';
import { subjectOf, titleOf } from '../page-words';
import { useDesk } from '../shared/desk';
import { Dialog } from '../shared/dialog';
import { Choice } from './choice';
import { PictureOut } from './picture-out';
import { Snippet } from './snippet';
import { keepStoryDraft, readStoryDraft, type StoryDraft, storyOf } from './story-draft';
import { StoryMaker } from './story-maker';
import styles from './studio.module.css';
import { useSettled } from './use-settled';

interface Props {
  /** What was on the screen when the studio was asked for. */
  view: ViewState;
  camera: Camera | null;
  /** Address of the site, with a slash at its end. */
  site: string;
  onClose: () => void;
}

type Kind = 'map' | 'quote' | 'story' | 'near';
const WIDTHS = [320, 600, null] as const;
/** Once a story has rested for so long, it is looked at. */
const PAUSE_MS = 350;
/** A story is told from its beginning. */
const NO_STEPS: EmbedSubject = { kind: 'steps', articles: [] };

/** Makes an embed of what is on the screen: choose, look, copy. */
export function Studio({ view, camera, site, onClose }: Props): React.JSX.Element {
  const desk = useDesk();
  const { t, plan, say, tree, evidence } = desk;
  const words = t.embed.studio;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current && !dialog.current.open) dialog.current.showModal();
  }, []);
  const place = view.place !== null && desk.places.get(view.place)?.bbox ? view.place : null;
  const articleNumber = view.article ?? (place === null ? null : (evidence.get(place)?.[0]?.article ?? null));
  const sentences = (articleNumber === null ? undefined : tree.articles.get(articleNumber))?.sentences ?? [];

  const [kind, setKind] = useState<Kind>('map');
  const [sentence, setSentence] = useState(1);
  const [keepCamera, setKeepCamera] = useState(false);
  const [theme, setTheme] = useState<ViewState['themeMode']>('auto');
  const [start, setStart] = useState<EmbedView['start']>(INITIAL_EMBED.start);
  const [lang, setLang] = useState<Lang>(view.lang);
  const [accent, setAccent] = useState<string | null>(null);
  const [widthPx, setWidthPx] = useState<(typeof WIDTHS)[number]>(600);
  const [draft, setDraft] = useState(() => readStoryDraft(() => sessionStorage));
  const settled = useSettled(draft, PAUSE_MS);
  const story = useMemo(() => storyOf(settled, desk), [settled, desk]);
  const changeStory = (next: StoryDraft): void => {
    setDraft(next);
    keepStoryDraft(() => sessionStorage, next);
  };

  const shown: ViewState = {
    ...INITIAL_STATE,
    plan: view.plan,
    lang,
    themeMode: theme,
    place: kind === 'map' ? place : null,
    article: kind === 'quote' ? articleNumber : kind === 'map' && place === null ? view.article : null,
    camera: kind === 'map' && keepCamera ? camera : null,
    hidden: kind === 'map' && keepCamera ? view.hidden : [],
  };
  const embedded: EmbedSubject =
    kind === 'quote' ? { kind, sentence } : kind === 'story' ? (story.subject ?? NO_STEPS) : { kind };
  const address = `${site}${printEmbedUrl({
    ...INITIAL_EMBED,
    view: shown,
    subject: embedded,
    start: kind === 'map' ? start : INITIAL_EMBED.start,
    accent,
  })}`;
  const subject = subjectOf(desk, shown.article, shown.place);
  const name = kind === 'story' ? story.title : titleOf(desk, subject);
  const input = { address, title: name, kind: embedded.kind, theme };
  const unwritten = kind === 'story' && story.subject === null;
  const stock = printEmbedUrl({
    ...INITIAL_EMBED,
    view: { ...INITIAL_STATE, plan: view.plan, lang, place: shown.place, article: shown.article },
    subject: embedded,
  });
  const oembed = useMemo(() => document.querySelector('link[type="application/json+oembed"]') !== null, []);

  return (
    <Dialog ref={dialog} title={words.title} closeLabel={words.close} width="wide" onClose={onClose}>
      <div className={styles['choices']}>
        <Choice
          legend={words.what}
          values={
            sentences.length > 0 ? (['map', 'quote', 'story', 'near'] as const) : (['map', 'story', 'near'] as const)
          }
          value={kind}
          say={(one) =>
            one === 'map'
              ? words.subject(titleOf(desk, subjectOf(desk, place === null ? view.article : null, place)))
              : words.kinds[one]
          }
          onChange={setKind}
        />
        {kind === 'quote' && (
          <label className={styles['line']}>
            {words.sentence}
            <select value={sentence} onChange={(event) => setSentence(Number(event.target.value))}>
              {sentences.map(({ id, text }, index) => (
                <option key={id} value={index + 1}>
                  {index + 1} {text.slice(0, 28)}
                </option>
              ))}
            </select>
          </label>
        )}
        {kind === 'story' && <StoryMaker draft={draft} problems={story.problems} onChange={changeStory} />}
        {kind === 'map' && camera && (
          <label className={styles['line']}>
            <input type="checkbox" checked={keepCamera} onChange={(event) => setKeepCamera(event.target.checked)} />
            {words.keepCamera}
          </label>
        )}
        <Choice
          legend={words.theme}
          values={THEME_MODES}
          value={theme}
          say={(one) => words.themes[one]}
          onChange={setTheme}
        />
        {kind === 'map' && (
          <Choice
            legend={words.start}
            values={STARTS}
            value={start}
            say={(one) => words.starts[one]}
            onChange={setStart}
          />
        )}
        <Choice
          legend={words.language}
          values={['zh', 'en'] as const}
          value={lang}
          say={(one) => words.languages[one]}
          onChange={setLang}
        />
        <div className={styles['line']}>
          <label>
            <input
              type="checkbox"
              checked={accent !== null}
              onChange={(event) => setAccent(event.target.checked ? '8a3a26' : null)}
            />
            {words.ownAccent}
          </label>
          {accent !== null && (
            <input
              type="color"
              aria-label={words.accent}
              value={`#${accent}`}
              onChange={(event) => setAccent(event.target.value.slice(1).toLowerCase())}
            />
          )}
        </div>
      </div>
      {unwritten ? (
        <p className={styles['note']}>{words.story.nothing}</p>
      ) : (
        <>
          <section className={styles['preview']} aria-label={words.preview}>
            <Choice
              legend={words.preview}
              values={WIDTHS}
              value={widthPx}
              say={(one) => words.widths(one)}
              onChange={setWidthPx}
            />
            <div className={styles['desk']}>
              <iframe
                key={address}
                src={address}
                sandbox="allow-scripts allow-popups"
                title={t.embed.frame(name, say(plan.shortTitle))}
                height={RESERVED_PX[embedded.kind]}
                style={{
                  width: widthPx === null ? '100%' : `min(100%, ${widthPx}px)`,
                  colorScheme: theme === 'auto' ? 'light dark' : theme,
                }}
              />
            </div>
          </section>
          <Snippet name={words.snippets.iframe} text={iframeSnippet(input)} />
          <Snippet name={words.snippets.script} text={scriptSnippet(input, site)} />
          <Snippet name={words.snippets.component} text={componentSnippet(input, site, lang)} />
          <Snippet name={words.snippets.link} text={address} />
          {oembed && (kind === 'map' || kind === 'near') ? (
            <Snippet name={words.snippets.oembed} text={`${site}${oembedPath(stock)}`} />
          ) : (
            <p className={styles['note']}>{!oembed && words.noOembed}</p>
          )}
        </>
      )}
      {kind === 'map' && (
        <PictureOut subject={subject} view={shown} link={`${site}${printUrl({ ...shown, themeMode: 'auto' })}`} />
      )}
    </Dialog>
  );
}
