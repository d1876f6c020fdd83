import { useId, useRef, useState } from 'react';

import { decodeText } from '../../importers/decode-text';
import { MOST_STEPS } from '../../state/embed-url';
import { articleName, headingOf } from '../page-words';
import { Button } from '../shared/button';
import { useDesk } from '../shared/desk';
import { Choice } from './choice';
import { isCsv, STORY_SOURCES, type StoryDraft, type StoryProblem } from './story-draft';
import styles from './studio.module.css';

/** More lines than these are wrong for the same reason. */
const MOST_PROBLEMS = 12;

interface Props {
  draft: StoryDraft;
  /** What is wrong with the file of the draft. */
  problems: readonly StoryProblem[];
  onChange: (draft: StoryDraft) => void;
}

/** Puts a story together: articles in an order, or a file of one's own. */
export function StoryMaker({ draft, problems, onChange }: Props): React.JSX.Element {
  const { t } = useDesk();
  const words = t.embed.studio.story;
  return (
    <>
      <Choice
        legend={words.source}
        values={STORY_SOURCES}
        value={draft.source}
        say={(one) => words.sources[one]}
        onChange={(source) => onChange({ ...draft, source })}
      />
      {draft.source === 'articles' ? (
        <ArticleList chosen={draft.articles} onChange={(articles) => onChange({ ...draft, articles })} />
      ) : (
        <StoryFile draft={draft} problems={problems} onChange={onChange} />
      )}
    </>
  );
}

function ArticleList({
  chosen,
  onChange,
}: {
  chosen: readonly number[];
  onChange: (chosen: number[]) => void;
}): React.JSX.Element {
  const desk = useDesk();
  const words = desk.t.embed.studio.story;
  const [said, setSaid] = useState('');
  const all = [...desk.tree.articles.values()].filter(({ number }) => number > 0);
  const left = all.filter(({ number }) => !chosen.includes(number));
  const nameOfArticle = (number: number): string => {
    const article = desk.tree.articles.get(number);
    return article ? `${articleName(desk, article)} ${headingOf(desk, article)}`.trim() : String(number);
  };
  const move = (from: number, to: number): void => {
    const next = chosen.filter((_, index) => index !== from);
    next.splice(to, 0, ...chosen.slice(from, from + 1));
    onChange(next);
    setSaid(words.moved(nameOfArticle(chosen[from] ?? 0), to + 1));
  };
  return (
    <div>
      {chosen.length > 0 && (
        <ol className={styles['steps']} aria-label={words.chosen}>
          {chosen.map((number, index) => (
            <li key={number}>
              <span>{nameOfArticle(number)}</span>
              <Button
                look="icon"
                aria-label={words.earlier(nameOfArticle(number))}
                aria-disabled={index === 0}
                onClick={() => index > 0 && move(index, index - 1)}
              >
                ↑
              </Button>
              <Button
                look="icon"
                aria-label={words.later(nameOfArticle(number))}
                aria-disabled={index === chosen.length - 1}
                onClick={() => index < chosen.length - 1 && move(index, index + 1)}
              >
                ↓
              </Button>
              <Button
                look="icon"
                aria-label={words.remove(nameOfArticle(number))}
                onClick={() => {
                  onChange(chosen.filter((one) => one !== number));
                  setSaid(words.removed(nameOfArticle(number)));
                }}
              >
                ×
              </Button>
            </li>
          ))}
        </ol>
      )}
      <label className={styles['line']}>
        {words.add}
        <select
          value=""
          disabled={left.length === 0 || chosen.length >= MOST_STEPS}
          onChange={({ currentTarget }) => onChange([...chosen, Number(currentTarget.value)])}
        >
          <option value="">{words.pick}</option>
          {left.map(({ number }) => (
            <option key={number} value={number}>
              {nameOfArticle(number)}
            </option>
          ))}
        </select>
      </label>
      <output className={styles['unseen']}>{said}</output>
    </div>
  );
}

function StoryFile({ draft, problems, onChange }: Props): React.JSX.Element {
  const words = useDesk().t.embed.studio.story;
  const chooser = useRef<HTMLInputElement>(null);
  const id = useId();
  const [unreadable, setUnreadable] = useState(false);
  const { text } = draft;
  const open = async (file: File): Promise<void> => {
    try {
      onChange({ ...draft, text: decodeText(new Uint8Array(await file.arrayBuffer())).text });
      setUnreadable(false);
    } catch (error) {
      // The file has gone since it was chosen, or may not be read.
      console.warn(error);
      setUnreadable(true);
    }
  };
  return (
    <div>
      <div className={styles['line']}>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".json,.csv,.txt,application/json,text/csv"
          aria-label={words.open}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void open(file);
            currentTarget.value = '';
          }}
        />
        <Button onClick={() => chooser.current?.click()}>{words.open}</Button>
        <label htmlFor={id}>{words.paste}</label>
      </div>
      <textarea
        id={id}
        className={styles['file']}
        rows={7}
        value={text}
        spellCheck={false}
        autoComplete="off"
        placeholder={'text,article,place\n'}
        aria-invalid={problems.length > 0}
        aria-describedby={`${id}-problems`}
        onChange={({ currentTarget }) => onChange({ ...draft, text: currentTarget.value })}
      />
      {text.trim() !== '' && isCsv(text) && (
        <label className={styles['line']}>
          {words.title}
          <input
            type="text"
            value={draft.title}
            maxLength={120}
            onChange={({ currentTarget }) => onChange({ ...draft, title: currentTarget.value })}
          />
        </label>
      )}
      <div id={`${id}-problems`} aria-live="polite">
        {unreadable && <p className={styles['note']}>{words.unreadable}</p>}
        {problems.length > 0 && (
          <ul className={styles['problems']}>
            {problems.slice(0, MOST_PROBLEMS).map(({ line, reason, detail }) => (
              <li key={`${line} ${reason} ${detail}`}>
                {line !== null && <span>{words.line(line)}</span>} {words.faults[reason](detail)}
              </li>
            ))}
            {problems.length > MOST_PROBLEMS && <li>{words.more(problems.length - MOST_PROBLEMS)}</li>}
          </ul>
        )}
      </div>
      <p className={styles['note']}>{words.note}</p>
    </div>
  );
}
