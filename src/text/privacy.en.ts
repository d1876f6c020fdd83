import type { statementZh } from './statement.zh';

export const privacyEn: typeof statementZh = {
  title: 'Privacy',
  description: 'What Tuce does not collect, what it puts on your device, and where the places you ask about go.',
  back: 'Back to the document',
  otherLanguage: '中文',
  checked: (day) => `This page is made together with the site, last on ${day}.`,
  sections: [
    {
      heading: 'In short',
      items: [
        'No account, no cookies, no statistics, no advertising, no request to any other site. The places and parcels you ask about are worked on in your browser only.',
      ],
    },
    {
      heading: 'Your place and your parcels',
      items: [
        'Near me: the browser is asked for your position only when you press the button. What you type and what the device says is not sent, does not get into the address, and is gone when you close the page.',
        'A position gets into a link only when you copy that link, rounded as you chose; it is kept in this browser only when you press the button that keeps it, and you can delete it at any time.',
        'Check a site: files are read in your browser and not uploaded. What you paste or draw stays in this tab, also when it is reloaded, and is gone with the tab; files that you open are not kept. A link to a site has it behind the #, which no server sees.',
      ],
    },
    {
      heading: 'What is put on your device',
      items: [
        'After your first visit the site keeps its own program and data in your browser, about {megabytes} MB, so that it works without a network; not if you have switched on saving data. Nothing of yours is in it.',
        'If you switch off the shortcuts of a single character, the word “off”.',
        'Clearing the data of this site in your browser deletes all of this.',
      ],
    },
    {
      heading: 'What the server sees',
      items: [
        'As with any site: your IP address, the name of your browser, and the addresses you open. An address says which article or place, and which part of the map; a link that somebody gave you may also have a position in it, which the server sees when you open it. Whoever runs the site is responsible for its log; the site itself keeps none.',
        'When you follow a link to a source elsewhere, that site learns that you come from here, but not from which page.',
        'There is no online base map by default. If whoever runs the site has set one up and you switch it on, its server learns which area you look at.',
      ],
    },
  ],
  contactHeading: 'Whom to write to',
  contact: 'If you have a question about privacy, please write to:',
  noContact: 'This site has not published an address yet. Please tell whoever gave you its link.',
};
