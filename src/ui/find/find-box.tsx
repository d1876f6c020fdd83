import { memo, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';

import type { LngLat } from '../../contract/place';
import { FaultNotice } from '../look/notices';
import { Button } from '../shared/button';
import { useDesk } from '../shared/desk';
import { singleKeysOn, useSingleKeys } from '../shared/single-keys';
import { type Choice, groupsOf, open as openChoice } from './choices';
import styles from './find-box.module.css';
import { spotsOf } from './spots';
import { useFinder } from './use-finder';

/**
 * The search box, after the combobox pattern of WAI-ARIA: the focus stays in the box, the arrows walk through the list,
 * Enter opens, Escape clears. On a phone a button unfolds it over the whole width. A position that was typed goes to
 * `onSpot`.
 */
export const FindBox = memo(function FindBox({ onSpot }: { onSpot: (at: LngLat) => void }): React.JSX.Element {
  const { t, lang, plan, places, actions } = useDesk();
  const id = useId();
  const root = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const unfolder = useRef<HTMLButtonElement>(null);
  const [query, setQuery] = useState('');
  const [listed, setListed] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const [active, setActive] = useState(0);
  const [wanted, setWanted] = useState(false);
  const singleKeys = useSingleKeys();
  const { search, List, readSpots, failed, fault, retry } = useFinder(plan.id, wanted);
  const results = useMemo(() => (search && query.trim() !== '' ? search(query, lang) : null), [search, query, lang]);
  const coverage = places.get(plan.coverage)?.bbox ?? plan.frame;
  const spots = useMemo(() => (readSpots ? spotsOf(readSpots, query, coverage) : null), [readSpots, query, coverage]);
  const groups = useMemo(() => (results ? groupsOf(results, spots?.candidates ?? []) : []), [results, spots]);
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const nothing = spots?.fault ? t.find.coordinateFault[spots.fault] : t.find.nothing(shortened(query.trim()));
  const choices = groups.flatMap((group) => group.choices);
  const shown = listed && query.trim() !== '';
  const expanded = shown && List !== null && choices.length > 0;
  const meant = expanded ? Math.min(active, choices.length - 1) : -1;

  const fold = (): void => {
    setListed(false);
    setUnfolded(false);
  };
  // Whoever sees the page may press a key at once.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target, key, metaKey, ctrlKey, altKey, shiftKey } = event;
      const typing =
        target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
      const slash = key === '/' && singleKeysOn() && !typing && !metaKey && !ctrlKey && !altKey;
      const command = key.toLowerCase() === 'k' && (metaKey || ctrlKey) && !altKey && !shiftKey;
      if (!slash && !command) return;
      event.preventDefault();
      setUnfolded(true);
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  useEffect(() => {
    if (!listed && !unfolded) return;
    // Wherever else the visitor points or goes, the list is done.
    const leave = ({ target }: Event): void => {
      if (!(target instanceof Node) || !root.current?.contains(target)) fold();
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [listed, unfolded]);
  useLayoutEffect(() => {
    // On a phone the box is there only now.
    if (unfolded) input.current?.focus();
  }, [unfolded]);
  useEffect(() => {
    if (meant >= 0) document.getElementById(`${id}-${meant}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, meant]);

  const choose = (choice: Choice): void => {
    // The card that opens gives the focus back to what is still there when it goes.
    if (unfolded) unfolder.current?.focus();
    fold();
    openChoice(choice, actions, onSpot);
  };
  const clear = (): void => {
    setQuery('');
    setListed(false);
    input.current?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>): void => {
    // These keys belong to the input method while it composes.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      if (query === '' && !unfolded) return;
      // Otherwise an open card would go as well.
      event.stopPropagation();
      event.preventDefault();
      if (query !== '') clear();
      else {
        unfolder.current?.focus();
        fold();
      }
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (!expanded) setListed(true);
      else setActive((meant + step + choices.length) % choices.length);
    }
    if (event.key === 'Enter') {
      const choice = choices[meant];
      if (!choice) return;
      event.preventDefault();
      choose(choice);
    }
  };

  return (
    <search className={styles['find']} data-unfolded={unfolded || undefined} ref={root}>
      <Button
        look="icon"
        className={styles['unfolder']}
        ref={unfolder}
        aria-label={t.find.open}
        aria-expanded={unfolded}
        onClick={() => setUnfolded(true)}
      >
        <Lens />
      </Button>
      <div className={styles['field']}>
        <Lens />
        <input
          ref={input}
          className={styles['input']}
          type="text"
          role="combobox"
          aria-label={t.find.label}
          aria-autocomplete="list"
          aria-expanded={expanded}
          aria-controls={expanded ? id : undefined}
          aria-activedescendant={meant >= 0 ? `${id}-${meant}` : undefined}
          aria-keyshortcuts={singleKeys ? '/ Control+K Meta+K' : 'Control+K Meta+K'}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
          placeholder={t.find.placeholder}
          value={query}
          onFocus={() => setWanted(true)}
          onClick={() => setListed(true)}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setQuery(event.target.value);
            setListed(true);
            setActive(0);
          }}
        />
        {query === '' && singleKeys && <kbd className={styles['key']}>/</kbd>}
        {(query !== '' || unfolded) && (
          <Button
            look="icon"
            className={styles['clear']}
            aria-label={query === '' ? t.find.close : t.find.clear}
            onClick={query === '' ? fold : clear}
          >
            ×
          </Button>
        )}
      </div>
      {shown && (
        // A press in the list must not take the focus out of the box.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div className={styles['results']} onMouseDown={(event) => event.preventDefault()}>
          {List && expanded && <List id={id} groups={groups} active={meant} onActive={setActive} onChoose={choose} />}
          {failed && (
            <p className={styles['calm']}>
              {t.find.failed} <Button onClick={retry}>{t.retry}</Button>
            </p>
          )}
          {!failed && !results && <p className={styles['calm']}>{t.find.getting}</p>}
          {results && total === 0 && <p className={styles['calm']}>{nothing}</p>}
          {fault && <FaultNotice t={t} fault={fault} onRetry={retry} />}
        </div>
      )}
      <p className={styles['said']} aria-live="polite">
        {shown && results && (total === 0 ? nothing : said())}
      </p>
    </search>
  );

  function said(): string {
    const each = groups.map((group) => `${t.find.groups[group.kind]} ${group.total}`).join(t.listComma);
    return t.find.found(total, each);
  }
});

/** A long query, such as a link, without its end. */
function shortened(query: string): string {
  const characters = [...query];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : query;
}

function Lens(): React.JSX.Element {
  return (
    <svg className={styles['lens']} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="6.5" cy="6.5" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M10 10 14.5 14.5" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
    </svg>
  );
}
