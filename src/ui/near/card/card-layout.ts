import { breakLines } from './break-lines';
import type { CardContent } from './card-content';

/** How a text is set. */
export interface Face {
  family: 'serif' | 'sans';
  weight: 400 | 600;
  sizePx: number;
  /** From one baseline to the next. */
  leadingPx: number;
  colour: 'ink' | 'inkSoft' | 'accent';
}

const FACES = {
  brand: { family: 'serif', weight: 600, sizePx: 17, leadingPx: 24, colour: 'ink' },
  small: { family: 'sans', weight: 400, sizePx: 12, leadingPx: 18, colour: 'inkSoft' },
  where: { family: 'serif', weight: 600, sizePx: 34, leadingPx: 44, colour: 'ink' },
  doubt: { family: 'serif', weight: 400, sizePx: 15, leadingPx: 23, colour: 'accent' },
  what: { family: 'serif', weight: 600, sizePx: 17, leadingPx: 26, colour: 'ink' },
  how: { family: 'sans', weight: 400, sizePx: 13.5, leadingPx: 21, colour: 'inkSoft' },
  lead: { family: 'serif', weight: 400, sizePx: 17, leadingPx: 27, colour: 'ink' },
  source: { family: 'serif', weight: 400, sizePx: 14, leadingPx: 22, colour: 'ink' },
} as const satisfies Record<string, Face>;

/** Width of a text in pixels, set in a face. */
export type MeasureFace = (text: string, face: Face) => number;

/** A card laid out, in pixels of the page; it is drawn twice as large. */
export interface CardLayout {
  widthPx: number;
  heightPx: number;
  texts: { text: string; xPx: number; baselinePx: number; face: Face }[];
  rules: { yPx: number; xPx: number; widthPx: number; thickPx: number; colour: 'ink' | 'rule' }[];
  map: { xPx: number; yPx: number; sizePx: number };
}

export const CARD_WIDTH_PX = 540;
const MARGIN_PX = 32;
/** Width of the column, and of the map. */
export const COLUMN_PX = CARD_WIDTH_PX - 2 * MARGIN_PX;
/** Least distance between the two texts of a row. */
const GAP_PX = 16;

/** Sets the words of a card in one column, with the map between them. Pure: the widths of texts come from outside. */
export function cardLayout(content: CardContent, measure: MeasureFace): CardLayout {
  const { texts, rules }: Pick<CardLayout, 'texts' | 'rules'> = { texts: [], rules: [] };
  let yPx = 26;
  const line = (text: string, face: Face, xPx = MARGIN_PX): void => {
    // The letters stand in the middle of their line.
    texts.push({ text, xPx, baselinePx: yPx + face.leadingPx / 2 + face.sizePx * 0.35, face });
  };
  const paragraph = (text: string, face: Face, widthPx = COLUMN_PX): void => {
    for (const part of breakLines(text, widthPx, (words) => measure(words, face))) {
      line(part, face);
      yPx += face.leadingPx;
    }
  };
  const rule = (thickPx = 1, colour: 'ink' | 'rule' = 'rule'): void => {
    rules.push({ yPx, xPx: MARGIN_PX, widthPx: COLUMN_PX, thickPx, colour });
    yPx += thickPx;
  };
  /** What at the left, how at the right of the same line, or below where there is no room. */
  const row = (what: string, whatFace: Face, how: string, howFace: Face): void => {
    const howPx = measure(how, howFace);
    const beside = measure(what, whatFace) + GAP_PX + howPx <= COLUMN_PX;
    if (!beside) {
      paragraph(what, whatFace);
      paragraph(how, howFace);
      return;
    }
    const last = yPx;
    line(what, whatFace);
    const { baselinePx = last } = texts.at(-1) ?? {};
    texts.push({ text: how, xPx: MARGIN_PX + COLUMN_PX - howPx, baselinePx, face: howFace });
    yPx += Math.max(whatFace.leadingPx, howFace.leadingPx);
  };
  const rows = (list: CardContent['nearest']): void =>
    list.forEach(({ what, how }) => {
      rule();
      yPx += 5;
      row(what, FACES.what, how, FACES.how);
      yPx += 5;
    });

  row(content.brand, FACES.brand, content.made, FACES.small);
  yPx += 6;
  rule(3, 'ink');
  yPx += 2;
  rule(1, 'ink');
  yPx += 14;
  paragraph(content.where, FACES.where);
  content.doubts.forEach((doubt) => paragraph(doubt, FACES.doubt));
  yPx += 10;
  rows(content.standings);
  yPx += content.standings.length > 0 ? 6 : 0;
  const map = { xPx: MARGIN_PX, yPx, sizePx: COLUMN_PX };
  yPx += COLUMN_PX + 6;
  paragraph(content.caption, FACES.small);
  yPx += 12;
  paragraph(content.lead, FACES.lead);
  yPx += content.nearest.length > 0 ? 7 : 0;
  rows(content.nearest);
  yPx += 8;
  rule(1, 'ink');
  yPx += 10;
  paragraph(content.source, FACES.source);
  yPx += 4;
  paragraph(content.notice, FACES.small);
  if (content.link !== null) paragraph(content.link, FACES.small);
  return { widthPx: CARD_WIDTH_PX, heightPx: Math.ceil(yPx + 26), texts, rules, map };
}
