// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';

import { packStory } from '../../ui/embed/pack-story';
import { arrangeSteps } from './arrange-steps';

const texts = (): (string | null)[] => [...document.querySelectorAll('#steps > li')].map((one) => one.textContent);
const told = (story: unknown) => ({ kind: 'told', packed: packStory(JSON.stringify(story)) }) as const;
const title = { zh: '故事', en: 'Story' };

beforeEach(() => {
  const item = (number: number): HTMLElement => {
    const one = document.createElement('li');
    one.dataset['article'] = String(number);
    one.dataset['name'] = `第${number}条`;
    one.dataset['step'] = JSON.stringify({ target: { article: number }, hidden: [], places: [] });
    one.append(`原文${number}`);
    return one;
  };
  const [heading, list, note] = ['h1', 'ol', 'p'].map((name) => document.createElement(name));
  if (!heading || !list || !note) throw new Error('there is no page');
  list.id = 'steps';
  list.append(item(1), item(2), item(3));
  note.id = 'own-words';
  note.hidden = true;
  document.documentElement.lang = 'zh-CN';
  document.body.replaceChildren(heading, list, note);
});

describe('the steps of a story in an address', () => {
  it('are the articles in their order, one even twice, and those that are none are named', async () => {
    expect(await arrangeSteps(document, { kind: 'steps', articles: [3, 1, 3] })).toEqual([]);
    expect(texts()).toEqual(['原文3', '原文1', '原文3']);
    expect(await arrangeSteps(document, { kind: 'steps', articles: [1, 77] })).toEqual(['steps']);
    expect(texts()).toEqual(['原文1']);
  });

  it('are all articles where none is asked for, or none of them is there', async () => {
    expect(await arrangeSteps(document, { kind: 'steps', articles: [] })).toEqual([]);
    expect(await arrangeSteps(document, { kind: 'steps', articles: [77] })).toEqual(['steps']);
    expect(await arrangeSteps(document, { kind: 'told', packed: 'AAAA' })).toEqual(['story']);
    expect(await arrangeSteps(document, told({ title, steps: [{ text: 'x', article: 77 }] }))).toEqual(['story']);
    expect(texts()).toEqual(['原文1', '原文2', '原文3']);
  });

  it('are words of the author with their article, and articles verbatim, and the page says which is which', async () => {
    const story = { title, steps: [{ text: '我说', article: 2, place: 'town-a' }, { article: 3 }] };
    expect(await arrangeSteps(document, told(story))).toEqual([]);
    expect(texts()).toEqual(['我说第2条', '原文3']);
    expect(document.querySelector('h1')?.textContent).toBe('故事');
    expect(document.querySelector<HTMLElement>('#own-words')?.hidden).toBe(false);
    const first = document.querySelector<HTMLElement>('#steps > li');
    expect(JSON.parse(first?.dataset['step'] ?? '')).toEqual({ target: { place: 'town-a' }, hidden: [], places: [] });
  });

  it('are text and nothing else, whatever somebody has written', async () => {
    const bait = fc.constantFrom('<img src=x onerror=alert(1)>', '</li><script>alert(1)</script>', '\u202Ex', '${1}');
    const words = fc.oneof(bait, fc.string({ minLength: 1, unit: 'grapheme' }));
    await fc.assert(
      fc.asyncProperty(words, words, async (text, name) => {
        await arrangeSteps(document, told({ title: { zh: name, en: name }, steps: [{ text }] }));
        expect(texts()).toEqual([text]);
        expect(document.querySelectorAll('img, script')).toHaveLength(0);
        expect(document.querySelector('h1')?.textContent).toBe(name);
      }),
    );
  });
});
