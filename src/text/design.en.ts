import type { designZh } from './design.zh';

export const designEn: typeof designZh = {
  title: 'The parts of the desk',
  lead: 'Every size, distance, colour and part that the map, the text and the lists are made of, light beside dark.',
  light: 'Light',
  dark: 'Dark',
  type: 'Type and leading',
  space: 'Space',
  colours: 'Colours',
  palettes: { light: 'Light', dark: 'Dark', print: 'Print' },
  buttons: 'Buttons',
  states: { rest: 'rest', hover: 'hover', focus: 'focus', disabled: 'disabled' },
  links: 'Links to places',
  swatches: 'Swatches',
  commitments: 'Commitments',
  evidence: 'Evidence',
  notices: 'Notices',
  card: 'Card',
  legend: 'Legend',
  choices: 'Choices',
  tabs: 'Tabs',
};
