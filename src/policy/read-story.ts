import Papa from 'papaparse';

import {
  checkStory,
  COLUMNS,
  readStoryJson,
  type StoryFault,
  type StoryPlan,
  type StoryResult,
  type WrittenStep,
  type WrittenStory,
} from './story';

/** Reads a story of a plan from JSON or, with its title from elsewhere, from CSV. All faults are found, not the first. */
export function readStory(source: string, format: 'json' | 'csv', title: string, plan: StoryPlan): StoryResult {
  return format === 'json' ? readStoryJson(source, plan) : checkStory(fromCsv(source, title), plan);
}

function fromCsv(source: string, title: string): WrittenStory {
  const steps: WrittenStep[] = [];
  const faults: StoryFault[] = [];
  let columns: string[] | null = null;
  const rows = source.replace(/^\uFEFF/u, '');
  let before = 0;
  let line = 1;
  Papa.parse<string[]>(rows, {
    skipEmptyLines: 'greedy',
    step: ({ data, meta }) => {
      const at = line;
      // From row to row, not from the top each time.
      line += rows.slice(before, meta.cursor).match(/\n/gu)?.length ?? 0;
      before = meta.cursor;
      if (!columns) {
        columns = data.map((name) => name.trim().toLowerCase());
        const strange = columns.filter((name) => !COLUMNS.some((one) => one === name));
        faults.push(...strange.map((detail): StoryFault => ({ line: at, reason: 'unknown-column', detail })));
        if (!columns.includes('text') && !columns.includes('article'))
          faults.push({ line: at, reason: 'missing-column', detail: 'text' });
        return;
      }
      const names = columns;
      const cell = (name: (typeof COLUMNS)[number]): string => data[names.indexOf(name)]?.trim() ?? '';
      const list = (name: 'hidden' | 'places'): string[] =>
        cell(name)
          .split(/[;\s]+/u)
          .filter((id) => id !== '');
      const { text, en, article, place, camera } = Object.fromEntries(
        COLUMNS.map((name) => [name, cell(name)]),
      ) as Record<(typeof COLUMNS)[number], string>;
      steps.push({ line: at, text, en, article, place, camera, hidden: list('hidden'), places: list('places') });
    },
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, title: { zh: title, en: title }, steps };
}
