import type { statementZh } from './statement.zh';

export const statementEn: typeof statementZh = {
  title: 'Accessibility',
  description: 'Which standard Tuce aims at, how it is tested, what does not work yet, and whom to write to.',
  back: 'Back to the document',
  otherLanguage: '中文',
  checked: (day) => `This page is made together with the site, last on ${day}.`,
  sections: [
    {
      heading: 'What we aim at',
      items: [
        'We aim at level AA of the Web Content Accessibility Guidelines (WCAG) 2.2. This is our own assessment; no third party has evaluated the site.',
      ],
    },
    {
      heading: 'How to use it without a mouse, or without seeing it',
      items: [
        'Every article and every place is a page of its own that needs no script. Whatever is on the map is in the list of places too, with how accurately its position is known.',
        'Tab first comes to three ways to skip: to the text, to the map, to the keys. A question mark (?) lists all keys; those of a single character can be switched off there.',
        'With the focus on the map the arrow keys move it, plus and minus zoom, and Enter asks about its middle. Before the map is a list: up and down walk through the places on the map here, Enter opens one.',
        'A place that is selected is read aloud with its name, its theme and how accurately it is drawn.',
      ],
    },
    {
      heading: 'What was tested, and how',
      items: [
        'With every change, automatically: axe-core on the pages and their states, light and dark; opening and leaving cards and lists with the keyboard alone; forced colours; reduced motion; no sideways scrolling at 320 pixels, on a phone on its side, and with text at 200 %. The tool is Playwright, the browser Chromium.',
        'The contrast of colours is computed from the palette: at least 4.5:1 for text.',
        'What the site looks like without a network, without WebGL, without the map, and after the graphics card has taken the picture away is tested automatically too.',
      ],
    },
    {
      heading: 'What was not tested, or does not work',
      items: [
        'Nobody who uses assistive technology has tried the site for us, and we have not walked through all of it with NVDA, VoiceOver or TalkBack.',
        'The automatic tests mostly use Chromium. In Firefox only the text, the picture, the interactive map, near-me and the site check are tested; Safari has not been tested, and neither has a real phone.',
        'The picture of the map itself cannot be read aloud: how wide a soft edge is, and the shape of an area, can only be seen; the lists say it in numbers.',
        'With very large text on a very small screen the notes on the map cover much of it; the text and the lists are not affected.',
        'Only the Chinese text is the document. The English translation and the summaries are our own; there is no version in sign language or in easy language.',
      ],
    },
  ],
  contactHeading: 'Whom to write to',
  contact:
    'If something does not work for you, please write, with the address of the page, your device and your software:',
  noContact: 'This site has not published an address yet. Please tell whoever gave you its link.',
};
