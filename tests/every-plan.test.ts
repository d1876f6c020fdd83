import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { checkPlan } from '../src/lint/rules';
import { planIds, preparePlan } from '../geo/pipeline/plan-pipeline';
import { WORD_TABLES } from '../src/lint/read-words';
import type { Division } from '../src/contract/plan';
import { articleTree } from '../src/policy/article-tree';
import { mentionsByDivision, runsOf } from '../src/policy/evidence';

const ROOT = join(import.meta.dirname, '..');
const ids = await planIds(ROOT);

it('keeps the first plan first, and has another', () => {
  expect(ids[0]).toBe('kunming-2021');
  expect(ids).toContain('sample-plan');
});

describe.each(ids)('the plan %s', async (id) => {
  const { plan, document, mentions, ambiguous, places, ...draft } = await preparePlan(ROOT, id);
  const tree = articleTree(document.divisions);

  it('has nothing that the linter finds', () => {
    expect(checkPlan({ plan, document, mentions, ambiguous, places, ...draft })).toEqual([]);
  });

  it('has the tables that the reference describes, column by column', () => {
    for (const [file, { columns }] of Object.entries(WORD_TABLES)) {
      const path = join(ROOT, 'seeds', id, file);
      if (!existsSync(path)) continue;
      expect(readFileSync(path, 'utf8').split(/\r?\n/u)[0], file).toBe(Object.keys(columns).join(','));
    }
  });

  it('is the document whose hash it states', () => {
    const bytes = readFileSync(join(ROOT, 'seeds', id, plan.document));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(plan.sha256);
  });

  it('has every division at its offsets, and no id twice', () => {
    for (const { id: division, text, start, end } of document.divisions) {
      expect(document.text.slice(start, end), division).toBe(text);
    }
    expect(new Set(document.divisions.map((one) => one.id)).size).toBe(document.divisions.length);
  });

  it('is shown in the order of the reading pane, character by character', () => {
    const byDivision = mentionsByDivision(mentions);
    const words = (division: Division): string =>
      runsOf(division, byDivision.get(division.id) ?? [])
        .map((run) => run.text)
        .join('');
    const shown = [
      ...tree.head.map(words),
      ...tree.parts.flatMap((part) => [
        words(part.division),
        ...part.articles.flatMap((article) => [
          ...(article.division === part.division ? [] : [words(article.division)]),
          ...article.sentences.map(words),
        ]),
      ]),
    ].join('');
    expect(shown).toBe(document.text.replaceAll('\n', ''));
  });

  it('links words verbatim, to places of its own, and none of them twice', () => {
    const byId = new Map(document.divisions.map((division) => [division.id, division]));
    const own = new Set(places.filter(({ role }) => role === 'place').map((place) => place.id));
    expect(mentions.length).toBeGreaterThan(0);
    for (const { exact, start, end, divisionId, placeId } of mentions) {
      const division = byId.get(divisionId);
      expect(document.text.slice(start, end)).toBe(exact);
      expect(division?.text.slice(start - division.start, end - division.start)).toBe(exact);
      expect(own.has(placeId), placeId).toBe(true);
    }
    const inOrder = mentions.toSorted((a, b) => a.start - b.start);
    expect(inOrder.filter((mention, index) => mention.start < (inOrder[index - 1]?.end ?? 0))).toEqual([]);
    expect(ambiguous).toEqual([]);
  });
});
