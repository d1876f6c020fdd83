import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readStory } from './read-story';
import { printStory, readStoryJson, type StoryPlan } from './story';

const PLAN: StoryPlan = { articles: new Set([1, 2]), places: new Set(['town-a']), layers: new Set(['region']) };
const csv = (text: string) => readStory(text, 'csv', '故事', PLAN);
const json = (value: unknown) => readStory(JSON.stringify(value, null, 1), 'json', '', PLAN);
const title = { zh: '故事', en: 'Story' };

describe('a story', () => {
  it('is read from JSON: words, articles, places, cameras and layers', () => {
    const steps = [
      { article: 1 },
      { text: '甲城', en: 'Town A', place: 'town-a', hidden: ['region'] },
      { text: '远看', camera: [102.5, 25, 9], places: ['town-a'] },
    ];
    const none = { hidden: [], places: [] };
    expect(json({ title, steps })).toEqual({
      ok: true,
      story: {
        title,
        steps: [
          { text: { zh: '', en: '' }, article: 1, target: { article: 1 }, ...none },
          {
            text: { zh: '甲城', en: 'Town A' },
            article: null,
            target: { place: 'town-a' },
            hidden: ['region'],
            places: [],
          },
          {
            text: { zh: '远看', en: '远看' },
            article: null,
            target: { camera: [102.5, 25, 9] },
            hidden: [],
            places: ['town-a'],
          },
        ],
      },
    });
  });

  it('is read from CSV, with lines in its cells and any order of columns', () => {
    const read = csv('\uFEFFplace,text,hidden\ntown-a,"一行\n又一行，还有",region\n,末了,\n');
    expect(read.ok && read.story.steps.map(({ text, target }) => [text.zh, target])).toEqual([
      ['一行\n又一行，还有', { place: 'town-a' }],
      ['末了', null],
    ]);
  });

  it('says which line is wrong and why, all of them at once', () => {
    expect(csv('text,article,place,camera,hidden\n好,1,,,\n坏,9,nowhere,"1,2",no\n"两\n行",,,,\n,,,,region\n')).toEqual(
      {
        ok: false,
        faults: [
          { line: 3, reason: 'unknown-article', detail: '9' },
          { line: 3, reason: 'unknown-place', detail: 'nowhere' },
          { line: 3, reason: 'unknown-layer', detail: 'no' },
          { line: 3, reason: 'bad-camera', detail: '1,2' },
          { line: 6, reason: 'empty-step', detail: '' },
        ],
      },
    );
    expect(csv('words,colour\na,b\n')).toMatchObject({
      faults: [
        { reason: 'unknown-column', detail: 'words' },
        { detail: 'colour' },
        { line: 1, reason: 'missing-column' },
      ],
    });
    expect(csv('text\n')).toMatchObject({ faults: [{ reason: 'no-steps' }] });
  });

  it('finds the line of a wrong step of JSON', () => {
    const source = '{\n "title": {"zh": "{", "en": "["},\n "steps": [\n  {"article": 1},\n  {"article": "2"}\n ]\n}';
    expect(readStory(source, 'json', '', PLAN)).toMatchObject({ faults: [{ line: 5, reason: 'wrong-field' }] });
    expect(readStory('{\n"title": }', 'json', '', PLAN)).toMatchObject({ faults: [{ reason: 'not-json' }] });
  });

  it('comes back from the JSON that is made of it', () => {
    const ids = fc.constantFrom([], ['town-a']);
    const step = fc.record({
      text: fc.string({ minLength: 1 }),
      en: fc.string(),
      article: fc.constantFrom(undefined, 1, 2),
      place: fc.constantFrom('', 'town-a'),
      camera: fc.constantFrom(undefined, [102.5, 25, 9]),
      hidden: fc.constantFrom([], ['region']),
      places: ids,
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
        const read = json({ title, steps });
        if (!read.ok) throw new Error(JSON.stringify(read.faults));
        expect(readStory(printStory(read.story), 'json', '', PLAN)).toEqual(read);
      }),
    );
  });

  it('leaves places and layers to whoever knows them', () => {
    const read = readStoryJson(JSON.stringify({ title, steps: [{ text: 'x', place: 'far' }] }), {
      articles: new Set(),
      places: null,
      layers: null,
    });
    expect(read.ok).toBe(true);
  });

  it('is never a surprise', () => {
    const text = fc.oneof(fc.string(), fc.json(), fc.stringMatching(/^text,article\n[^]*$/u));
    fc.assert(
      fc.property(text, fc.constantFrom('json' as const, 'csv' as const), (source, format) => {
        const read = readStory(source, format, '', PLAN);
        expect(read.ok ? read.story.steps.length : read.faults.length).toBeGreaterThan(0);
      }),
    );
  });
});
