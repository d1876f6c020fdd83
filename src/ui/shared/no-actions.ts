import type { Actions } from './desk';

/** For pages on which nothing can be done: those without script, and those in other people's frames. */
export const NO_ACTIONS: Actions = {
  selectPlace: () => {},
  closeCard: () => {},
  readArticle: () => {},
  noteArticle: () => {},
  showArticleOnMap: () => {},
  ask: () => {},
  toggle: () => {},
  showOnly: () => {},
  filter: () => {},
  stepPlace: () => {},
};
