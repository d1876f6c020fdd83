import type { Bbox } from '../../contract/place';
import { LIGHT } from '../../map/palette';
import { picture, type PictureInput } from '../../map/picture';
import { dayText, distanceText } from '../../text/format';
import { articleName, headingOf, nameOf, sentencesOf, type Subject } from '../page-words';
import { attributionsOf, creditText } from '../shared/attributions';
import type { Desk } from '../shared/desk';
import { embedFocus, embedFrame, type EmbedLook } from './embed-frame';

/** Everything that a picture of a view says: the same words as the embed, in the palette of paper. */
export function viewPicture(
  desk: Desk,
  subject: Subject,
  view: EmbedLook,
  layout: PictureInput['layout'],
  /** What the map shows; what the view would open with where nothing is given. */
  frame: Bbox = embedFrame(view, desk),
): string {
  const { t, lang, plan, say } = desk;
  const title = titleIn(desk, subject);
  return picture({
    layout,
    view: {
      lang,
      hidden: view.hidden,
      focus: embedFocus(view, desk, []),
      selected: view.place,
      data: desk.drawn(),
    },
    palette: LIGHT,
    frame,
    eyebrow:
      subject.kind === 'article'
        ? `${articleName(desk, subject.article)} · ${say(plan.shortTitle)}`
        : say(plan.shortTitle),
    title,
    quote: quoteIn(desk, subject),
    keys: themesIn(desk, subject, view.hidden).map((theme) => ({
      hue: theme.hue,
      pattern: theme.pattern,
      text: `${lang === 'zh' ? theme.stem : theme.letter} ${say(theme.short ?? theme.name)}`,
    })),
    notes: [
      t.embed.source(say(plan.title), plan.issuers.map(say).join(t.listComma), dayText(plan.adopted, lang)),
      `${creditText(t, plan.mapApprovalNo, attributionsOf(desk.sources))} · ${t.brand}`,
    ],
    distance: (metres) => distanceText(metres, t, lang),
    label: t.pages.mapOf(title),
  });
}

function titleIn(desk: Desk, subject: Subject): string {
  if (subject.kind === 'place') return nameOf(desk, subject.place);
  if (subject.kind === 'article') return headingOf(desk, subject.article) || desk.say(desk.plan.shortTitle);
  return desk.say(desk.plan.title);
}

function quoteIn(desk: Desk, subject: Subject): string {
  const said = (division: { id: string; text: string } | undefined): string =>
    division ? (desk.translation?.[division.id] ?? division.text) : '';
  if (subject.kind === 'place') return said(sentencesOf(desk, subject.place)[0]?.division);
  return subject.kind === 'article' ? said(subject.article.sentences[0]) : '';
}

/** Themes that the picture of a subject has something of, in the order of the legend. */
export function themesIn({ themes, places, placesOf }: Desk, subject: Subject, hidden: readonly string[]) {
  const shown = new Set(
    subject.kind === 'place'
      ? [subject.place.theme]
      : (subject.kind === 'article' ? placesOf(subject.article.number) : [...places.keys()]).flatMap((id) => {
          const place = places.get(id);
          return place?.bbox ? [place.theme] : [];
        }),
  );
  return [...themes.values()].filter(({ id, letter }) => letter !== '' && shown.has(id) && !hidden.includes(id));
}
