import type { accessZh } from './access.zh';

export const accessEn: typeof accessZh = {
  mapTitle: 'Map. Arrow keys move it, plus and minus zoom, Enter asks about its middle',
  listLabel: 'Places on the map here',
  listHint: (count) => `On the map here: ${count} ${count === 1 ? 'place' : 'places'}. Up and down choose, Enter opens`,
  placeSaid: (parts) => parts.join(', '),
  keys: 'Keyboard',
  statement: 'Accessibility',
  footLabel: 'About this site',
  dialogTitle: 'Keyboard',
  keyList: [
    ['Tab', 'to the next link or button'],
    ['n / p', 'to the next or previous place in the order of the document'],
    ['/', 'search (so does Ctrl+K, whatever the switch below says)'],
    ['?', 'this list'],
    ['Esc', 'close a card or a list'],
    ['↑ ↓ ← →', 'with the focus on the map: move it'],
    ['+ −', 'with the focus on the map: zoom'],
    ['Enter', 'with the focus on the map: ask about its middle'],
    ['↑ ↓ Enter', 'with the focus on “Places on the map here”: choose, open'],
  ].map(([key = '', what = '']) => ({ key, what })),
  singleKeys: 'Use shortcuts of a single character (n, p, /, ?)',
  singleKeysWhy: 'Switch them off if you dictate or press keys by accident. A change is remembered on this device.',
  offline: 'There is no network now. What is open can still be read; the rest is fetched when the network is back.',
  someMissing: (count) => `${count} files could not be fetched.`,
  standing: 'The interactive part could not be fetched. This is the document as a plain page; its links work.',
  mapLost:
    'The graphics card took the picture away twice, so the interactive map has stopped. The document and the list of places work as ever.',
  mapAgain: 'Try again',
};
