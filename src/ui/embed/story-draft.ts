import * as v from 'valibot';

import { GROUND_GROUPS } from '../../map/layers/ground-groups';
import { readStory } from '../../policy/read-story';
import { printStory, type StoryFault } from '../../policy/story';
import { type EmbedSubject, LONGEST_TOLD, MOST_STEPS } from '../../state/embed-url';
import type { Desk } from '../shared/desk';
import { keepTab, readTab } from '../shared/tab-storage';
import { packStory } from './pack-story';

/** Where the steps of a story come from. */
export const STORY_SOURCES = ['articles', 'file'] as const;

const KEY = 'tuce-story';
const DraftSchema = v.object({
  source: v.picklist(STORY_SOURCES),
  articles: v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(MOST_STEPS)),
  /** JSON or CSV, as it was typed, pasted or opened. */
  text: v.string(),
  /** Of a story in CSV, which has no room for one. */
  title: v.string(),
});
/** A story that somebody is at work on. */
export type StoryDraft = v.InferOutput<typeof DraftSchema>;
const EMPTY: StoryDraft = { source: 'articles', articles: [], text: '', title: '' };

/** The story that was begun in this tab before a reload. */
export function readStoryDraft(open: () => Storage): StoryDraft {
  return readTab(open, KEY, DraftSchema) ?? EMPTY;
}

export function keepStoryDraft(open: () => Storage, draft: StoryDraft): void {
  const nothing = draft.articles.length === 0 && draft.text === '' && draft.title === '';
  keepTab(open, KEY, nothing ? null : draft);
}

/** What can be wrong with a story: with a line of its file, or with all of it, as an address has only so much room. */
export type StoryProblem = StoryFault | { line: null; reason: 'too-long'; detail: string };

interface DraftedStory {
  /** `null` while there is nothing to tell, or something is wrong. */
  subject: EmbedSubject | null;
  title: string;
  problems: readonly StoryProblem[];
}

/** The story that a draft makes, with all that is wrong with it. */
export function storyOf(draft: StoryDraft, { tree, places, themes, plan, lang, say }: Desk): DraftedStory {
  const own = say(plan.shortTitle);
  const nothing = { subject: null, title: own, problems: [] };
  if (draft.source === 'articles') {
    const articles = draft.articles.filter((number) => tree.articles.has(number));
    return articles.length === 0 ? nothing : { ...nothing, subject: { kind: 'steps', articles } };
  }
  if (draft.text.trim() === '') return nothing;
  const read = readStory(draft.text, isCsv(draft.text) ? 'csv' : 'json', draft.title.trim() || own, {
    articles: new Set([...tree.articles.keys()].filter((number) => number > 0)),
    places: new Set(places.keys()),
    layers: new Set([...themes.keys(), ...Object.keys(GROUND_GROUPS)]),
  });
  if (!read.ok) return { ...nothing, problems: read.faults };
  const packed = packStory(printStory(read.story));
  const title = read.story.title[lang];
  return packed.length > LONGEST_TOLD
    ? { subject: null, title, problems: [{ line: null, reason: 'too-long', detail: String(packed.length) }] }
    : { subject: { kind: 'told', packed }, title, problems: [] };
}

/** JSON begins with a brace, and no CSV of ours does. */
export function isCsv(text: string): boolean {
  return !/^\s*[[{]/u.test(text.replace(/^\uFEFF/u, ''));
}
