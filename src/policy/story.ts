import * as v from 'valibot';

import type { Target } from '../contract/embed-message';

/** One step of a story: words, and what the map shows beside them. */
export interface StoryStep {
  /** Empty where the words are those of the article. */
  text: { zh: string; en: string };
  article: number | null;
  target: Target | null;
  /** Themes and ground layers that are switched off. */
  hidden: string[];
  /** Places that are brought out. */
  places: string[];
}

export interface Story {
  title: { zh: string; en: string };
  steps: StoryStep[];
}

/** Why a story file cannot be used. */
const STORY_FAULTS = [
  'not-json',
  'no-steps',
  'unknown-column',
  'missing-column',
  'wrong-field',
  'empty-step',
  'unknown-article',
  'unknown-place',
  'unknown-layer',
  'bad-camera',
] as const;
export interface StoryFault {
  /** Of the file, from 1. */
  line: number;
  reason: (typeof STORY_FAULTS)[number];
  /** The word or field that is meant. */
  detail: string;
}

export type StoryResult = { ok: true; story: Story } | { ok: false; faults: StoryFault[] };

/** What a story may speak of; `null` for what is not known where it is read, and is found out later. */
export interface StoryPlan {
  articles: ReadonlySet<number>;
  places: ReadonlySet<string> | null;
  layers: ReadonlySet<string> | null;
}

/** A step as it is written, with the line that it begins on. */
export interface WrittenStep {
  line: number;
  text: string;
  en: string;
  article: string;
  place: string;
  camera: string;
  hidden: string[];
  places: string[];
}

export const COLUMNS = ['text', 'en', 'article', 'place', 'camera', 'hidden', 'places'] as const;
const word = v.optional(v.string(), '');
const FileSchema = v.strictObject({
  title: v.strictObject({ zh: v.string(), en: v.string() }),
  steps: v.array(
    v.strictObject({
      text: word,
      en: word,
      article: v.optional(v.number()),
      place: word,
      camera: v.optional(v.array(v.number())),
      hidden: v.optional(v.array(v.string()), []),
      places: v.optional(v.array(v.string()), []),
    }),
  ),
});

/** Reads a story of a plan from JSON. All faults are found, not the first. */
export function readStoryJson(source: string, plan: StoryPlan): StoryResult {
  return checkStory(fromJson(source), plan);
}

/** Holds a story that could be read against its plan. */
export function checkStory(written: WrittenStory, plan: StoryPlan): StoryResult {
  if (!written.ok) return written;
  const faults: StoryFault[] = [];
  const steps = written.steps.map((step) => checked(step, plan, faults));
  if (steps.length === 0) faults.push({ line: 1, reason: 'no-steps', detail: '' });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, story: { title: written.title, steps } };
}

export type WrittenStory =
  | { ok: true; title: Story['title']; steps: WrittenStep[] }
  | { ok: false; faults: StoryFault[] };

function fromJson(source: string): WrittenStory {
  let raw: unknown;
  try {
    raw = JSON.parse(source);
  } catch (error) {
    const at = /position (\d+)/u.exec(String(error))?.[1];
    const line = at === undefined ? 1 : lineAt(source, Number(at));
    return { ok: false, faults: [{ line, reason: 'not-json', detail: String(error).slice(0, 120) }] };
  }
  const lines = linesOfSteps(source);
  const read = v.safeParse(FileSchema, raw);
  if (!read.success) {
    const faults = read.issues.map((issue): StoryFault => {
      const index = Number(issue.path?.[1]?.key);
      return { line: lines[index] ?? 1, reason: 'wrong-field', detail: v.getDotPath(issue) ?? '' };
    });
    return { ok: false, faults };
  }
  const { title, steps } = read.output;
  return {
    ok: true,
    title,
    steps: steps.map((step, index) => ({
      ...step,
      line: lines[index] ?? 1,
      article: step.article === undefined ? '' : String(step.article),
      camera: step.camera?.join() ?? '',
    })),
  };
}

function checked(step: WrittenStep, plan: StoryPlan, faults: StoryFault[]): StoryStep {
  const { line } = step;
  const fault = (reason: StoryFault['reason'], detail: string): void => void faults.push({ line, reason, detail });
  const article = step.article === '' ? null : Number(step.article);
  if (article !== null && !plan.articles.has(article)) fault('unknown-article', step.article);
  if (article === null && step.text === '') fault('empty-step', '');
  for (const id of [step.place, ...step.places])
    if (id !== '' && plan.places?.has(id) === false) fault('unknown-place', id);
  for (const id of step.hidden) if (plan.layers?.has(id) === false) fault('unknown-layer', id);
  const camera = step.camera === '' ? null : cameraOf(step.camera);
  if (step.camera !== '' && !camera) fault('bad-camera', step.camera);
  return {
    text: { zh: step.text, en: step.en === '' ? step.text : step.en },
    article,
    target: camera ? { camera } : step.place !== '' ? { place: step.place } : article !== null ? { article } : null,
    hidden: step.hidden,
    places: step.places,
  };
}

function cameraOf(written: string): [number, number, number] | null {
  const parts = written.split(/[,\s]+/u).map(Number);
  const [lng = NaN, lat = NaN, zoom = NaN] = parts;
  const sound = parts.length === 3 && Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22;
  return sound ? [lng, lat, zoom] : null;
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

/** Lines on which the objects of the list of steps begin: those two braces or brackets deep. */
function linesOfSteps(source: string): number[] {
  const lines: number[] = [];
  let [depth, line, quoted] = [0, 1, false];
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at];
    if (sign === '\n') line += 1;
    if (quoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') quoted = false;
      continue;
    }
    if (sign === '"') quoted = true;
    if (sign === '{' && depth === 2) lines.push(line);
    if (sign === '{' || sign === '[') depth += 1;
    if (sign === '}' || sign === ']') depth -= 1;
  }
  return lines;
}

/** A story as the JSON that it is read from, as short as it can be said. */
export function printStory({ title, steps }: Story): string {
  const written = steps.map(({ text, article, target, hidden, places }) => ({
    ...(article !== null && { article }),
    ...(text.zh !== '' && { text: text.zh }),
    ...(text.en !== text.zh && { en: text.en }),
    ...(target && ('place' in target || 'camera' in target) && target),
    ...(hidden.length > 0 && { hidden }),
    ...(places.length > 0 && { places }),
  }));
  return JSON.stringify({ title, steps: written });
}
