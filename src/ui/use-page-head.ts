import { useLayoutEffect } from 'react';

import type { ViewState } from '../state/view-state';
import { subjectOf, titleOf } from './page-words';
import type { Desk } from './shared/desk';

/** Language, colours and title of the page follow the view. */
export function usePageHead({ lang, themeMode, article, place }: ViewState, desk: Desk): void {
  // Before anybody sees the desk, and before the map looks which language its names are in. Not oftener than it has to
  // be: to name the language once more has the browser work out the style of every element once more.
  useLayoutEffect(() => {
    const { documentElement: html } = document;
    html.lang = lang === 'zh' ? 'zh-CN' : 'en';
    html.dataset['theme'] = themeMode;
  }, [lang, themeMode]);
  useLayoutEffect(() => {
    document.title = titleOf(desk, subjectOf(desk, article, place));
  }, [article, place, desk]);
}
