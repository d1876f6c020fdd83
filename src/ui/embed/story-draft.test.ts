import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { tinyDesk } from '../../../tests/tiny-desk';
import { unpackStory } from '../../embed/story/unpack-story';
import { keepStoryDraft, readStoryDraft, type StoryDraft, storyOf } from './story-draft';

const { desk } = tinyDesk();
const draft = (change: Partial<StoryDraft>): StoryDraft => ({
  source: 'articles',
  articles: [],
  text: '',
  title: '',
  ...change,
});
const file = (text: string, title = ''): ReturnType<typeof storyOf> =>
  storyOf(draft({ source: 'file', text, title }), desk);

/** What `sessionStorage` does of what is asked of it here. */
function shelf(text: string | null = null): Storage {
  const kept = new Map<string, string>();
  return {
    length: 0,
    key: () => null,
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? text,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

describe('a story in the studio', () => {
  it('is articles in their order, those that there are', () => {
    expect(storyOf(draft({ articles: [2, 1] }), desk).subject).toEqual({ kind: 'steps', articles: [2, 1] });
    expect(storyOf(draft({ articles: [2, 77] }), desk).subject).toEqual({ kind: 'steps', articles: [2] });
    expect(storyOf(draft({}), desk).subject).toBeNull();
  });

  it('is a file in the address, whether JSON or CSV, and CSV has its title from beside it', async () => {
    const csv = file('text,place\n甲城在这里,town-a\n', '甲城的故事');
    const json = file(
      '{"title":{"zh":"甲城的故事","en":"甲城的故事"},"steps":[{"text":"甲城在这里","place":"town-a"}]}',
    );
    expect(csv).toEqual(json);
    expect(csv.title).toBe('甲城的故事');
    if (csv.subject?.kind !== 'told') throw new Error('there is no story');
    expect(await unpackStory(csv.subject.packed)).toContain('甲城在这里');
    expect(file('text\nx\n').title).toBe(desk.say(desk.plan.shortTitle));
  });

  it('is none while a line is wrong, and says which and why', () => {
    expect(file('text,place\n好,town-a\n坏,nowhere\n')).toMatchObject({
      subject: null,
      problems: [{ line: 3, reason: 'unknown-place', detail: 'nowhere' }],
    });
    expect(file('words\na\n').problems.map(({ reason }) => reason)).toEqual(['unknown-column', 'missing-column']);
    expect(file('{"title":').problems).toMatchObject([{ reason: 'not-json' }]);
    expect(file('   ')).toMatchObject({ subject: null, problems: [] });
  });

  it('is none where it is longer than an address may be', () => {
    const noise = Array.from({ length: 3000 }, (_, index) => String.fromCharCode(0x4e00 + ((index * 7919) % 20_000)));
    expect(file(`text\n${noise.join('')}\n`)).toMatchObject({ subject: null, problems: [{ reason: 'too-long' }] });
  });

  it('comes back after a reload, and goes when there is nothing of it left', () => {
    const kept = shelf();
    const begun = draft({ source: 'file', articles: [2], text: '写到一半', title: '题' });
    keepStoryDraft(() => kept, begun);
    expect(readStoryDraft(() => kept)).toEqual(begun);
    keepStoryDraft(() => kept, draft({ source: 'file' }));
    expect(kept.getItem('tuce-story')).toBeNull();
  });

  it('begins anew with whatever others have put there, and where storing is forbidden', () => {
    const forbidden = (): never => {
      throw new DOMException('no', 'SecurityError');
    };
    expect(readStoryDraft(forbidden)).toEqual(draft({}));
    expect(() => keepStoryDraft(forbidden, draft({ text: 'x' }))).not.toThrow();
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constant('{"source":"articles","articles":[1.5]}')), (text) => {
        const read = readStoryDraft(() => shelf(text));
        expect(storyOf(read, desk).problems).toEqual([]);
      }),
    );
  });
});
