import type { promisesZh } from './promises.zh';

/** Strings about commitments, their deadlines and their lists, English. */
export const promisesEn: typeof promisesZh = {
  filterLabel: 'Filter the commitments',
  sentence: { kind: 'Kind', theme: 'Theme', place: 'Place' },
  anyKind: 'all kinds',
  anyTheme: 'all themes',
  anyPlace: 'all places',
  option: (name, count) => `${name} (${count})`,
  shownOf: (shown, all) => (shown === all ? `${all} commitments` : `${shown} of ${all} commitments`),
  clear: 'Show all',
  nothing: 'No commitment meets all of these conditions. Loosen one of them.',
  timeline: 'Deadlines',
  anyDue: 'any time',
  vague: 'only “soon” or the like',
  none: 'no deadline given',
  stop: (day, count, passed) => `${day}, ${count}${passed ? ', date has passed' : ''}`,
  today: 'today',
  passedNote:
    'That a date has passed says nothing about what was done; see the dated and sourced reports beside each commitment.',
  openNote: 'This date is still to come.',
  timelineHint: 'Step with the arrow keys',
  mark: (kinds, count) => `Commitments in this sentence (${count}): ${kinds}`,
  where: 'Places',
  cityWide: 'whole city',
};
