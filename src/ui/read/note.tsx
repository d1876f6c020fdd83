import { memo, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';

import { distanceText } from '../../text/format';
import { useDesk } from '../shared/desk';
import { Locator } from './locator';
import styles from './note.module.css';

/** Long enough not to flicker while the eye or the mouse passes over. */
const SHOW_MS = 280;
/** Long enough to move the mouse onto the note. */
const HIDE_MS = 220;

interface Subject {
  word: HTMLElement;
  kind: 'term' | 'place';
  id: string;
}

/**
 * The note beside a word of the text: what a word of the trade means, or where a place is. It follows the mouse and
 * the focus, can itself be pointed at, and Escape puts it away (WCAG 2.2, 1.4.13).
 */
export const Note = memo(function Note({
  within,
}: {
  within: React.RefObject<HTMLElement | null>;
}): React.JSX.Element | null {
  const [subject, setSubject] = useState<Subject | null>(null);
  const note = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const id = useId();

  useEffect(() => {
    const { current: page } = within;
    if (!page) return;
    const later = (ms: number, next: Subject | null): void => {
      if (timer.current) clearTimeout(timer.current);
      timer.current = setTimeout(() => setSubject(next), ms);
    };
    /** What was pointed at last, and how far down the window it was. */
    let pointed: { word: HTMLElement; topPx: number } | null = null;
    const enter = (event: Event): void => {
      const next = subjectOf(event.target);
      if (next) pointed = { word: next.word, topPx: next.word.getBoundingClientRect().top };
      // Whoever presses the name of a place has its card, and no note that flickers before it.
      const pressed = event.type === 'focusin' && next?.kind === 'place' && !next.word.matches(':focus-visible');
      if (next && !pressed) later(event.type === 'focusin' ? 0 : SHOW_MS, next);
    };
    const leave = (event: Event): void => {
      if (subjectOf(event.target)) later(HIDE_MS, null);
    };
    const away = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') later(0, null);
    };
    const scrolled = (): void => {
      // Where text above is laid out the browser scrolls to keep the word in its place, and so is the note.
      if (pointed && Math.abs(pointed.word.getBoundingClientRect().top - pointed.topPx) < 1) return;
      later(0, null);
    };
    const scroller = page.closest('[data-scroller]');
    page.addEventListener('pointerover', enter);
    page.addEventListener('pointerout', leave);
    page.addEventListener('focusin', enter);
    page.addEventListener('focusout', leave);
    window.addEventListener('keydown', away);
    scroller?.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      if (timer.current) clearTimeout(timer.current);
      page.removeEventListener('pointerover', enter);
      page.removeEventListener('pointerout', leave);
      page.removeEventListener('focusin', enter);
      page.removeEventListener('focusout', leave);
      window.removeEventListener('keydown', away);
      scroller?.removeEventListener('scroll', scrolled);
    };
  }, [within]);

  useLayoutEffect(() => {
    if (!subject || !note.current) return;
    const { word } = subject;
    note.current.showPopover?.();
    placeBeside(note.current, word.getBoundingClientRect());
    word.setAttribute('aria-describedby', id);
    return () => word.removeAttribute('aria-describedby');
  }, [subject, id]);

  if (!subject) return null;
  return (
    <div
      className={styles['note']}
      ref={note}
      id={id}
      popover="manual"
      role="tooltip"
      onPointerEnter={() => {
        if (timer.current) clearTimeout(timer.current);
      }}
      onPointerLeave={() => setSubject(null)}
    >
      {subject.kind === 'term' ? <TermNote term={subject.id} /> : <PlaceNote id={subject.id} />}
    </div>
  );
});

function TermNote({ term }: { term: string }): React.JSX.Element | null {
  const { t, lang, say, glossary } = useDesk();
  const found = glossary.find((one) => one.term === term);
  if (!found) return null;
  return (
    <>
      <p className={styles['title']}>
        <span lang="zh-CN">{found.term}</span> <span lang="en">{found.en}</span>
      </p>
      <p lang={lang === 'zh' ? 'zh-CN' : 'en'}>
        {say(found.note)} <span className={styles['ours']}>{t.reading.termOurs}</span>
      </p>
    </>
  );
}

function PlaceNote({ id }: { id: string }): React.JSX.Element | null {
  const { t, lang, say, places, themes } = useDesk();
  const place = places.get(id);
  if (!place) return null;
  const theme = themes.get(place.theme);
  const how = place.bbox
    ? [t.idealisation[place.idealisation], place.accuracyM !== null && `±${distanceText(place.accuracyM, t, lang)}`]
    : [t.reading.unlocated];
  return (
    <>
      <p className={styles['title']}>{say(place.name)}</p>
      <p className={styles['ours']}>{[theme && say(theme.name), ...how].filter(Boolean).join(' · ')}</p>
      <Locator place={place} />
    </>
  );
}

function subjectOf(target: EventTarget | null): Subject | null {
  const word = target instanceof Element ? target.closest<HTMLElement>('[data-term], [data-place]') : null;
  if (!word) return null;
  const { term, place } = word.dataset;
  if (term !== undefined) return { word, kind: 'term', id: term };
  // A finger means to open the place, not to hover over it.
  return place !== undefined && window.matchMedia('(hover: hover)').matches ? { word, kind: 'place', id: place } : null;
}

/** Below the word, or above it where there is no room; never off the screen. */
function placeBeside(note: HTMLElement, word: DOMRect): void {
  const gap = 6;
  const { width, height } = note.getBoundingClientRect();
  const below = word.bottom + gap + height <= window.innerHeight;
  note.style.top = `${below ? word.bottom + gap : Math.max(gap, word.top - gap - height)}px`;
  note.style.left = `${Math.max(gap, Math.min(word.left, window.innerWidth - width - gap))}px`;
}
