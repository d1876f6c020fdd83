import { readStoryJson, type StoryStep } from '../../policy/story';
import type { EmbedSubject } from '../../state/embed-url';
import { unpackStory } from './unpack-story';

/**
 * Makes of a page that has every article as a step the story that its address asks for: some articles in their order,
 * or the steps of a story that is in the address itself. Answers what of the address could not be used; then the page
 * stays what it is.
 */
export async function arrangeSteps(document: Document, subject: EmbedSubject): Promise<string[]> {
  const list = document.getElementById('steps');
  if (!list) return [];
  const byArticle = new Map(
    [...list.querySelectorAll<HTMLElement>(':scope > [data-article]')].map((one) => [
      Number(one.dataset['article']),
      one,
    ]),
  );
  if (subject.kind === 'steps' && subject.articles.length > 0) {
    const known = subject.articles.flatMap((number) => byArticle.get(number) ?? []);
    // An article may come twice.
    if (known.length > 0) list.replaceChildren(...known.map((one) => one.cloneNode(true)));
    return known.length < subject.articles.length ? ['steps'] : [];
  }
  if (subject.kind !== 'told') return [];
  const text = await unpackStory(subject.packed);
  // Places and layers are held against the plan by the map, which has it.
  const plan = { articles: new Set(byArticle.keys()), places: null, layers: null };
  const read = text === null ? null : readStoryJson(text, plan);
  if (!read?.ok) return ['story'];
  const { title, steps } = read.story;
  const lang = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
  const heading = document.querySelector('h1');
  if (heading) heading.textContent = title[lang];
  list.replaceChildren(
    ...steps.map((step) => {
      const stock = step.article === null ? undefined : byArticle.get(step.article);
      return stepItem(document, step, step.text[lang], stock);
    }),
  );
  const note = document.getElementById('own-words');
  if (note) note.hidden = !steps.some((step) => step.text[lang] !== '');
  return [];
}

/** Words of the author, with the article that they speak of; or, where there are none, that article verbatim. */
function stepItem(document: Document, step: StoryStep, words: string, stock: HTMLElement | undefined): HTMLElement {
  const { target, hidden, places } = step;
  const item = document.createElement('li');
  item.dataset['step'] = JSON.stringify({ target, hidden, places });
  if (words === '') {
    item.append(...[...(stock?.childNodes ?? [])].map((one) => one.cloneNode(true)));
    return item;
  }
  const said = document.createElement('p');
  said.textContent = words;
  item.append(said);
  const article = stock?.dataset['name'];
  if (article !== undefined) {
    const cite = document.createElement('cite');
    cite.textContent = article;
    item.append(cite);
  }
  return item;
}
